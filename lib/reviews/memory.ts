import { default_w, forgetting_curve, fsrs, type FSRSState, type Grade, Rating } from 'ts-fsrs'

/** How a person says that a card went: 1 again, 2 hard, 3 good, 4 easy. */
export type ReviewGrade = 1 | 2 | 3 | 4

/** What the memory model holds of a card. Stability is in days, difficulty from 1 to 10. */
export interface CardMemory {
  stability: number
  difficulty: number
  /** UTC milliseconds of the last review. */
  reviewedAt: number
  /** UTC milliseconds from which the card is due again. */
  dueAt: number
}

const dayMs = 86_400_000
const grades: Record<ReviewGrade, Grade> = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy }

/** FSRS-6 with its own parameters, 90 % wanted recall, whole days alone: learning steps in minutes suit words, not cases. */
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false, request_retention: 0.9, maximum_interval: 365 })

/**
 * What the model makes of a review.
 * @param before null for a card that is asked for the first time
 * @param at UTC milliseconds of the review; a clock set back counts as the time of the last review
 */
export function reviewCard(before: CardMemory | null, grade: ReviewGrade, at: number): CardMemory {
  const state: FSRSState | null = before && { stability: before.stability, difficulty: before.difficulty }
  const now = before ? Math.max(at, before.reviewedAt) : at
  const elapsed = before ? daysBetween(before.reviewedAt, now) : 0
  const next = scheduler.next_state(state, elapsed, grades[grade])
  const interval = Math.max(1, scheduler.next_interval(next.stability, elapsed))
  return { ...next, reviewedAt: now, dueAt: now + interval * dayMs }
}

/**
 * The chance from 0 to 1 that a card is recalled, by the forgetting curve of FSRS-6.
 * @param days days since the last review; a negative number counts as 0
 * @param stability days after which 9 of 10 are recalled
 */
export function recallAfter(days: number, stability: number): number {
  return forgetting_curve(default_w, Math.max(0, days), stability)
}

/** Days from one moment to another, both UTC milliseconds, with fractions; never negative. */
export function daysBetween(from: number, to: number): number {
  return Math.max(0, (to - from) / dayMs)
}
