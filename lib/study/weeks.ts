import { addDays, mondayOf } from '#lib/planning/plain-days.ts'
import type { PlannedDays } from './adherence.ts'
import { daysFrom } from './days-from.ts'

/** A week of study. */
export interface StudyWeek {
  /** ISO day. */
  monday: string
  minutes: number
  /** Days with study. */
  days: number
  /** Minutes that the plans asked for, days to come of this week included. */
  plannedMinutes: number
}

/**
 * The last `length` weeks, this one last.
 * @param minutesByDay minutes studied by ISO day.
 */
export function studyWeeks(
  minutesByDay: ReadonlyMap<string, number>,
  planned: PlannedDays,
  today: string,
  length = 12,
): StudyWeek[] {
  const all = daysFrom(addDays(mondayOf(today), (1 - length) * 7), length * 7)
  return Array.from({ length }, (_, index) => {
    const days = all.slice(index * 7, index * 7 + 7)
    const studied = days.filter((day) => minutesByDay.has(day))
    return {
      monday: days[0] ?? today,
      minutes: studied.reduce((sum, day) => sum + (minutesByDay.get(day) ?? 0), 0),
      days: studied.length,
      plannedMinutes: days.reduce((sum, day) => sum + (planned.get(day) ?? 0), 0),
    }
  })
}

/** A day of this week: what was studied and what was planned, in minutes. */
export interface StudyDay {
  day: string
  minutes: number
  plannedMinutes: number
}

/** The seven days of the week that `today` is in, from Monday. */
export function studyWeek(minutesByDay: ReadonlyMap<string, number>, planned: PlannedDays, today: string): StudyDay[] {
  return daysFrom(mondayOf(today), 7).map((day) => ({
    day,
    minutes: minutesByDay.get(day) ?? 0,
    plannedMinutes: planned.get(day) ?? 0,
  }))
}
