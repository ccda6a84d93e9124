import type { PresentReading } from './catalogue-change.ts'
import type { IncomingWork } from './incoming-works.ts'
import type { Pairs } from './match-by-address.ts'
import type { PlacesOf } from './match-by-title.ts'
import { hostOf, parseHttpUrl } from '../addresses/http-url.ts'
import { titleKey } from './title-key.ts'
import { TitleIndex, type TitleTraits, likenessOf, traitsOf } from './similar-titles.ts'

/** From here on a pair is shown to a person, */
export const doubtFrom = 0.65
/** and from here on "the same" is what is suggested. Of 1,066 different readings, four pairs are as alike as that. */
export const suggestFrom = 0.85

export type Likeness = { work: IncomingWork; reading: PresentReading; score: number }

/**
 * The open works that resemble an open reading, each with the one that it most likely is (`likenesses`), and every
 * reading that some work resembles (`readings`). Where two works resemble one reading best, the more alike one has it
 * for its candidate, and the other its next best, or the same one when there is no other. The score is the
 * titles' similarity, with 0.05 more for the same section, 0.05 for the same host and 0.1 for the same people; where the
 * addresses end alike in a name of several words, at least 0.9 on one host, and elsewhere 0.55 and a quarter of the
 * titles' similarity (a library and an article may both be called "circuit-breaker"). Certain of nothing: each is for a
 * person to decide.
 */
export function listLikenesses(
  works: readonly IncomingWork[],
  readings: readonly PresentReading[],
  placesOf: PlacesOf,
  pairs: Pairs,
): { likenesses: Likeness[]; readings: Set<PresentReading> } {
  const open = readings.filter((reading) => !pairs.taken.has(reading.id)).map(toCompare)
  const titles = open.flatMap((reading) => reading.titles.map((title) => ({ title, reading })))
  const index = new TitleIndex(titles.map(({ title }) => title))
  const bySlug = new Map(open.flatMap((reading) => (reading.slug ? [[reading.slug, reading] as const] : [])))
  const found: Likeness[] = []
  for (const work of works) {
    if (!pairs.isOpen(work)) continue
    const compared = toCompare(work)
    const sections = new Set(placesOf(work).map((place) => place.sectionId))
    const candidates = new Set<Compared<PresentReading>>()
    for (const title of compared.titles) {
      for (const i of index.nearest(title)) if (titles[i]) candidates.add(titles[i].reading)
    }
    const twin = compared.slug ? bySlug.get(compared.slug) : undefined
    if (twin) candidates.add(twin)
    for (const reading of candidates) {
      const score = likeness(compared, reading, sections)
      if (score >= doubtFrom) found.push({ work, reading: reading.of, score })
    }
  }
  return { likenesses: onePerWork(found), readings: new Set(found.map(({ reading }) => reading)) }
}

/** Of a work or reading with more titles than these, the first ones are compared. */
const mostTitles = 10

type Compared<T> = { of: T; titles: TitleTraits[]; slug: string; host: string; people: string }

function toCompare<T extends { url: string; listings: readonly { title: string }[] }>(of: T): Compared<T> {
  const titles = [...new Set(of.listings.map((listing) => listing.title))].slice(0, mostTitles)
  return { of, titles: titles.map(traitsOf), slug: addressSlug(of.url), host: hostOf(of.url), people: peopleOf(titles) }
}

/** The people whom a title names behind its dash ("X - Jeff Dean, Google"). */
function peopleOf(titles: readonly string[]): string {
  const named = titles.flatMap((title) => / [-–] (\p{Lu}[^,]{2,60}), /u.exec(title)?.[1] ?? [])
  return titleKey(named[0] ?? '')
}

function likeness(work: Compared<IncomingWork>, reading: Compared<PresentReading>, sections: ReadonlySet<string>) {
  let title = 0
  for (const a of work.titles) for (const b of reading.titles) title = Math.max(title, likenessOf(a, b))
  const section = reading.of.listings.some((listing) => sections.has(listing.sectionId)) ? 0.05 : 0
  const host = work.host === reading.host ? 0.05 : 0
  const people = work.people !== '' && work.people === reading.people ? 0.1 : 0
  const isAlike = work.slug !== '' && work.slug === reading.slug
  const address = isAlike ? (work.host === reading.host ? 0.9 : 0.55 + title / 4) : 0
  return Math.min(1, Math.max(title > 0.5 ? title + section + host + people : 0, address))
}

function onePerWork(found: Likeness[]): Likeness[] {
  const order = new Map(found.toReversed().map(({ work }, i) => [work, -i]))
  const byScore = (a: Likeness, b: Likeness) =>
    b.score - a.score ||
    (order.get(a.work) ?? 0) - (order.get(b.work) ?? 0) ||
    Number(a.reading.delistedOn !== null) - Number(b.reading.delistedOn !== null) ||
    (a.reading.id < b.reading.id ? -1 : 1)
  const sorted = found.toSorted(byScore)
  const chosen = new Map<IncomingWork, Likeness>()
  const readings = new Set<PresentReading>()
  for (const each of sorted) {
    if (chosen.has(each.work) || readings.has(each.reading)) continue
    chosen.set(each.work, each)
    readings.add(each.reading)
  }
  for (const each of sorted) if (!chosen.has(each.work)) chosen.set(each.work, each)
  return [...chosen.values()].toSorted((a, b) => (order.get(a.work) ?? 0) - (order.get(b.work) ?? 0))
}

/** The last part of an address's path where it is a name of two words or more, without its ending; else empty. */
function addressSlug(address: string): string {
  const last = parseHttpUrl(address)?.pathname.replace(/\/+$/, '').split('/').at(-1) ?? ''
  const slug = last.toLowerCase().replace(/\.\w{2,5}$/, '')
  return slug.length >= 12 && /[a-z]-[a-z]/.test(slug) ? slug : ''
}
