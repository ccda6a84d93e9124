import { findWord, toSearchable } from '../words/find-word.ts'
import { fold } from '../words/same-word.ts'
import { cardFields, hasCard, type NoteText } from './note.ts'

/** A note with what it can be found by. */
export interface NoteEntry extends NoteText {
  readingId: string
  title: string
  organisation: { id: string; name: string } | null
  /** Ids of the sections and topics it is listed in, those above them included. */
  places: readonly string[]
  /** The place that it is shown under: `Scalability / Distributed Caching`. */
  placeTitle: string
  /** Its place in the catalogue, for lists in that order. */
  order: number
  /** Words of the reading that were kept. */
  quotes: readonly string[]
  /** Milliseconds, UTC. */
  updatedAt: number
}

/** What notes are wanted. */
export interface NoteFilter {
  /** Words that must all be there, in title, text or card; in any spelling of the same word. */
  q: string
  /** Id of a section or topic; null for all. */
  place: string | null
  /** Id of an organisation; null for all. */
  organisation: string | null
  card: 'with' | 'without' | null
  /** The readings of a plan; null for all. */
  readingIds: ReadonlySet<string> | null
}

/** A stretch of text around a word that was found, or the beginning. */
export type Snippet = { text: string; isFound: boolean }[]

/** The notes that fit, in the order given. */
export function findNotes<T extends NoteEntry>(entries: readonly T[], filter: NoteFilter): T[] {
  const words = wordsToFind(filter.q)
  return entries.filter((entry) => {
    if (filter.place !== null && !entry.places.includes(filter.place)) return false
    if (filter.organisation !== null && entry.organisation?.id !== filter.organisation) return false
    if (filter.card !== null && hasCard(entry.card) !== (filter.card === 'with')) return false
    if (filter.readingIds !== null && !filter.readingIds.has(entry.readingId)) return false
    if (words.length === 0) return true
    const text = toSearchable([entry.title, entry.organisation?.name ?? '', ...textsOf(entry)].join('\n'))
    return words.every((word) => findWord(word, text) !== null)
  })
}

/** About `length` characters of a note around the first word of `q` that it holds; null when it holds none. */
export function snippetOf(entry: NoteText & { quotes?: readonly string[] }, q: string, length = 160): Snippet | null {
  const words = wordsToFind(q)
  for (const text of textsOf(entry)) {
    const searchable = toSearchable(text)
    const places = words.flatMap((word) => findWord(word, searchable) ?? [])
    const [first] = places.toSorted((a, b) => a.from - b.from)
    if (!first) continue
    const { from: at, to: end } = first
    const from = wordStart(text, Math.max(0, at - Math.floor(length / 3)))
    return [
      { text: (from > 0 ? '… ' : '') + text.slice(from, at), isFound: false },
      { text: text.slice(at, end), isFound: true },
      { text: text.slice(end, from + length) + (from + length < text.length ? ' …' : ''), isFound: false },
    ]
  }
  return null
}

function textsOf({ markdown, card, quotes = [] }: NoteText & { quotes?: readonly string[] }): string[] {
  return [markdown, ...cardFields.map((field) => card[field]), ...quotes].filter((text) => text !== '')
}

/** The first word's beginning from `at` on. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.indexOf(' ', at)
  return space === -1 || space > at + 20 ? at : space + 1
}

function wordsToFind(q: string): string[] {
  return q.split(/\s+/).filter((word) => fold(word) !== '')
}
