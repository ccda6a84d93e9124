import { maxMarkdown } from '../markdown/limits.ts'
import { tooMuch } from '../too-much.ts'

/** A case card's fields in their order, as an interviewer would ask for them. */
export const cardFields = ['problem', 'numbers', 'choice', 'tradeOff', 'useWhen'] as const

/** One of `cardFields`. */
export type CardField = (typeof cardFields)[number]

/** What a person keeps of a case, a line or two a field. */
export type Card = Record<CardField, string>

/** What a person wrote on a reading. */
export interface NoteText {
  markdown: string
  card: Card
}

/** A note as it is stored. */
export interface Note extends NoteText {
  readingId: string
  /** Counts up by one with each save; 0 where there is no note yet. */
  version: number
  /** Milliseconds, UTC. */
  updatedAt: number
}

/** The fields of a note as the page names them, with an example for an empty one. */
export const noteFields: Record<'markdown' | CardField, { name: string; example: string }> = {
  markdown: { name: 'Note', example: 'What you want to remember, in Markdown' },
  problem: { name: 'Problem', example: 'Timelines took seconds: each read gathered the posts of all one follows' },
  numbers: { name: 'Numbers', example: '300,000 reads and 6,000 posts a second, 200 followers in the median' },
  choice: { name: 'Choice', example: 'Write each post into every follower’s timeline in Redis' },
  tradeOff: { name: 'Trade-off', example: 'A post by somebody with 30 million followers takes minutes to arrive' },
  useWhen: { name: 'Use when', example: 'Reads outnumber writes 50 to 1 and may be seconds old' },
}

/** Most characters of a card's field. */
export const maxCardField = 1_000

/** Which field of a note is too long to be saved, and by how much; null while all fit. */
export function excessOf({ markdown, card }: NoteText): string | null {
  const long = [
    { name: noteFields.markdown.name, over: tooMuch(markdown.length, maxMarkdown) },
    ...cardFields.map((field) => ({ name: noteFields[field].name, over: tooMuch(card[field].length, maxCardField) })),
  ].find(({ over }) => over !== '')
  return long ? `${long.name}: ${long.over}` : null
}

export const emptyCard: Card = { problem: '', numbers: '', choice: '', tradeOff: '', useWhen: '' }

/** The note on a reading on which nothing was written yet. */
export function blankNote(readingId: string): Note {
  return { readingId, markdown: '', card: emptyCard, version: 0, updatedAt: 0 }
}

/** Whether any field of a card is filled in. */
export function hasCard(card: Card): boolean {
  return cardFields.some((field) => card[field].trim() !== '')
}

/** Whether a note holds no word at all. */
export function isBlank({ markdown, card }: NoteText): boolean {
  return markdown.trim() === '' && !hasCard(card)
}

/** Whether two notes say the same. */
export function isSameText(a: NoteText, b: NoteText): boolean {
  return a.markdown === b.markdown && cardFields.every((field) => a.card[field] === b.card[field])
}
