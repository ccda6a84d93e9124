import { type Change, type Listing, type PresentReading, type ReadingState, placeOf } from './catalogue-change.ts'
import { readListingFacts } from './listing-facts.ts'
import { normaliseUrl } from '../addresses/same-address.ts'

type Rules = {
  /** Whether the edition is one of the list that the reading belongs to, whose word on it is the last. */
  isOwnList: boolean
  /** The sections that the edition speaks for. */
  inScope: ReadonlySet<string>
  /** The day of an edition that is older than what the catalogue knows of its list; else null. */
  olderDay: string | null
  /** Readings whose shown title becomes the edition's, because a person says so. */
  retitle: ReadonlySet<string>
}

/**
 * What has to change for a reading to be as an edition lists it: back in the list, at the edition's address, in its
 * places, under its titles there. Where the reading belongs to this list, the edition's address is the present one,
 * whatever it was before, and its places replace those in the sections it has; another list adds places and remembers
 * its address as one more. The title that the reading is shown by is nobody's but the curators'. An edition older than
 * what is known of its list only adds an address that the reading once had.
 */
export function changesOf(reading: PresentReading, url: string, wanted: readonly Listing[], rules: Rules): Change[] {
  const changes: Change[] = []
  const add = (kind: Exclude<Change['kind'], 'added'>, before: Partial<ReadingState>, after: Partial<ReadingState>) =>
    changes.push({ kind, readingId: reading.id, before, after })
  const isCurrent = rules.isOwnList && rules.olderDay === null
  const addresses = isCurrent ? readdress(reading, url) : remember(reading, url)
  const readdressed = () => {
    if (addresses) add('readdressed', { url: reading.url, formerUrls: reading.formerUrls }, addresses)
  }
  if (rules.olderDay !== null) {
    readdressed()
    return changes
  }
  if (reading.delistedOn !== null) add('relisted', { delistedOn: reading.delistedOn }, { delistedOn: null })
  readdressed()

  const { listings, titles } = placeListings(reading, wanted, rules)
  if (listings) add('moved', { listings: reading.listings }, { listings })
  const placed = listings ?? reading.listings
  const before: Partial<ReadingState> = {}
  const after: Partial<ReadingState> = {}
  const title = rules.retitle.has(reading.id) ? titleOf(reading, url, wanted) : reading.title
  if (title !== reading.title) {
    before.title = reading.title
    after.title = title
  }
  if (titles.some((listing, i) => listing.title !== placed[i]?.title)) {
    before.listings = placed
    after.listings = titles
  }
  if (Object.keys(after).length > 0) add('renamed', before, after)
  return changes
}

type Addresses = Pick<ReadingState, 'url' | 'formerUrls'>

/** The reading's addresses with `url` as the present one; null where it is that already. */
export function readdress(reading: Addresses, url: string): Addresses | null {
  const key = normaliseUrl(url)
  if (normaliseUrl(reading.url) === key) return null
  const former = [...reading.formerUrls, reading.url].filter((each) => normaliseUrl(each) !== key)
  return { url, formerUrls: [...new Set(former)] }
}

/** The reading's addresses with `url` as one that it has, too; null where it is known. */
function remember({ url: present, formerUrls }: Addresses, url: string): Addresses | null {
  const key = normaliseUrl(url)
  if ([present, ...formerUrls].some((known) => normaliseUrl(known) === key)) return null
  return { url: present, formerUrls: [...formerUrls, url] }
}

/** What the edition's own words call the reading. */
function titleOf(reading: PresentReading, url: string, wanted: readonly Listing[]): string {
  const [first] = wanted
  if (!first) return reading.title
  return readListingFacts({ title: first.title, url, remark: '' }, { organisations: [], technologies: [] }).title
}

/**
 * The listings after the move, with the old title where a place stays (`listings`, null when no place changes), and the
 * same ones under the edition's titles (`titles`).
 */
function placeListings(reading: PresentReading, wanted: readonly Listing[], { isOwnList, inScope }: Rules) {
  const rest = new Set(reading.listings)
  const taken = new Map<Listing, Listing>()
  for (const keyOf of [(each: Listing) => `${placeOf(each)} ${each.title}`, placeOf]) {
    const spares = Map.groupBy([...rest].toReversed(), keyOf)
    for (const listing of wanted) {
      const spare = taken.has(listing) ? undefined : spares.get(keyOf(listing))?.pop()
      if (!spare) continue
      taken.set(listing, spare)
      rest.delete(spare)
    }
  }
  const spare = [...rest]
  const isKept = (listing: Listing) => !isOwnList || (reading.delistedOn === null && !inScope.has(listing.sectionId))
  const kept = spare.filter(isKept)
  const moved = [
    ...wanted.map((listing) => ({ ...listing, title: taken.get(listing)?.title ?? listing.title })),
    ...kept,
  ]
  const titles = [...wanted, ...kept]
  if (!samePlaces(moved, reading.listings)) return { listings: moved, titles }
  // Nothing moves: keep the catalogue's order of the places, so that order alone is no change.
  const wantedFor = new Map([...taken].map(([listing, present]) => [present, listing]))
  return { listings: null, titles: reading.listings.map((listing) => wantedFor.get(listing) ?? listing) }
}

function samePlaces(a: readonly Listing[], b: readonly Listing[]): boolean {
  const keys = (listings: readonly Listing[]) =>
    listings
      .map((listing) => `${placeOf(listing)} ${listing.introduction}`)
      .toSorted()
      .join('\n')
  return keys(a) === keys(b)
}
