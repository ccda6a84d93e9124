import { addDays, mondayOf } from '#lib/planning/days.ts'
import { plannedMinutesOn, type StudyCalendar } from './adherence.ts'

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
  calendars: readonly StudyCalendar[],
  today: string,
  length = 12,
): StudyWeek[] {
  const thisMonday = mondayOf(today)
  return Array.from({ length }, (_, index) => {
    const monday = addDays(thisMonday, (index - length + 1) * 7)
    const days = Array.from({ length: 7 }, (_, weekday) => addDays(monday, weekday))
    const studied = days.filter((day) => minutesByDay.has(day))
    return {
      monday,
      minutes: studied.reduce((sum, day) => sum + (minutesByDay.get(day) ?? 0), 0),
      days: studied.length,
      plannedMinutes: days.reduce((sum, day) => sum + plannedMinutesOn(calendars, day), 0),
    }
  })
}
