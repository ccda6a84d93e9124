import type { TodayAnswer, TodayItem, TodayPlan } from '#lib/api/plan-answers.ts'
import { minutesInWords } from '../format.ts'
import { daysBetween } from './plain-days.ts'
import { dayFrom, paceInWords } from './words.ts'

/** How a day stands. What was skipped is no part of it; a long item whose sitting of the day is done counts as done. */
export interface DayFigures {
  done: number
  total: number
  /** Planned minutes of what is done, and of what is left. */
  doneMinutes: number
  leftMinutes: number
}

/** What of a day's items is done and what is left. */
export function dayFigures(items: readonly Pick<TodayItem, 'state' | 'sittingDone' | 'todayMinutes'>[]): DayFigures {
  const figures = { done: 0, total: 0, doneMinutes: 0, leftMinutes: 0 }
  for (const { state, sittingDone, todayMinutes } of items) {
    if (state === 'skipped') continue
    figures.total++
    if (state === 'done' || sittingDone) {
      figures.done++
      figures.doneMinutes += todayMinutes
    } else figures.leftMinutes += todayMinutes
  }
  return figures
}

/** The day in a few words: `4 to do, 53 min`, `2 of 4 done, 31 min left`, `4 of 4 done, 53 min`. */
export function dayInWords({ done, total, doneMinutes, leftMinutes }: DayFigures): string {
  if (total === 0) return 'Nothing to do'
  if (done === 0) return `${total} to do, ${minutesInWords(leftMinutes)}`
  const minutes = done === total ? minutesInWords(doneMinutes) : `${minutesInWords(leftMinutes)} left`
  return `${done} of ${total} done, ${minutes}`
}

/** How far the next interview is and how the plans go: `Interview in 21 days · on track`; empty without a plan. */
export function standingInWords({ plans, today }: Pick<TodayAnswer, 'plans' | 'today'>): string {
  const running = plans.filter(({ completed }) => !completed)
  const next = running
    .flatMap(({ targetDate }) => (targetDate !== null && targetDate >= today ? [targetDate] : []))
    .toSorted()[0]
  const slowest = running.toSorted((a, b) => a.pace.days - b.pace.days)[0]
  return [
    next === undefined ? '' : `interview ${awayInWords(next, today)}`,
    slowest === undefined ? '' : paceOfPlan(slowest, today),
  ]
    .filter(Boolean)
    .join(' · ')
    .replace(/^./, (letter) => letter.toUpperCase())
}

/** A plan's pace inside a line: `on track`, `2 study days behind`, `starts Monday` before its first day. */
export function paceOfPlan({ pace, firstDay }: Pick<TodayPlan, 'pace' | 'firstDay'>, today: string): string {
  const isBehind = pace.state === 'behind' || pace.state === 'off'
  if (!isBehind && firstDay !== null && firstDay > today) return `starts ${dayFrom(firstDay, today)}`
  return paceInWords(pace).replace(/^O/, 'o')
}

/** How far a day is: `today`, `tomorrow`, `in 21 days`. */
function awayInWords(day: string, today: string): string {
  const days = daysBetween(today, day)
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`
}
