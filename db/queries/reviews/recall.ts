import { and, count, eq, isNotNull, lt, max } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { Viewer } from '#lib/auth/viewer.ts'
import { startOfDay } from '#lib/planning/days.ts'
import { type FactorWeights, fitFactor, type RecallFigure, recallOn } from '#lib/reviews/recall.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { db } from '#db/client.ts'
import { reviewCards, reviews } from '#db/schema/index.ts'
import { runningPlans } from './running-plans.ts'

/** What a person will recall on a day. */
export interface RecallAnswer {
  /** The day it is about, and whether that is an interview's or today. */
  day: string
  isInterview: boolean
  /** Cards that were asked at least once. */
  cards: number
  /** Reviews that say something of forgetting: a card's first does not. */
  reviews: number
  /** Null where there are too few. */
  figure: RecallFigure | null
}

const fits = new LRUCache<string, { weights: FactorWeights; reviews: number }>({ max: 500 })

/**
 * The share of the viewer's cards that they will recall on the interview day: the day that is given, else the next one
 * of their plans, else today. One that has gone by counts as none.
 * @param now milliseconds, UTC
 */
export async function getRecall(viewer: Viewer, now: number, interview?: string | null): Promise<RecallAnswer> {
  const today = studyDayOf(viewer, now)
  const days = interview === undefined ? runningPlans(viewer).map(({ targetDate }) => targetDate) : [interview]
  const next = days
    .filter((day) => day !== null && day >= today)
    .toSorted()
    .at(0)
  const at = next ? startOfDay(next, viewer.timeZone, viewer.rolloverHour) + 12 * 3_600_000 : now
  const cards = db()
    .select({ stability: reviewCards.stability, reviewedAt: reviewCards.reviewedAt })
    .from(reviewCards)
    .where(eq(reviewCards.userId, viewer.id))
    .all()
  const { weights, reviews: fitted } = fitOf(viewer, startOfDay(today, viewer.timeZone, viewer.rolloverHour))
  return {
    day: next ?? today,
    isInterview: next !== undefined && next !== null,
    cards: cards.length,
    reviews: fitted,
    figure: recallOn(cards, at, weights, fitted),
  }
}

/** The viewer's own speed of forgetting, fitted once a day to the reviews of the days before. */
function fitOf(viewer: Viewer, before: number): { weights: FactorWeights; reviews: number } {
  const isTold = and(eq(reviews.userId, viewer.id), isNotNull(reviews.stability), lt(reviews.at, before))
  const known = db()
    .select({ n: count(), last: max(reviews.at) })
    .from(reviews)
    .where(isTold)
    .get()
  const key = `${viewer.id} ${before} ${known?.n} ${known?.last}`
  const kept = fits.get(key)
  if (kept) return kept
  const outcomes = db()
    .select({ elapsedDays: reviews.elapsedDays, stability: reviews.stability, grade: reviews.grade })
    .from(reviews)
    .where(isTold)
    .all()
    .map(({ elapsedDays, stability, grade }) => ({
      elapsedDays: elapsedDays ?? 0,
      stability: stability ?? 1,
      recalled: grade > 1,
    }))
  const fit = { weights: fitFactor(outcomes), reviews: outcomes.length }
  fits.set(key, fit)
  return fit
}
