import { hostOf, parseHttpUrl } from '#lib/addresses/http-url.ts'
import { mediumOf } from '#lib/catalogue/listing-facts.ts'
import { estimateMinutes, type Medium } from '#lib/catalogue/minutes.ts'

/** Most readings that one person adds. */
export const mostOwnReadings = 10_000

/** What a person says of a reading that they add; what is left out is worked out from the rest. */
export interface OwnFacts {
  title?: string | undefined
  /** Null: it has no address, such as a book or a talk. */
  url: string | null
  byline?: string | undefined
  medium?: Medium | undefined
  parts?: number | undefined
  minutes?: number | undefined
}

/** An own reading with all its facts. `isEstimate`: nobody stated the minutes. */
export interface WholeFacts {
  title: string
  url: string
  byline: string
  medium: Medium
  parts: number
  minutes: number
  isEstimate: boolean
}

/** Fills in what was left out: a title from the address, the medium from its host, minutes by the catalogue's rule. */
export function wholeFacts({ title, url, byline = '', medium, parts = 1, minutes }: OwnFacts): WholeFacts {
  const kind = medium ?? (url === null ? 'book' : mediumOf(url))
  return {
    title: title || titleOfAddress(url ?? ''),
    url: url ?? '',
    byline,
    medium: kind,
    parts,
    minutes: minutes ?? estimateMinutes({ medium: kind, parts, url: url ?? '' }),
    isEstimate: minutes === undefined,
  }
}

/** A title from the address alone: the last part of its path in words, or the host. */
export function titleOfAddress(address: string): string {
  const url = parseHttpUrl(address)
  if (!url) return address.trim().slice(0, 300) || 'Untitled'
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? ''
  let words = last
  try {
    words = decodeURIComponent(last)
  } catch {
    // An address that is not UTF-8 keeps its percent signs.
  }
  words = words
    .replace(/\.(html?|php|aspx?|pdf)$/i, '')
    .replaceAll(/[-_+\s]+/g, ' ')
    .trim()
  if (!/\p{L}{3}/u.test(words)) return `${hostOf(address)}${url.pathname === '/' ? '' : url.pathname}`.slice(0, 300)
  return `${words[0]?.toUpperCase()}${words.slice(1)}`.slice(0, 300)
}
