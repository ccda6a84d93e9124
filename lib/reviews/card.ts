/** What is asked again: a reading's case card, or a point of a question's good answer that an answer missed. */
export type CardRef = { readingId: string; point: null } | { readingId: null; point: string }

const form = /^(reading|point):([a-z0-9-]+(?::[0-9a-f]{12})?)$/

/** A card's name on the wire: `reading:<reading>` or `point:<question>:<digest of the point>`. */
export function cardName({ readingId, point }: { readingId: string | null; point: string | null }): string {
  return readingId === null ? `point:${point}` : `reading:${readingId}`
}

/** The card of a name, or null for a name that is none. */
export function cardOf(name: string): CardRef | null {
  const [, kind, id] = form.exec(name) ?? []
  if (id === undefined) return null
  return kind === 'reading' ? { readingId: id, point: null } : { readingId: null, point: id }
}

/** How a person says that a card went, with the words for it. */
export const grades = [
  { grade: 1, name: 'Again', says: 'not recalled' },
  { grade: 2, name: 'Hard', says: 'with effort' },
  { grade: 3, name: 'Good', says: 'recalled' },
  { grade: 4, name: 'Easy', says: 'at once' },
] as const

/** How sure a person is before the answer shows, from 1 to 5. */
export const confidences = ['A guess', 'Unsure', 'Half sure', 'Sure', 'Certain'] as const
