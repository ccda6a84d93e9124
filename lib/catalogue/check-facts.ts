import { hasTracking } from '../addresses/same-address.ts'
import type { ContentListing, ContentReading } from './content.ts'
import { titlesOf } from './reading-titles.ts'

/** A fact that cannot be right, said so that a person mends it. */
export interface FactMistake {
  readingId: string
  reason: string
}

/** Whose pages these are: a reading there names somebody. */
const authors: Record<string, string> = {
  'martinfowler.com': 'Martin Fowler',
  'martin.kleppmann.com': 'Martin Kleppmann',
  'blog.codinghorror.com': 'Jeff Atwood',
  'brendangregg.com': 'Brendan Gregg',
  'blog.cleancoder.com': 'Robert C. Martin',
  'joeduffyblog.com': 'Joe Duffy',
  'lethain.com': 'Will Larson',
  'mvdirona.com': 'James Hamilton',
  'stevesouders.com': 'Steve Souders',
  'use-the-index-luke.com': 'Markus Winand',
}

/** Names that titles use for something else: protocols, languages, and whose site it is. */
const everydayNames = new Set(['AWS', 'SQL', 'TCP', 'HTTP', 'Slack', 'Cloudflare', 'GitHub', 'Dataflow', 'Go'])

/**
 * What all readings together show to be wrong: two that are called alike where no organisation stands beside them, an
 * address that carries tracking or somebody's playlist, an author whom the address tells and nobody named, a reading
 * without the organisation that all others of its site have, a known technology in the title that is not among the
 * reading's.
 */
export function checkFacts(readings: readonly ContentReading[], listings: readonly ContentListing[]): FactMistake[] {
  const places = Map.groupBy(listings, (listing) => listing.readingId)
  const listed = (id: string) => (places.get(id) ?? []).map((place) => place.title)
  const mistakes: FactMistake[] = []
  const blame = (readingId: string, reason: string) => mistakes.push({ readingId, reason })

  const titles = new Map<string, string>()
  for (const reading of readings) {
    const introduction = (places.get(reading.id) ?? []).some((place) => place.introduction)
    const { fullTitle } = titlesOf({ ...reading, listed: listed(reading.id), introduction })
    const other = titles.get(fullTitle.toLowerCase())
    if (other) blame(reading.id, `"${fullTitle}" is also the title of ${other}: say in which they differ`)
    titles.set(fullTitle.toLowerCase(), reading.id)
  }

  for (const { id, url, people } of readings) {
    if (hasTracking(url)) blame(id, `its address carries tracking or a playlist: ${url}`)
    const author = authors[siteOf(url)]
    if (author && people.length === 0) blame(id, `its address is ${author}'s, and nobody is named`)
  }

  for (const [site, own] of Map.groupBy(readings, (reading) => siteOf(reading.url))) {
    const named = own.flatMap((reading) => reading.organisation ?? [])
    if (named.length < 2 || new Set(named).size > 1) continue
    for (const { id, organisation } of own)
      if (organisation === null) blame(id, `all others of ${site} are of ${named[0]}, and this one of nobody`)
  }

  const technologies = [...new Set(readings.flatMap((reading) => reading.technologies))]
    .filter((name) => name.length > 1 && !everydayNames.has(name))
    .map((name) => ({ name, pattern: wordsOf(name) }))
  for (const reading of readings) {
    const own = reading.technologies.join(' ')
    for (const { name, pattern } of technologies)
      if (pattern.test(reading.title) && !pattern.test(own) && reading.organisation !== name)
        blame(reading.id, `its title names ${name}, which is not among its technologies`)
  }
  return mistakes
}

/** The host, and on Medium the publication: whose pages these are. */
function siteOf(address: string): string {
  const url = URL.parse(address)
  const host = url?.hostname.replace(/^www\./, '') ?? ''
  return host === 'medium.com' ? `${host}/${url?.pathname.split('/')[1] ?? ''}` : host
}

function wordsOf(name: string): RegExp {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u')
}
