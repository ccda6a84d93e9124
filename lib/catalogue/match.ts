import {
  type Catalogue,
  type Change,
  type Listing,
  type PresentReading,
  type Section,
  type Topic,
  placeOf,
} from './catalogue-change.ts'
import { changesOf } from './changes-of.ts'
import {
  createdFor,
  departureOf,
  listOf,
  missingSections,
  newestDay,
  orderOf,
  sectionsInScope,
} from './edition-scope.ts'
import { type Edition, listEditionListings } from './edition.ts'
import { type IncomingWork, gatherWorks } from './incoming-works.ts'
import { type KnownNames, readListingFacts } from './listing-facts.ts'
import { Pairs, matchByAddress } from './match-by-address.ts'
import { type Likeness, listLikenesses, suggestFrom } from './match-by-similarity.ts'
import { matchByTitle } from './match-by-title.ts'
import { type PlaceMap, matchTopics } from './match-topics.ts'
import { addressKey } from '../addresses/same-address.ts'
import { newReadingId } from './reading-id.ts'

/** A pair that only resembles: "is this work that reading?" Nothing of either changes until it is answered. */
export type Doubt = {
  /** What a decision names it by. */
  key: string
  incoming: { title: string; url: string; section: string; topic: string[]; line: number }
  candidate: { readingId: string; title: string; url: string; delistedOn: string | null }
  /** 0 to 1. */
  score: number
  suggestion: 'same' | 'new'
}

export type MatchOptions = {
  /** ISO day of the import: when new readings are listed, and gone ones delisted where the edition proves no day. */
  day: string
  /**
   * ISO day of the edition, where it is known. An edition older than what the catalogue knows of its list changes
   * nothing of what came after it. Left out, it is the newest, and its day the newest that its readings prove.
   */
  editionDay?: string
  /** Readings whose shown title becomes the edition's. */
  retitle?: ReadonlySet<string>
  /**
   * Which list this is an edition of: null for the catalogue's own, else an id. An edition delists what its own list
   * no longer has, and only adds to the rest. Left out, it is the list of whose listed readings it has at least half,
   * and else a new one.
   */
  list?: string | null
  /** What a new list is called, such as its file's name. */
  name?: string
  /** Answers to doubts by their key: the id of the reading that the work is, or null for a new one. */
  decisions?: ReadonlyMap<string, string | null>
  /** Ids of sections that the edition does not have and whose readings are gone with it; others stay as they are. */
  goneSections?: readonly string[]
  /** Ids that once were given and are never given again. */
  retiredIds?: readonly string[]
  /** Names of organisations and technologies that the catalogue knows. */
  known?: KnownNames
}

export type ChangeList = {
  /** `isNew`: no reading is of this list yet. */
  list: { id: string | null; isNew: boolean }
  /** The day that it is taken to be of, and whether the catalogue knows newer things of its list. */
  edition: { day: string; isOlder: boolean }
  changes: Change[]
  doubts: Doubt[]
  /** What the changes need that is not there yet. */
  newSections: Section[]
  newTopics: Topic[]
  /** Sections with listed readings that the edition does not have. */
  missingSections: Section[]
  renamedTopics: { topicId: string; title: string }[]
  /** For each section of the edition, `<reading>@<place>` in the edition's order. */
  order: { sectionId: string; listings: string[] }[]
  matched: { byAddress: number; byTitle: number; byDecision: number; works: number; duplicates: number }
}

/**
 * Says what has to change for the catalogue to hold what an edition lists. By address first, then by title and place;
 * what is only alike becomes a doubt. Pure and deterministic; applying the changes and matching again gives none.
 * 20,000 works against 20,000 readings take seconds.
 */
