import { z } from 'zod'
import { cardOf } from '#lib/reviews/card.ts'
import type { ReviewGrade } from '#lib/reviews/memory.ts'
import { clientId, isoDay, pressedAt } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

const grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], {
  error: 'A grade is 1 (again), 2 (hard), 3 (good) or 4 (easy).',
}) satisfies z.ZodType<ReviewGrade>
const confidence = z.int('A confidence is a whole number from 1 to 5.').min(1).max(5)

/** A card to be asked: the question side, and the answer behind it. */
const reviewCard = z.strictObject({
  card: z.string(),
  kind: z.enum(['reading', 'point']),
  title: z.string(),
  /** Where more of it stands. */
  href: z.string(),
  /** The question side below the title; empty where the title is all. */
  ask: z.string(),
  answer: z.array(z.strictObject({ name: z.string(), text: z.string() })),
  /** How often it was asked before. */
  reviews: z.int(),
  /** The day on which it was asked last; null for a new card. */
  lastOn: z.string().nullable(),
})
/** An output of `reviewCard`. */
export type ReviewCard = z.output<typeof reviewCard>

/** What is due on the viewer's day. */
const reviewDay = z.strictObject({
  today: isoDay,
  /** Minutes for cards today; 0 on a rest day. */
  minutes: z.int(),
  isRestDay: z.boolean(),
  /** Cards reviewed today. */
  done: z.int(),
  /** Cards that are due, those beyond today's minutes included. */
  waiting: z.int(),
  /** As many of them as go into what is left of today's minutes. */
  items: z.array(reviewCard),
})
/** An output of `reviewDay`. */
export type ReviewDay = z.output<typeof reviewDay>

const review = z.strictObject({
  id: z.string(),
  card: z.string(),
  grade,
  confidence: z.int(),
  at: z.int(),
  /** The day from which the card is due again. */
  dueOn: isoDay,
})
/** An output of `review`. */
export type Review = z.output<typeof review>

const params = z.object({ reviewId: clientId })
const reviewBody = z.strictObject({
  card: z
    .string()
    .max(200)
    .refine((name) => cardOf(name) !== null, 'Not a card.'),
  grade,
  /** How sure one was before the answer showed. */
  confidence,
  /** When the card was graded; what lies in the future is taken to be now. */
  at: pressedAt,
})
/** An input of `reviewBody`. */
export type ReviewInput = z.output<typeof reviewBody>

export const reviewEndpoints = {
  /** What is due now: as much as goes into today's minutes, or into those that are named. */
  'GET reviews': {
    query: z.object({ minutes: z.coerce.number().int().min(1).max(240).optional() }),
    answer: reviewDay,
  },
  /** The viewer's cards as a text file for Anki. */
  'GET reviews/anki': { answer: 'file' },
  'PUT reviews/[reviewId]': { params, body: reviewBody, answer: review },
  /** Undoes a review: the card stands as if it had not been asked. */
  'DELETE reviews/[reviewId]': { params, answer: 'nothing' },
} as const satisfies EndpointPage
