import type { ReviewCard } from '#lib/api/reviews.ts'
import { type Card, cardFields, noteFields } from '#lib/notes/note.ts'
import type { QuestionPoint } from './points.ts'

type Sides = Omit<ReviewCard, 'reviews' | 'lastOn'>

/** Both sides of a reading's case card: title and problem ask, the other fields answer. */
export function caseCard(text: (Card & { readingId: string; title: string }) | undefined): Sides | null {
  if (!text) return null
  return {
    card: `reading:${text.readingId}`,
    kind: 'reading',
    title: text.title,
    href: `/readings/${text.readingId}#note`,
    ask: text.problem.trim(),
    answer: cardFields
      .filter((field) => field !== 'problem' && text[field].trim() !== '')
      .map((field) => ({ name: noteFields[field].name, text: text[field].trim() })),
  }
}

/** Both sides of a point that an answer missed: the question asks, with the words that the point begins with. */
export function pointCard(key: string, point: QuestionPoint | undefined): Sides | null {
  if (!point) return null
  const { questionId, title, prompt, place, of, text } = point
  return {
    card: `point:${key}`,
    kind: 'point',
    title,
    href: `/questions/${questionId}`,
    ask: `${prompt}\n\nPoint ${place} of ${of} of a good answer: ${cueOf(text)}`,
    answer: [{ name: 'Point', text }],
  }
}

/** What leads to a point without saying it: its label ("Numbers:"), else its first words. */
export function cueOf(text: string): string {
  const label = /^([\p{L}\p{N} '’-]{2,40}):\s/u.exec(text)?.[1]
  if (label !== undefined) return `${label} …`
  const words = text.split(/\s+/)
  return `${words.slice(0, Math.max(2, Math.min(4, Math.floor(words.length / 3)))).join(' ')} …`
}
