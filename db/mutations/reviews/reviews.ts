import { and, asc, count, eq } from 'drizzle-orm'
import type { Review, ReviewInput } from '#lib/api/reviews.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { invalid, notFound } from '#lib/problems.ts'
import { cardName, cardOf, type CardRef } from '#lib/reviews/card.ts'
import { type CardMemory, daysBetween, reviewCard } from '#lib/reviews/memory.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { requireRoom } from '#db/queries/accounts/person-bytes.ts'
import { getQuestionPoints } from '#db/queries/reviews/points.ts'
import { notes, reviewCards, reviews } from '#db/schema/index.ts'

/** Most reviews of one card: one a day for a year. */
const mostOfCard = 365
/** What a review takes of a person's room, bytes. */
const reviewBytes = 300

/**
 * Sets one of the viewer's reviews, and where its card stands from it. Sending the same again changes nothing.
 * @param now milliseconds, UTC
 * @throws Problem 404 for a review of somebody else; 422 on `card` for a card that is not the viewer's or was asked too
 *   often.
 */
export async function setReview(viewer: Viewer, id: string, input: ReviewInput, now: number): Promise<Review> {
  const points = await getQuestionPoints()
  return transaction((tx) => {
    const before = tx.select().from(reviews).where(eq(reviews.id, id)).get()
    if (before && before.userId !== viewer.id) throw notFound('review')
    const card = cardOf(input.card)
    if (!card || !isHere(tx, viewer, card, points)) throw invalid('card', 'This card is no longer here.')
    if (!before) requireFewer(tx, viewer, card, now)
    const { grade, confidence } = input
    const row = { ...card, grade, confidence, at: Math.min(input.at, now) }
    tx.insert(reviews)
      .values({ ...row, id, userId: viewer.id })
      .onConflictDoUpdate({ target: reviews.id, set: row })
      .run()
    if (before && cardName(before) !== input.card) foldCard(tx, viewer, refOf(before), now)
    const state = foldCard(tx, viewer, card, now)
    return { id, card: input.card, grade, confidence, at: row.at, dueOn: studyDayOf(viewer, state?.dueAt ?? now) }
  })
}

/** Takes back one of the viewer's reviews; none to take back is fine. */
export async function removeReview(viewer: Viewer, id: string, now: number): Promise<void> {
  await transaction((tx) => {
    const own = and(eq(reviews.id, id), eq(reviews.userId, viewer.id))
    const row = tx.select().from(reviews).where(own).get()
    if (!row) return
    tx.delete(reviews).where(own).run()
    foldCard(tx, viewer, refOf(row), now)
  })
}

/**
 * Works out anew where a card stands, from its reviews in the order in which they were made: one that comes in late
 * takes its place, and one from a clock that ran ahead counts as of now.
 * @returns null for a card without reviews
 */
export function foldCard(tx: Transaction, viewer: Viewer, card: CardRef, now: number): CardMemory | null {
  const isOf = and(eq(reviews.userId, viewer.id), ofCard(reviews, card))
  const rows = tx
    .select({
      id: reviews.id,
      grade: reviews.grade,
      at: reviews.at,
      elapsedDays: reviews.elapsedDays,
      stability: reviews.stability,
    })
    .from(reviews)
    .where(isOf)
    .orderBy(asc(reviews.at), asc(reviews.id))
    .all()
  let state: CardMemory | null = null
  for (const row of rows) {
    const at = Math.min(row.at, now)
    const made = {
      elapsedDays: state && daysBetween(state.reviewedAt, at),
      stability: state && state.stability,
    }
    if (made.elapsedDays !== row.elapsedDays || made.stability !== row.stability)
      tx.update(reviews).set(made).where(eq(reviews.id, row.id)).run()
    state = reviewCard(state, row.grade, at)
  }
  tx.delete(reviewCards)
    .where(and(eq(reviewCards.userId, viewer.id), ofCard(reviewCards, card)))
    .run()
  if (state)
    tx.insert(reviewCards)
      .values({ userId: viewer.id, ...card, ...state, reviews: rows.length })
      .run()
  return state
}

function ofCard(table: typeof reviews | typeof reviewCards, { readingId, point }: CardRef) {
  return readingId === null ? eq(table.point, point) : eq(table.readingId, readingId)
}

function refOf({ readingId, point }: { readingId: string | null; point: string | null }): CardRef {
  return readingId === null ? { readingId: null, point: point ?? '' } : { readingId, point: null }
}

/** A reading on which the viewer has a note, or a point that a question has. */
function isHere(tx: Transaction, viewer: Viewer, card: CardRef, points: ReadonlyMap<string, unknown>): boolean {
  if (card.readingId === null) return points.has(card.point)
  const own = and(eq(notes.userId, viewer.id), eq(notes.readingId, card.readingId))
  return tx.select({ id: notes.readingId }).from(notes).where(own).get() !== undefined
}

function requireFewer(tx: Transaction, viewer: Viewer, card: CardRef, now: number): void {
  const kept =
    tx
      .select({ n: count() })
      .from(reviews)
      .where(and(eq(reviews.userId, viewer.id), ofCard(reviews, card)))
      .get()?.n ?? 0
  if (kept >= mostOfCard)
    throw invalid('card', `This card was asked ${kept} times, which is the most that are kept. You know it.`)
  requireRoom(viewer, reviewBytes, now)
}
