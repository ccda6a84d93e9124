import { slugify } from '../slug.ts'
import { checkFacts } from './check-facts.ts'
import { type ContentMistake, type ContentSection, parseSection } from './content.ts'

/** A content file before parsing. */
export interface ContentFile {
  name: string
  text: string
}

/** The content has mistakes; the message lists them, a line each, as `file:line: reason`. */
export class BadContent extends Error {
  readonly mistakes: ContentMistake[]
  constructor(mistakes: ContentMistake[]) {
    super(mistakes.map((mistake) => `${mistake.file}:${mistake.line}: ${mistake.reason}`).join('\n'))
    this.name = 'BadContent'
    this.mistakes = mistakes
  }
}

/**
 * Parses all content files and checks what only all of them together can break: ids and addresses that two readings
 * share, pointers that lead nowhere, an organisation or technology spelt two ways, a day before the one it follows, and
 * facts that cannot be right (`checkFacts`).
 * @returns the sections in their order.
 * @throws BadContent
 */
export function parseCatalogue(files: ContentFile[]): ContentSection[] {
  const mistakes: ContentMistake[] = []
  const sections: { file: ContentFile; section: ContentSection }[] = []
  for (const file of files) {
    const parsed = parseSection(file.name, file.text)
    mistakes.push(...parsed.mistakes)
    if (parsed.section) sections.push({ file, section: parsed.section })
  }
  if (mistakes.length > 0) throw new BadContent(mistakes)

  const blame = (file: ContentFile, needle: string, reason: string) => {
    const at = file.text.indexOf(needle)
    mistakes.push({ file: file.name, line: at < 0 ? 1 : file.text.slice(0, at).split('\n').length, reason })
  }
  const ids = new Map<string, string>()
  const addresses = new Map<string, string>()
  const names = new Map<string, string>()
  const sectionIds = new Set<string>()
  const mergedInto = new Map<string, string>()
  for (const { file, section } of sections) {
    if (sectionIds.has(section.id)) blame(file, 'section:', `${section.id}: a second file holds this section`)
    sectionIds.add(section.id)
    for (const reading of section.readings) {
      const needle = `id: ${reading.id}\n`
      for (const merged of reading.mergedIds) {
        const other = mergedInto.get(merged)
        if (other) blame(file, needle, `${reading.id}: ${merged} was merged into ${other} already`)
        mergedInto.set(merged, reading.id)
      }
      if (ids.has(reading.id))
        blame(file, needle, `${reading.id}: a second reading has this id, in ${ids.get(reading.id)}`)
      ids.set(reading.id, file.name)
      for (const address of [reading.url, ...reading.formerUrls]) {
        const other = addresses.get(address)
        if (other !== undefined && other !== reading.id)
          blame(file, needle, `${reading.id}: ${other} has the same address, ${address}`)
        addresses.set(address, reading.id)
      }
      if (reading.delistedOn !== null && reading.delistedOn < reading.listedOn)
        blame(
          file,
          needle,
          `${reading.id}: left the list on ${reading.delistedOn}, before it came on ${reading.listedOn}`,
        )
      for (const name of [reading.organisation, ...reading.technologies]) {
        if (name === null) continue
        const spelt = names.get(slugify(name))
        if (spelt !== undefined && spelt !== name)
          blame(file, needle, `${reading.id}: "${name}" is spelt "${spelt}" elsewhere`)
        names.set(slugify(name), name)
      }
    }
  }
  for (const { file, section } of sections)
    for (const { id } of section.readings) {
      const into = mergedInto.get(id)
      if (into) blame(file, `id: ${id}\n`, `${id}: was merged into ${into} and cannot be a reading of its own again`)
    }
  for (const { file, section } of sections)
    for (const listing of section.listings)
      if (!ids.has(listing.readingId))
        blame(file, `see: ${listing.readingId}`, `${listing.readingId}: no reading has this id`)
  const all = sections.map(({ section }) => section)
  const found = checkFacts(
    all.flatMap((section) => section.readings),
    all.flatMap((section) => section.listings),
  )
  for (const { readingId, reason } of found) {
    const file = sections.find(({ section }) => section.readings.some((reading) => reading.id === readingId))?.file
    if (file) blame(file, `id: ${readingId}\n`, `${readingId}: ${reason}`)
  }
  if (mistakes.length > 0) throw new BadContent(mistakes)
  return sections.map(({ section }) => section).toSorted((a, b) => a.position - b.position)
}
