import type { SectionChoice } from './edition-sections.ts'
import { counted } from '../format.ts'
import { textTable } from '../text-table.ts'
import { changeKinds } from './catalogue-change.ts'
import type { ChangeRow } from './change-words.ts'
import type { EditionWarning } from './edition.ts'
import { wouldLoseMuch } from './import-preview.ts'
import { kindTitles } from './kind-titles.ts'
import type { ChangeList } from './match.ts'

/** An import before it is applied, as lines for a terminal of `width` columns. */
export function importReport(
  found: ChangeList & { rows: readonly ChangeRow[]; sections: readonly SectionChoice[] },
  warnings: readonly EditionWarning[],
  file: string,
  width: number,
): string[] {
  const { list, matched, doubts, missingSections, renamedTopics } = found
  const what =
    list.id === null
      ? "an edition of the catalogue's own list"
      : `${list.isNew ? 'a new list' : 'an edition of the list'}, ${list.id}`
  const lines = [
    `${file} is ${what}: ${counted(matched.works, 'work')}, ${matched.byAddress} known by address, ${matched.byTitle} by title.`,
  ]
  for (const kind of changeKinds) {
    const rows = found.rows.filter((row) => row.kind === kind)
    if (rows.length === 0) continue
    lines.push('', `${kindTitles[kind]} (${rows.length})`)
    lines.push(
      ...textTable(
        rows.map((row) => ['', row.readingId, ...cells(row)]),
        width,
      ),
    )
  }
  if (doubts.length > 0) {
    lines.push(
      '',
      `Doubtful (${doubts.length}): each stays as it is until you say --same NUMBER or --new NUMBER, or for all --same-from PERCENT and --rest-new`,
    )
    for (const [i, doubt] of doubts.entries()) {
      const likeness = `${Math.round(doubt.score * 100)} %, ${doubt.suggestion === 'same' ? 'probably the same' : 'probably new'}`
      lines.push(`  ${i + 1}  ${likeness}`)
      const rows = [
        ['', 'listed', doubt.incoming.title, doubt.incoming.url],
        ['', 'known', doubt.candidate.title, doubt.candidate.url],
      ]
      lines.push(...textTable(rows, width - 4).map((line) => `    ${line}`))
    }
  }
  const out = found.sections.filter(({ isLeftOut, works }) => isLeftOut && works > 0)
  if (out.length > 0) {
    lines.push('', `Left out, because they speak of the list itself (${out.length})`)
    lines.push(
      ...textTable(
        out.map(({ title, works }) => ['', title, `${counted(works, 'work')}; --take "${title}" takes it in`]),
        width,
      ),
    )
  }
  if (missingSections.length > 0) {
    lines.push('', `Sections that the file lacks and whose readings stay as they are (${missingSections.length})`)
    lines.push(
      ...textTable(
        missingSections.map(({ id, title }) => ['', title, `--gone ${id} takes them for gone`]),
        width,
      ),
    )
  }
  if (renamedTopics.length > 0) {
    lines.push('', `Topics that the file calls otherwise, and that keep their name here (${renamedTopics.length})`)
    lines.push(
      ...textTable(
        renamedTopics.map(({ topicId, title }) => ['', topicId, title]),
        width,
      ),
    )
  }
  if (warnings.length > 0) {
    lines.push('', `Not read as written (${warnings.length})`)
    lines.push(
      ...textTable(
        warnings.map(({ line, message }) => ['', `line ${line}`, message]),
        width,
      ),
    )
  }
  const gone = found.rows.filter((row) => row.kind === 'delisted').length
  if (wouldLoseMuch(gone, matched)) lines.push('', 'More than a third of the list would go. Is the file whole?')
  if (found.changes.length === 0)
    lines.push('', doubts.length > 0 ? 'Nothing to change but what is doubtful.' : 'Nothing to change.')
  return lines
}

function cells({ kind, title, from, to }: ChangeRow): string[] {
  if (kind === 'added') return [title, to ?? '']
  if (from === null && to === null) return [title]
  return [from ?? '', `-> ${to ?? ''}`]
}
