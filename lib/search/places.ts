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

const kinds = [
  ['section', 'section', '/catalogue/'],
  ['topic', 'topic', '/catalogue/'],
  ['organisation', 'organisation', '/organisations/'],
  ['technology', 'technology', '/technologies/'],
] as const

/**
 * Of `entries` those in whose text each word of `typed` begins some word; those that begin with it first. Without a
 * text, all.
 */
export function byBeginning<T>(typed: string, entries: readonly T[], textOf: (entry: T) => string): T[] {
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return [...entries]
  const fits = entries.flatMap((entry) => {
    const words = wordsOf(textOf(entry))
    if (!wanted.every((part) => words.some((word) => word.startsWith(part)))) return []
    return [{ entry, begins: words.join(' ').startsWith(wanted.join(' ')) }]
  })
  return [...fits.filter((one) => one.begins), ...fits.filter((one) => !one.begins)].map(({ entry }) => entry)
}

/**
 * The viewer's own places, pages, sections, topics, organisations and technologies that `typed` may mean, best first.
 * Without a text, the pages: for a guest those alone that are for everybody.
 */
export function findDestinations(
  typed: string,
  vocabulary: Vocabulary | undefined,
  own: readonly Destination[],
  isSignedIn: boolean,
): Destination[] {
  const pages = namedPages
    .filter(({ access }) => access === 'anyone' || isSignedIn)
    .map(({ path, name }) => ({ kind: 'page', name, href: path }))
  if (wordsOf(typed).length === 0) return pages
  const named = kinds.flatMap(([facet, kind, path]) =>
    (vocabulary?.[facet] ?? []).map((entry: Entry) => ({ kind, name: entry.name, href: path + entry.id })),
  )
  return byBeginning(typed, [...pages, ...own, ...named], ({ name }) => name)
}
