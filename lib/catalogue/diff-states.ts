import { isDeepStrictEqual } from 'node:util'
import { type ChangeKind, type Listing, type ReadingState, placeOf } from './catalogue-change.ts'

/** One change of a reading, as a record of what was. */
export interface Difference {
  kind: ChangeKind
  readingId: string
  before: Partial<ReadingState> | null
  after: Partial<ReadingState>
}

/** What happened to the readings between two states of the catalogue; readings that are gone are not spoken of. */
export function diffStates(
  before: ReadonlyMap<string, ReadingState>,
  after: ReadonlyMap<string, ReadingState>,
): Difference[] {
  return [...after].flatMap(([readingId, now]) => {
    const was = before.get(readingId)
    if (!was) return [{ kind: 'added' as const, readingId, before: null, after: now }]
    const differ = (kind: ChangeKind, ...fields: (keyof ReadingState)[]): Difference[] => {
      const pick = (state: ReadingState) => Object.fromEntries(fields.map((field) => [field, state[field]]))
      return [{ kind, readingId, before: pick(was), after: pick(now) }]
    }
    return [
      ...(was.delistedOn !== null && now.delistedOn === null ? differ('relisted', 'delistedOn') : []),
      ...(was.delistedOn === null && now.delistedOn !== null ? differ('delisted', 'delistedOn') : []),
      ...(was.url !== now.url ? differ('readdressed', 'url', 'formerUrls') : []),
      ...(isDeepStrictEqual(placesOf(was), placesOf(now)) ? [] : differ('moved', 'listings')),
      ...(was.title !== now.title ? differ('renamed', 'title') : []),
    ]
  })
}

function placesOf({ listings }: { listings: readonly Listing[] }): string[] {
  return listings.map(placeOf).toSorted()
}
