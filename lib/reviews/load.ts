import { REVIEW_SHARE } from '#lib/planning/rules.ts'

/** What a card takes, about: to read it, to say the answer and to look. */
export const secondsACard = 40
/** At most this many cards a day are asked for the first time. */
export const newCardsADay = 5
/** A day's minutes for cards where no plan says how long it is. */
const usualMinutes = 10
/** However short or long the day of a plan, its cards take at least and at most these minutes. */
const leastMinutes = 3
const mostMinutes = 20

/** What of a plan decides how long a person's day is. Days are ISO days, minutes stand from Monday on. */
export interface PlanDay {
  startDate: string
  targetDate: string | null
  weekdayMinutes: readonly number[]
  daysOff: readonly string[]
}

/**
 * Minutes for cards on a day: the share of the plans' minutes that is kept for review, 0 on a rest day of all of them.
 * @param weekday 0 for Monday
 */
export function reviewMinutes(plans: readonly PlanDay[], today: string, weekday: number): number {
  const running = plans.filter(
    ({ startDate, targetDate }) => startDate <= today && (targetDate === null || targetDate >= today),
  )
  if (running.length === 0) return usualMinutes
  const most = Math.max(
    ...running.map(({ weekdayMinutes, daysOff }) => (daysOff.includes(today) ? 0 : (weekdayMinutes[weekday] ?? 0))),
  )
  return most === 0 ? 0 : Math.min(mostMinutes, Math.max(leastMinutes, Math.round(most * REVIEW_SHARE)))
}

/** How many cards go into minutes. */
export function cardsIn(minutes: number): number {
  return Math.floor((minutes * 60) / secondsACard)
}

/** Minutes that a number of cards takes, about; at least 1 where there is one. */
export function minutesOf(cards: number): number {
  return cards === 0 ? 0 : Math.max(1, Math.round((cards * secondsACard) / 60))
}
