import type { Entry, Vocabulary } from './vocabulary.ts'
import { namedPages } from '../pages.ts'
import { wordsOf } from '../words/same-word.ts'

/** Somewhere to go. */
export interface Destination {
  /** What kind of place it is, in a word. */
  kind: string
  name: string
  href: string
}

const pages: Destination[] = namedPages.map(({ path, name }) => ({ kind: 'page', name, href: path }))

const kinds = [
  ['section', 'section', '/catalogue/'],
  ['topic', 'topic', '/catalogue/'],
  ['organisation', 'organisation', '/organisations/'],
  ['technology', 'technology', '/technologies/'],
] as const

/**
 * Pages, sections, topics, organisations and technologies in whose names each word of `typed` begins some word; those
 * that begin with it first, at most `limit`. Without a text, the pages.
 */
export function findDestinations(typed: string, vocabulary: Vocabulary | undefined, limit: number): Destination[] {
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return pages.slice(0, limit)
  const all = [
    ...pages,
    ...kinds.flatMap(([facet, kind, path]) =>
      (vocabulary?.[facet] ?? []).map((entry: Entry) => ({ kind, name: entry.name, href: path + entry.id })),
    ),
  ]
  const fits = all.flatMap((place) => {
    const words = wordsOf(place.name)
    if (!wanted.every((part) => words.some((word) => word.startsWith(part)))) return []
    return [{ place, begins: words.join(' ').startsWith(wanted.join(' ')) }]
  })
  return [...fits.filter((one) => one.begins), ...fits.filter((one) => !one.begins)]
    .slice(0, limit)
    .map(({ place }) => place)
}
