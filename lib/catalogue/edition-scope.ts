import { type Catalogue, type Change, type PresentReading, type Section, placeOf } from './catalogue-change.ts'
import type { Edition, EditionListing } from './edition.ts'
import type { Pairs } from './match-by-address.ts'
import type { PlaceMap } from './match-topics.ts'
import { addressKey } from '../addresses/same-address.ts'
import { freeSlug, slugOf } from './title-key.ts'

/** The list that this is an edition of. */
export function listOf(
  readings: readonly PresentReading[],
  pairs: Pairs,
  options: { list?: string | null; name?: string },
): { id: string | null; isNew: boolean } {
  const counts = new Map<string | null, { listed: number; found: number }>()
  for (const { id, list, delistedOn } of readings) {
    const count = counts.get(list) ?? { listed: 0, found: 0 }
    counts.set(list, count)
    // A delisted reading that is found counts as listed, as it will be: the answer must not change by importing twice.
    if (delistedOn === null || pairs.taken.has(id)) count.listed++
    if (pairs.taken.has(id)) count.found++
  }
  if (options.list !== undefined) return { id: options.list, isNew: !counts.has(options.list) }
  if (counts.size === 0) return { id: null, isNew: true }
  const likely = [...counts].filter(([, { listed, found }]) => found > 0 && found * 2 >= listed)
  const best = likely.toSorted(([, a], [, b]) => b.found - a.found)[0]
  if (best) return { id: best[0], isNew: false }
  const taken = new Set([...counts.keys()].map(String))
  return { id: freeSlug(slugOf(options.name ?? '', 'list'), taken), isNew: true }
}

/**
 * A reading that the edition lacks is delisted, or, where it also stands in another list's sections, listed there only.
 * @param day of the edition. One that was given is the day of the delisting; otherwise a reading that was delisted
 *   before, and came back, gets the day on which it was.
 */
export function departureOf(
  reading: PresentReading,
  inScope: ReadonlySet<string>,
  { day, isGiven }: { day: string; isGiven: boolean },
): Change[] {
  if (reading.delistedOn !== null) return []
  const rest = reading.listings.filter((listing) => !inScope.has(listing.sectionId))
  const { id: readingId, listings } = reading
  if (rest.length === 0) {
    const known = isGiven ? day : (reading.delistedBefore ?? day)
    const delistedOn = reading.listedOn !== undefined && reading.listedOn > known ? reading.listedOn : known
    return [{ kind: 'delisted', readingId, before: { delistedOn: null }, after: { delistedOn } }]
  }
  if (rest.length === listings.length) return []
  return [{ kind: 'moved', readingId, before: { listings }, after: { listings: rest } }]
}

/** The newest day that readings prove: that on which the last of them was listed. Null where none tells one. */
export function newestDay(readings: Iterable<PresentReading>, also: 'delisted' | null = null): string | null {
  let newest: string | null = null
  for (const { listedOn, delistedOn } of readings) {
    for (const day of [listedOn, also ? delistedOn : null]) if (day && (newest === null || day > newest)) newest = day
  }
  return newest
}

/** The sections whose readings the edition speaks for: those it lists something in, and those said to be gone. */
export function sectionsInScope(edition: Edition, places: PlaceMap, goneSections: readonly string[]): Set<string> {
  const listed = edition.sections.filter((section) => section.listings.length + section.topics.length > 0)
  return new Set([...listed.map((section) => places.get(section.title, []).sectionId), ...goneSections])
}

export function missingSections(catalogue: Catalogue, listId: string | null, inScope: ReadonlySet<string>): Section[] {
  const listed = new Set(
    catalogue.readings.flatMap(({ list, delistedOn, listings }) =>
      list === listId && delistedOn === null ? listings.map((listing) => listing.sectionId) : [],
    ),
  )
  return catalogue.sections.filter(({ id }) => listed.has(id) && !inScope.has(id))
}

/** The new places that the changes list something in, with what stands above them. */
export function createdFor(
  changes: readonly Change[],
  places: Pick<PlaceMap, 'newSections' | 'newTopics'>,
): Pick<PlaceMap, 'newSections' | 'newTopics'> {
  const used = new Set<string>()
  for (const change of changes) {
    for (const listing of change.after.listings ?? []) {
      used.add(listing.sectionId)
      if (listing.topicId) used.add(listing.topicId)
    }
  }
  for (const topic of places.newTopics.toReversed()) if (used.has(topic.id) && topic.parentId) used.add(topic.parentId)
  return {
    newSections: places.newSections.filter((section) => used.has(section.id)),
    newTopics: places.newTopics.filter((topic) => used.has(topic.id)),
  }
}

export function orderOf(listings: readonly EditionListing[], places: PlaceMap, idOf: ReadonlyMap<string, string>) {
  const order = new Map<string, Set<string>>()
  for (const { url, section, topic } of listings) {
    const id = idOf.get(addressKey(url) ?? '')
    if (!id) continue
    const place = places.get(section, topic)
    const refs = order.get(place.sectionId) ?? new Set()
    order.set(place.sectionId, refs.add(`${id}@${placeOf(place)}`))
  }
  return [...order].map(([sectionId, refs]) => ({ sectionId, listings: [...refs] }))
}
