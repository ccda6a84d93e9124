import { wordKey, wordsOf } from '../words/same-word.ts'
import { slipsBetween } from '../words/slips.ts'

/** What readings can be narrowed by, in the order the page shows. `status` and `has` are the viewer's own. */
export const facetKeys = [
  'section',
  'topic',
  'organisation',
  'technology',
  'medium',
  'listed',
  'status',
  'has',
  'person',
] as const

/** One of `facetKeys`: also the name of the URL's parameter. */
export type FacetKey = (typeof facetKeys)[number]

/** A value of a facet: `id` stands in URLs, `name` on the screen. */
export interface Entry {
  id: string
  name: string
}

/** All values of all facets that the catalogue knows. */
export type Vocabulary = Record<FacetKey, Entry[]>

/** The values of facets that do not come from the catalogue. */
export const fixedEntries = {
  listed: [
    { id: 'listed', name: 'Still listed' },
    { id: 'delisted', name: 'No longer listed' },
  ],
  status: [
    { id: 'unmarked', name: 'Not marked' },
    { id: 'queued', name: 'Queued' },
    { id: 'reading', name: 'Reading' },
    { id: 'done', name: 'Done' },
    { id: 'skipped', name: 'Skipped' },
  ],
  has: [{ id: 'note', name: 'Has a note' }],
} as const satisfies Partial<Record<FacetKey, readonly Entry[]>>

const aliases: Partial<Record<FacetKey, Record<string, string>>> = {
  medium: { docs: 'documentation', repo: 'repository', pdf: 'paper', talk: 'video', deck: 'slides', post: 'article' },
  status: { unread: 'unmarked', todo: 'unmarked', read: 'done', finished: 'done', started: 'reading' },
  listed: { gone: 'delisted', current: 'listed' },
  has: { notes: 'note' },
}

/**
 * The entries of a facet that a person means by `value`: the one with this id, name or alias; else those in whose
 * name some word begins with it (all words of `value` must). Empty when nothing fits.
 */
export function findEntries(facet: FacetKey, entries: readonly Entry[], value: string): Entry[] {
  const wanted = wordsOf(value)
  if (wanted.length === 0) return entries.filter((entry) => entry.id === value)
  const key = wanted.join(' ')
  const alias = aliases[facet]?.[key]
  const exact = entries.filter(
    (entry) =>
      entry.id === value || entry.id === alias || idWords(entry) === key || wordsOf(entry.name).join(' ') === key,
  )
  if (exact.length > 0) return exact
  const together = wordKey(value)
  const joined = entries.filter((entry) => wordKey(entry.name) === together || wordKey(idWords(entry)) === together)
  if (joined.length > 0) return joined
  return entries.filter((entry) => {
    const words = wordsOf(entry.name)
    return wanted.every((part) => words.some((word) => word.startsWith(part)))
  })
}

/**
 * The entries that somebody who typed `value` may have meant: those whose name, or a word of it, differs by the fewest
 * slips; at most 3. Empty for the viewer's own facets and where nothing is near.
 */
export function nearEntries(entries: readonly Entry[], value: string): Entry[] {
  const typed = wordKey(value)
  const near = entries.flatMap((entry) => {
    const forms = [wordKey(entry.name), ...wordsOf(entry.name).filter((word) => word.length > 3)]
    const slips = Math.min(...forms.map((form) => slipsBetween(typed, form) ?? Infinity))
    return Number.isFinite(slips) ? [{ entry, slips }] : []
  })
  const least = Math.min(...near.map(({ slips }) => slips))
  return near
    .filter(({ slips }) => slips === least)
    .slice(0, 3)
    .map(({ entry }) => entry)
}

/** A topic's id is `<section>/<slug>`, of which a person types the slug. */
function idWords(entry: Entry): string {
  return wordsOf(entry.id.slice(entry.id.indexOf('/') + 1)).join(' ')
}
