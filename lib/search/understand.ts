import { type FilterKey, maxLength, maxParts, parse, type Part, type Query } from './query.ts'
import { type SearchState, withChosen, withoutParts } from './state.ts'
import { type Entry, type FacetKey, facetKeys, findEntries, nearEntries, type Vocabulary } from './vocabulary.ts'
import { wordsOf } from '../words/same-word.ts'

/** One demand on a reading: it has one of these values of a facet or, negated, none of them. */
export interface Demand {
  facet: FacetKey
  entries: Entry[]
  negated: boolean
  /** The parts of the query that it came from, with the entries that each named; empty where it was chosen. */
  typed: { part: Part; ids: string[] }[]
}

/** A search, understood against what the catalogue knows. */
export interface Understanding {
  query: Query
  /** Words and phrases, with those filters that named nothing and are searched as words. */
  texts: Part[]
  /** Whether the last of `texts` is a word still being typed. */
  prefix: boolean
  demands: Demand[]
  /** Sentences on what was not understood or left out. */
  remarks: string[]
}

/** Where the value of each key is looked for, in this order; the first that knows it wins. */
export const facetsOf: Record<FilterKey, FacetKey[]> = {
  org: ['organisation'],
  tech: ['technology'],
  topic: ['topic'],
  section: ['section'],
  in: ['section', 'topic'],
  medium: ['medium'],
  by: ['person'],
  is: ['status', 'listed', 'medium'],
  has: ['has'],
}

const unknown: Record<FilterKey, string> = {
  org: 'No organisation here is called',
  tech: 'No technology here is called',
  topic: 'No topic is called',
  section: 'No section is called',
  in: 'No section or topic is called',
  medium: 'There is no medium',
  by: 'Nobody here is called',
  is: 'No state is called',
  has: 'A reading can have a note, but not',
}

/**
 * Works out what a search asks for. The same facet named twice means either, different ones mean both; what names
 * nothing is searched as words, and said so.
 * @param signedIn without a viewer, status and notes are left out, and said so.
 */
export function understand(state: SearchState, vocabulary: Vocabulary, signedIn: boolean): Understanding {
  const query = parse(state.q)
  const found: Understanding = { query, texts: [], prefix: false, demands: [], remarks: [] }
  for (const facet of facetKeys) {
    const ids = state.chosen[facet]
    if (!ids || leftOut(found, facet, signedIn)) continue
    const known = ids.map((id) => vocabulary[facet].find((entry) => entry.id === id) ?? { id, name: id })
    found.demands.push({ facet, entries: known, negated: false, typed: [] })
  }
  for (const part of query.parts) {
    if (part.key === null) found.texts.push(part)
    else readFilter(found, part, part.key, vocabulary, signedIn)
  }
  const signs = found.texts.filter((part) => wordsOf(part.text).length === 0)
  if (signs.length > 0)
    found.remarks.push(
      `${listOf(signs.map(quote))} ${signs.length === 1 ? 'has' : 'have'} no letters or figures to search.`,
    )
  found.texts = found.texts.filter((part) => !signs.includes(part))
  found.prefix = query.prefix && found.texts.at(-1) === query.parts.at(-1)
  if (query.cut) found.remarks.push(`Only the first ${maxParts} words within ${maxLength} characters are searched.`)
  found.remarks = [...new Set(found.remarks)]
  return found
}

function readFilter(found: Understanding, part: Part, key: FilterKey, vocabulary: Vocabulary, signedIn: boolean): void {
  if (part.text === '') {
    found.remarks.push(`${quote({ text: `${key}:` })} waits for a name.`)
    return
  }
  for (const facet of facetsOf[key]) {
    const entries = findEntries(facet, vocabulary[facet], part.text)
    if (entries.length === 0) continue
    if (!leftOut(found, facet, signedIn)) demand(found, facet, part, entries)
    return
  }
  for (const facet of facetsOf[key].filter((each) => !ownFacets.has(each))) {
    const entries = nearEntries(vocabulary[facet], part.text)
    if (entries.length === 0) continue
    found.remarks.push(`${unknown[key]} ${quote(part)}; taken for ${listOf(entries.map(({ name }) => name))}.`)
    demand(found, facet, part, entries)
    return
  }
  found.remarks.push(`${unknown[key]} ${quote(part)}: it is searched as words.`)
  found.texts.push({ ...part, kind: 'phrase', key: null })
}

/** Facets of a few fixed values, in which no slip is forgiven. */
const ownFacets: ReadonlySet<FacetKey> = new Set(['status', 'listed', 'has', 'medium'])

/** Adds a demand, or widens the one that is there for the same facet. */
function demand(found: Understanding, facet: FacetKey, part: Part, entries: Entry[]): void {
  const same = found.demands.find((each) => each.facet === facet && each.negated === part.negated)
  const typed = { part, ids: entries.map((entry) => entry.id) }
  if (same) {
    same.entries.push(...entries.filter((entry) => !same.entries.some((other) => other.id === entry.id)))
    same.typed.push(typed)
  } else found.demands.push({ facet, entries, negated: part.negated, typed: [typed] })
}

function leftOut(found: Understanding, facet: FacetKey, signedIn: boolean): boolean {
  if (signedIn || (facet !== 'status' && facet !== 'has')) return false
  found.remarks.push('Sign in to search by your own marks and notes; until then they are left out.')
  return true
}

/** The same search without one entry of a demand, whether it was typed or chosen; back at its start. */
export function withoutEntry(state: SearchState, { query }: Understanding, demand: Demand, id: string): SearchState {
  const parts = demand.typed.filter((one) => one.ids.includes(id)).map((one) => one.part)
  const rest = demand.negated ? state : withChosen(state, demand.facet, id, false)
  return parts.length > 0 ? withoutParts(rest, query, parts) : { ...rest, cursor: null }
}

/** A person's words in quotes, kept from turning the sentence's direction around. */
export function quote({ text }: { text: string }): string {
  const turns = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text)
  return turns ? `“\u2068${text}\u2069”` : `“${text}”`
}

/** `a`, `a or b`, `a, b or c`. */
export function listOf(items: readonly string[], joint: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`
}
