import type { Catalogue, Change, Listing, ReadingState, Section, Topic } from './catalogue-change.ts'

/** A change in words that a table can show. */
export interface ChangeRow {
  kind: Change['kind']
  readingId: string
  title: string
  /** What it was called, where it stood; null where the kind says it all. */
  from: string | null
  to: string | null
}

/** The title of a place by the id of its section or topic. */
export type PlaceTitle = (id: string) => string

/** What a change was from and to, in words; null where its kind says it all. */
export function changeWords(
  kind: Change['kind'] | 'facts',
  was: Partial<ReadingState>,
  now: Partial<ReadingState>,
  titleOf: PlaceTitle,
): { from: string | null; to: string | null } {
  const places = (listings: readonly Listing[] = []) =>
    [...new Set(listings.map((listing) => placeWords(listing, titleOf)))].join(', ')
  if (kind === 'added') return { from: null, to: places(now.listings) }
  if (kind === 'moved') return { from: places(was.listings), to: places(now.listings) }
  if (kind === 'readdressed') return { from: was.url ?? null, to: now.url ?? null }
  if (kind !== 'renamed') return { from: null, to: null }
  return { from: listedAnew(was, now) ?? was.title ?? null, to: listedAnew(now, was) ?? now.title ?? null }
}

function placeWords({ sectionId, topicId, introduction }: Listing, titleOf: PlaceTitle): string {
  const title = titleOf(topicId ?? sectionId)
  return introduction ? `${title} (introducing it)` : title
}

/** Every change of a list in words. */
export function listChangeRows(
  catalogue: Catalogue,
  {
    changes,
    newSections,
    newTopics,
  }: { changes: readonly Change[]; newSections: readonly Section[]; newTopics: readonly Topic[] },
): ChangeRow[] {
  const titles = new Map(
    [...catalogue.sections, ...newSections, ...catalogue.topics, ...newTopics].map(({ id, title }) => [id, title]),
  )
  const names = new Map(catalogue.readings.map(({ id, title }) => [id, title]))
  return changes.map(({ kind, readingId, before, after }) => ({
    kind,
    readingId,
    title: kind === 'added' ? after.title : (names.get(readingId) ?? readingId),
    ...changeWords(kind, before ?? {}, after, (id) => titles.get(id) ?? id),
  }))
}

/** The title as listed in one state and not in the other. */
function listedAnew(state: Partial<ReadingState>, other: Partial<ReadingState>): string | undefined {
  const titles = new Set(other.listings?.map(({ title }) => title))
  return state.listings?.find(({ title }) => !titles.has(title))?.title
}
