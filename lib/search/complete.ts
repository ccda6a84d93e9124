import { cleanQuery, type FilterKey, filterKeys, formatPart, parse } from './query.ts'
import { facetsOf } from './understand.ts'
import type { Entry, Vocabulary } from './vocabulary.ts'
import { fold, wordsOf } from '../words/same-word.ts'

/** A way to go on typing: the whole new text, where the caret then stands, and what the list shows. */
export interface Completion {
  label: string
  /** What kind of thing it is, in a word or two. */
  hint: string
  text: string
  caret: number
}

const hints: Record<FilterKey, string> = {
  org: 'organisation',
  tech: 'technology',
  topic: 'topic',
  section: 'section',
  in: 'section or topic',
  medium: 'medium',
  by: 'person',
  is: 'your status, or listed',
  has: 'note',
}

/** In what order the values of facets are offered for a bare word. */
const offered: FilterKey[] = ['org', 'tech', 'topic', 'section', 'medium', 'by']

/** How many characters a bare word needs before names are offered for it. */
const minWord = 2

/**
 * Offers ways to complete the part of a query in which the caret stands: a filter's value, a filter's key, or a name
 * of the catalogue for a bare word. At most `limit`, best first; none where nothing fits.
 * @param caret in UTF-16 units of `text`.
 */
export function complete(text: string, caret: number, vocabulary: Vocabulary, limit = 8): Completion[] {
  const clean = cleanQuery(text)
  const part = parse(text).parts.find((one) => one.kind !== 'phrase' && one.start < caret && caret <= one.end)
  if (!part) return []
  const replace = (key: FilterKey, value: string): Pick<Completion, 'text' | 'caret'> => {
    const written = formatPart({ kind: 'filter', key, text: value, negated: part.negated })
    const before = clean.slice(0, part.start)
    const after = clean.slice(part.end).trimStart()
    const done = value === '' ? written : `${written} `
    return { text: before + done + after, caret: before.length + done.length }
  }
  const offer = (key: FilterKey, entries: Entry[]): Completion[] =>
    entries.map((entry) => ({ label: entry.name, hint: hints[key], ...replace(key, valueOf(key, entry)) }))

  if (part.kind === 'filter' && part.key !== null) {
    const key = part.key
    const entries = facetsOf[key].flatMap((facet) => beginning(vocabulary[facet], part.text))
    return offer(key, entries.slice(0, limit))
  }
  const typed = fold(part.text)
  const keys = filterKeys
    .filter((key) => key.startsWith(typed))
    .map((key) => ({ label: `${key}:`, hint: hints[key], ...replace(key, '') }))
  if (typed.length < minWord) return keys.slice(0, limit)
  const names = offered.flatMap((key) =>
    offer(key, facetsOf[key].flatMap((facet) => beginning(vocabulary[facet], part.text, 'first')).slice(0, 3)),
  )
  return [...keys, ...names].slice(0, limit)
}

/** Entries whose name begins with what was typed, then, unless only the `first` word counts, those where a later does. */
function beginning(entries: readonly Entry[], typed: string, words: 'first' | 'any' = 'any'): Entry[] {
  const wanted = wordsOf(typed).join(' ')
  if (wanted === '') return [...entries]
  const places = entries.map((entry) => ({ entry, at: ` ${wordsOf(entry.name).join(' ')}`.indexOf(` ${wanted}`) }))
  const first = places.filter(({ at }) => at === 0)
  const later = words === 'any' ? places.filter(({ at }) => at > 0) : []
  return [...first, ...later].map(({ entry }) => entry)
}

/** What is typed for an entry: people by name, all else by the last part of the id. */
export function valueOf(key: FilterKey, entry: Entry): string {
  return key === 'by' ? entry.name : entry.id.slice(entry.id.indexOf('/') + 1)
}
