import type { EditionListing } from './edition.ts'
import { addressKey } from '../addresses/same-address.ts'

/** A work that an edition lists, at one address, with every place that lists it. */
export type IncomingWork = {
  /** Names the work for decisions: stays the same while its address does. */
  key: string
  url: string
  /** In the order of the file; no two with both the same place and title. */
  listings: EditionListing[]
}

/** The works of an edition: bullets with the same address are one work, and its first spelling of the address counts. */
export function gatherWorks(listings: readonly EditionListing[]): {
  works: IncomingWork[]
  duplicates: EditionListing[]
} {
  const works = new Map<string, IncomingWork>()
  const duplicates: EditionListing[] = []
  const seen = new Set<string>()
  for (const listing of listings) {
    const key = addressKey(listing.url)
    if (!key) continue
    const work = works.get(key) ?? { key, url: listing.url, listings: [] }
    works.set(key, work)
    const place = JSON.stringify([key, listing.section, listing.topic, listing.title])
    if (seen.has(place)) duplicates.push(listing)
    else work.listings.push(listing)
    seen.add(place)
  }
  return { works: [...works.values()], duplicates }
}
