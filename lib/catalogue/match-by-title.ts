import { pushTo } from '../push-to.ts'
import { type PresentReading, placeOf } from './catalogue-change.ts'
import type { IncomingWork } from './incoming-works.ts'
import type { Pairs } from './match-by-address.ts'
import { titleKey } from './title-key.ts'

/** The places of a work in the catalogue's terms; null for a section or topic that is new. */
export type PlacesOf = (work: IncomingWork) => { sectionId: string; topicId: string | null; title: string }[]

/**
 * Pairs works and readings of the same title that stand in the same topic, then, where the title has three words or
 * more, in the same section. Only where both are the only ones: a delisted reading does not stand against a listed one.
 */
export function matchByTitle(
  works: readonly IncomingWork[],
  readings: readonly PresentReading[],
  placesOf: PlacesOf,
  pairs: Pairs,
) {
  const byTopic = (listing: { sectionId: string; topicId: string | null }) => placeOf(listing)
  const bySection = (listing: { sectionId: string }) => listing.sectionId
  for (const [place, words] of [[byTopic, 1] as const, [bySection, 3] as const]) {
    const keysOf = (listings: { sectionId: string; topicId: string | null; title: string }[]) =>
      new Set(
        listings.flatMap((listing) => {
          const key = titleKey(listing.title)
          return key && key.split(' ').length >= words ? [`${place(listing)}|${key}`] : []
        }),
      )
    const present = new Map<string, PresentReading[]>()
    for (const reading of readings) {
      if (pairs.taken.has(reading.id)) continue
      for (const key of keysOf(reading.listings)) pushTo(present, key, reading)
    }
    const incoming = new Map<string, IncomingWork[]>()
    for (const work of works) {
      if (!pairs.isOpen(work)) continue
      for (const key of keysOf(placesOf(work))) pushTo(incoming, key, work)
    }
    for (const [key, [work, ...others]] of incoming) {
      if (others.length > 0) continue
      const open = (present.get(key) ?? []).filter((reading) => !pairs.taken.has(reading.id))
      const listed = open.filter((reading) => reading.delistedOn === null)
      const [reading, ...rivals] = listed.length > 0 ? listed : open
      if (work && reading && rivals.length === 0 && pairs.isOpen(work)) pairs.take(work, reading)
    }
  }
}
