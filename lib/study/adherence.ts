import { addDays } from '#lib/planning/plain-days.ts'
import { daysFrom } from './days-from.ts'

/** Minutes that a person's plans asked for, by ISO day, as they were promised; a day that is not there had none. */
export type PlannedDays = ReadonlyMap<string, number>

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

/**
 * How the last `length` days up to `today` went.
 * @param planned without a plan there is nothing to keep, and every studied day is `extra`.
 * @param studied ISO days of study, in the person's zone with the rollover hour applied.
 * @param today the person's study day (`dayOf`).
 */
export function adherence(planned: PlannedDays, studied: ReadonlySet<string>, today: string, length = 28): Adherence {
  const days = daysFrom(addDays(today, 1 - length), length).map((day) => {
    const plannedMinutes = planned.get(day) ?? 0
    return { day, plannedMinutes, state: stateOf(plannedMinutes > 0, studied.has(day), day === today) }
  })
  const counted = (state: DayState) => days.filter((day) => day.state === state).length
  return { planned: counted('kept') + counted('missed'), kept: counted('kept'), extra: counted('extra'), days }
}

function stateOf(isPlanned: boolean, isStudied: boolean, isToday: boolean): DayState {
  if (isPlanned) return isStudied ? 'kept' : isToday ? 'open' : 'missed'
  return isStudied ? 'extra' : 'rest'
}
