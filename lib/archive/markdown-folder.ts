import { strToU8, Zip, ZipDeflate } from 'fflate'
import { stringify } from 'yaml'
import { fileName, uniqueNames } from './file-names.ts'
import type { StudyEntry } from './study-table.ts'

/** Files by path below the folder, as text. */
export type MarkdownFolder = Record<string, string>

/**
 * One's study as a folder of Markdown that Obsidian opens as a vault: a file a reading, in a folder a section, with
 * YAML front matter (https://help.obsidian.md/properties), the note, and the case card under headings; and an index.
 */
export function markdownFolder(entries: readonly StudyEntry[]): MarkdownFolder {
  const nameIn = new Map<string, (name: string) => string>()
  const folder: MarkdownFolder = {}
  const lines: string[] = []
  for (const entry of entries) {
    const section = fileName(entry.section || 'Other')
    if (!nameIn.has(section)) {
      nameIn.set(section, uniqueNames())
      lines.push(`\n## ${entry.section || 'Other'}\n`)
    }
    const by = entry.organisation ? `${entry.title} at ${entry.organisation}` : entry.title
    const name = nameIn.get(section)?.(fileName(by)) ?? fileName(by)
    const box = entry.status === 'done' ? '[x]' : '[ ]'
    lines.push(`- ${box} [[${section}/${name}|${by.replaceAll(/[[\]|]/g, ' ')}]]`)
    folder[`${section}/${name}.md`] = fileOf(entry)
  }
  folder['Loadpath.md'] = `# Loadpath\n${lines.join('\n')}\n`
  return folder
}

/**
 * The folder as a ZIP file, in pieces of a file each. Times are fixed, so that the same study gives the same bytes.
 * @throws Error when the compression fails.
 */
export function* zipPieces(folder: MarkdownFolder): Generator<Uint8Array> {
  let pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  for (const [path, text] of Object.entries(folder)) {
    const file = new ZipDeflate(`Loadpath/${path}`, { level: 6 })
    file.mtime = new Date(2000, 0, 1)
    zip.add(file)
    file.push(strToU8(text), true)
    yield* pieces
    pieces = []
  }
  zip.end()
  yield* pieces
}

function fileOf(entry: StudyEntry): string {
  const front = stringify(
    withoutEmpty({
      title: entry.title,
      reading: entry.readingId,
      url: entry.url,
      organisation: entry.organisation,
      section: entry.section,
      topic: entry.topic,
      medium: entry.medium,
      status: entry.status,
      marked: entry.markedOn,
      minutes: entry.minutesSpent,
      favourite: entry.favourite ? true : null,
      rating: entry.rating,
      lists: entry.lists,
      tags: ['loadpath'],
    }),
    { lineWidth: 0 },
  )
  const card = [
    ['Problem', entry.problem],
    ['Numbers', entry.numbers],
    ['Choice', entry.choice],
    ['Trade-off', entry.tradeOff],
    ['Use when', entry.useWhen],
  ].filter(([, text]) => text !== '')
  const parts = [
    `---\n${front}---`,
    entry.note,
    entry.quotes.length > 0 ? `## Quotes\n\n${entry.quotes.map(quoted).join('\n\n')}` : '',
    card.length > 0 ? `## Case card\n\n${card.map(([name, text]) => `### ${name}\n\n${text}`).join('\n\n')}` : '',
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

const quoted = (text: string) => text.replaceAll(/^/gm, '> ')

function withoutEmpty(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
}
