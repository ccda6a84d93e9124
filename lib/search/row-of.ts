import type { SearchItem } from '../api/search.ts'
import type { ReadingRow } from '../catalogue/reading-row.ts'

/** A found reading as a line of a list. */
export function rowOf({ organisation, fullTitle: _, ...item }: SearchItem): ReadingRow {
  return { ...item, organisation: organisation?.name ?? null, introduction: false }
}
