import type { SectionChoice } from './edition-sections.ts'
import { type ChangeKind, changeKinds } from './catalogue-change.ts'
import type { ChangeRow } from './change-words.ts'
import type { EditionWarning } from './edition.ts'
import type { ChangeList, Doubt } from './match.ts'

/** An import before it is applied, as the admin's page shows it. */
export interface ImportPreview {
  /** Of the catalogue that it was worked out for; an import is refused for another. */
  revision: number
  list: { id: string | null; isNew: boolean }
  /** Ids of the other lists that were added before. */
  lists: string[]
  matched: ChangeList['matched']
  /** How many changes there are of each kind, and the first rows of each. */
  kinds: { kind: ChangeKind; count: number; rows: ChangeRow[] }[]
  /** The first doubts, and how many there are. */
  doubts: Doubt[]
  doubtful: number
  edition: ChangeList['edition']
  sections: SectionChoice[]
  missingSections: { id: string; title: string }[]
  renamedTopics: { topicId: string; title: string }[]
  warnings: EditionWarning[]
}

/** Rows of one kind that are sent; a first import of a large list has thousands. */
export const maxRows = 300

/** The part of an import that is sent to the admin's page. */
export function toPreview(
  found: ChangeList & {
    revision: number
    rows: readonly ChangeRow[]
    lists: string[]
    sections: SectionChoice[]
  },
  warnings: readonly EditionWarning[],
): ImportPreview {
  const { revision, list, lists, matched, edition, sections, missingSections, renamedTopics } = found
  const kinds = changeKinds.flatMap((kind) => {
    const rows = found.rows.filter((row) => row.kind === kind)
    return rows.length > 0 ? [{ kind, count: rows.length, rows: rows.slice(0, maxRows) }] : []
  })
  const doubts = found.doubts.slice(0, maxRows)
  return {
    revision,
    list,
    lists,
    matched,
    kinds,
    doubts,
    doubtful: found.doubts.length,
    edition,
    sections,
    missingSections,
    renamedTopics,
    warnings: warnings.slice(0, maxRows),
  }
}

/** Whether so much of a list would go that its file may not be whole: more than a third. */
export function wouldLoseMuch(gone: number, { byAddress, byTitle, byDecision }: ChangeList['matched']): boolean {
  return gone > 10 && gone * 2 > byAddress + byTitle + byDecision
}
