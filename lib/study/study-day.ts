import { dayOf } from '#lib/planning/days.ts'

/** What decides on which day a person's study counts: their time zone (an IANA name) and the hour, 0 to 6, at which a day begins. */
export interface StudyClock {
  timeZone: string
  rolloverHour: number
}

/**
 * A person's study day at an instant. Everything that asks "which day is this for that person?" asks here: Today, plans,
 * dashboard, ticks, calendars. The clock is the account's own; no plan has another.
 *
 * @param at milliseconds since the epoch, UTC
 * @returns an ISO day
 */
export function studyDayOf({ timeZone, rolloverHour }: StudyClock, at: number): string {
  return dayOf(at, timeZone, rolloverHour)
}
