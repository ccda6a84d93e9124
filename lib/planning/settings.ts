import { isDay, isTimeZone } from './days.ts'
import { MAX_DAY_MINUTES } from './rules.ts'
import type { PlanSettings } from './types.ts'

/** What is wrong with a plan's dates and minutes, as a sentence for the person, and the field it is about. */
export type SettingsProblem = { field: keyof PlanSettings; message: string }

/** The first thing that keeps these settings from giving a schedule; null when they are sound. */
export function settingsProblem(settings: PlanSettings): SettingsProblem | null {
  const { startDate, targetDate, weekdayMinutes, daysOff, timeZone } = settings
  const wrong = (field: keyof PlanSettings, message: string): SettingsProblem => ({ field, message })

  if (!isDay(startDate)) return wrong('startDate', 'The start is not a day of the calendar.')
  if (targetDate !== null && !isDay(targetDate)) return wrong('targetDate', 'The end is not a day of the calendar.')
  if (targetDate !== null && targetDate < startDate) return wrong('targetDate', 'The end is before the start.')
  if (weekdayMinutes.length !== 7) return wrong('weekdayMinutes', 'Give minutes for each of the seven weekdays.')
  if (weekdayMinutes.some((minutes) => !Number.isInteger(minutes) || minutes < 0 || minutes > MAX_DAY_MINUTES)) {
    return wrong('weekdayMinutes', `Minutes a day are whole numbers from 0 to ${MAX_DAY_MINUTES}.`)
  }
  if (weekdayMinutes.every((minutes) => minutes === 0)) {
    return wrong('weekdayMinutes', 'No weekday has any minutes. Give at least one day some time.')
  }
  if (!daysOff.every(isDay)) return wrong('daysOff', 'One of the days off is not a day of the calendar.')
  if (!isTimeZone(timeZone)) return wrong('timeZone', `There is no time zone called “${timeZone.slice(0, 60)}”.`)
  return null
}