export function matchEdition(catalogue: Catalogue, edition: Edition, options: MatchOptions): ChangeList {
  const listings = listEditionListings(edition)
  const { works, duplicates } = gatherWorks(listings)
  const { readings } = catalogue
  const pairs = new Pairs()
  matchByAddress(works, readings, pairs)
  const byAddress = pairs.taken.size
  const places = matchTopics(catalogue, edition, (url) =>
    (pairs.readingOf.get(addressKey(url) ?? '')?.listings ?? []).flatMap((listing) => listing.topicId ?? []),
  )
  const wanted = new Map(works.map((work) => [work, wantedListings(work, places)]))
  const placesOf = (work: IncomingWork) => wanted.get(work) ?? []
  const byDecision = takeDecisions(works, readings, options.decisions ?? new Map(), pairs)
  matchByTitle(works, readings, placesOf, pairs)
  const byTitle = pairs.taken.size - byAddress - byDecision
  const list = listOf(readings, pairs, options)
  const settled = new Set([...(options.decisions ?? [])].flatMap(([key, id]) => (id === null ? [key] : [])))
  const undecided = works.filter((work) => !settled.has(work.key))
  const { likenesses, readings: resembled } = listLikenesses(undecided, readings, placesOf, pairs)
  const doubtful = new Set(likenesses.map(({ work }) => work))

  const known = newestDay(
    readings.filter((reading) => reading.list === list.id),
    'delisted',
  )
  const isOlder = options.editionDay !== undefined && known !== null && options.editionDay < known
  const hasNew = works.some((work) => pairs.isOpen(work))
  const proven = hasNew ? null : newestDay(pairs.readingOf.values())
  const day = options.editionDay ?? proven ?? options.day
  const rules = { olderDay: isOlder ? day : null, retitle: options.retitle ?? new Set<string>() }

  const inScope = sectionsInScope(edition, places, options.goneSections ?? [])
  const ids = new Set([...readings.map((reading) => reading.id), ...(options.retiredIds ?? [])])
  const numbers = new Map<string, number>()
  const changes: Change[] = []
  const refs = new Map<string, string>()
  for (const work of works) {
    const reading = pairs.readingOf.get(work.key)
    if (reading) {
      refs.set(work.key, reading.id)
      changes.push(
        ...changesOf(reading, work.url, placesOf(work), { ...rules, isOwnList: reading.list === list.id, inScope }),
      )
    } else if (!doubtful.has(work)) {
      const since = options.editionDay ?? options.day
      const added = { listedOn: since, delistedOn: isOlder ? known : null }
      const change = addition(work, placesOf(work), list.id, { ids, numbers }, { ...options, ...added })
      ids.add(change.readingId)
      refs.set(work.key, change.readingId)
      changes.push(change)
    }
  }
  const open = readings.filter((reading) => !pairs.taken.has(reading.id) && !resembled.has(reading))
  const own = isOlder ? [] : open.filter((reading) => reading.list === list.id)
  const departure = { day, isGiven: options.editionDay !== undefined }
  changes.push(...own.flatMap((reading) => departureOf(reading, inScope, departure)))
  return {
    list,
    edition: { day, isOlder },
    changes,
    doubts: likenesses.map(toDoubt),
    ...createdFor(changes, places),
    missingSections: missingSections(catalogue, list.id, inScope),
    renamedTopics: places.renamed,
    order: orderOf(listings, places, refs),
    matched: { byAddress, byTitle, byDecision, works: works.length, duplicates: duplicates.length },
  }
}

function addition(
  work: IncomingWork,
  listings: Listing[],
  list: string | null,
  { ids, numbers }: { ids: ReadonlySet<string>; numbers: Map<string, number> },
  options: MatchOptions & { listedOn: string; delistedOn: string | null },
) {
  const { listedOn, delistedOn } = options
  const listed = { url: work.url, title: work.listings[0]?.title ?? '', remark: work.listings[0]?.remark ?? '' }
  const facts = readListingFacts(listed, options.known ?? { organisations: [], technologies: [] })
  const after = { ...facts, list, url: work.url, formerUrls: [], listedOn, delistedOn, listings }
  return { kind: 'added' as const, readingId: newReadingId(listed.title, ids, numbers), before: null, after }
}

function takeDecisions(
  works: readonly IncomingWork[],
  readings: readonly PresentReading[],
  decisions: ReadonlyMap<string, string | null>,
  pairs: Pairs,
): number {
  const byId = new Map(readings.map((reading) => [reading.id, reading]))
  let taken = 0
  for (const work of works) {
    const reading = byId.get(decisions.get(work.key) ?? '')
    if (!reading || !pairs.isOpen(work) || pairs.taken.has(reading.id)) continue
    pairs.take(work, reading)
    taken++
  }
  return taken
}

/** A work's places in the catalogue's terms; two that became one are one. */
function wantedListings(work: IncomingWork, places: PlaceMap): Listing[] {
  const seen = new Set<string>()
  return work.listings.flatMap(({ section, topic, title, introduction }) => {
    const listing = { ...places.get(section, topic), title, introduction }
    const key = `${placeOf(listing)} ${title}`
    if (seen.has(key)) return []
    seen.add(key)
    return [listing]
  })
}

function toDoubt({ work, reading, score }: Likeness): Doubt {
  const { title = '', section = '', topic = [], line = 0 } = work.listings[0] ?? {}
  return {
    key: work.key,
    incoming: { title, url: work.url, section, topic, line },
    candidate: {
      readingId: reading.id,
      title: reading.listings[0]?.title ?? reading.title,
      url: reading.url,
      delistedOn: reading.delistedOn,
    },
    score,
    suggestion: score >= suggestFrom ? 'same' : 'new',
  }
}
