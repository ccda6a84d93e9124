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

/** Lower case without diacritics, as the full-text index folds words. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The words of a text as the full-text index sees them: runs of letters and figures, folded. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

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
  return entries.filter((entry) => {
    const words = wordsOf(entry.name)
    return wanted.every((part) => words.some((word) => word.startsWith(part)))
  })
}

/** A topic's id is `<section>/<slug>`, of which a person types the slug. */
function idWords(entry: Entry): string {
  return wordsOf(entry.id.slice(entry.id.indexOf('/') + 1)).join(' ')
}
