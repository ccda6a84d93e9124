import { addDays } from '#lib/planning/days.ts'
import { daysFrom, weekdayKept } from './days-from.ts'

/** When a plan asks for study. */
export interface StudyCalendar {
  /** ISO days, both counted; `to` null goes on. */
  from: string
  to: string | null
  /** Minutes for each weekday, from Monday. */
  weekdayMinutes: readonly number[]
  /** ISO days. */
  daysOff: readonly string[]
}

/**
 * What became of a day. `kept`: planned and studied; `missed`: planned, over, and not studied; `open`: planned today
 * and not studied yet; `extra`: studied though nothing was planned; `rest`: neither.
 */
export type DayState = 'kept' | 'missed' | 'open' | 'extra' | 'rest'

/** Planned days kept, instead of a streak: a rest day breaks nothing, and a missed day costs itself alone. */
export interface Adherence {
  /** Planned days that are over or kept: today counts once it is kept. */
  planned: number
  kept: number
  /** Days studied without a plan. */
  extra: number
  /** Oldest first, today last. */
  days: { day: string; state: DayState; plannedMinutes: number }[]
}

/** Minutes planned on a day: plans share a person's days, so it is what the one that asks for most does. */
export function plannedMinutesOn(calendars: readonly StudyCalendar[], day: string): number {
  if (calendars.length === 0) return 0
  const weekday = weekdayKept(day)
  return calendars.reduce((most, { from, to, weekdayMinutes, daysOff }) => {
    if (day < from || (to !== null && day > to) || daysOff.includes(day)) return most
    return Math.max(most, weekdayMinutes[weekday] ?? 0)
  }, 0)
}

/**
 * How the last `length` days up to `today` went.
 * @param calendars the person's plans; without one there is nothing to keep and every studied day is `extra`.
 * @param studied ISO days of study, in the person's zone with the rollover hour applied.
 * @param today the person's study day (`dayOf`).
 */
export function adherence(
  calendars: readonly StudyCalendar[],
  studied: ReadonlySet<string>,
  today: string,
  length = 28,
): Adherence {
  const days = daysFrom(addDays(today, 1 - length), length).map((day) => {
    const plannedMinutes = plannedMinutesOn(calendars, day)
    return { day, plannedMinutes, state: stateOf(plannedMinutes > 0, studied.has(day), day === today) }
  })
  const counted = (state: DayState) => days.filter((day) => day.state === state).length
  return { planned: counted('kept') + counted('missed'), kept: counted('kept'), extra: counted('extra'), days }
}

function stateOf(isPlanned: boolean, isStudied: boolean, isToday: boolean): DayState {
  if (isPlanned) return isStudied ? 'kept' : isToday ? 'open' : 'missed'
  return isStudied ? 'extra' : 'rest'
}
