import { type Card, cardFields, type NoteText } from './note.ts'

/** Two notes of one person on what turned out to be one work: nothing of either is lost, what both say stands once. */
export function joinNotes(one: NoteText, other: NoteText): NoteText {
  const card = Object.fromEntries(
    cardFields.map((field) => [field, joined(one.card[field], other.card[field])]),
  ) as Card
  return { markdown: joined(one.markdown, other.markdown), card }
}

function joined(one: string, other: string): string {
  const [first, second] = [one.trim(), other.trim()]
  if (second === '' || first.includes(second)) return one
  if (first === '' || second.includes(first)) return other
  return `${one.trimEnd()}\n\n${other}`
}
