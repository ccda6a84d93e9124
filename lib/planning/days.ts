import { Temporal } from 'temporal-polyfill'

// Whole days are counted with the platform's own clock in UTC: the browser's half then needs no library for them (20 kB),
// and the planner, which counts thousands, is not slowed down by one. What knows of zones is Temporal's.

/**
 * The study day of an instant: the calendar day in the person's zone, where hours before the rollover hour still
 * belong to the day before. Days that a zone skipped (Pacific/Apia had no 2011-12-30) are never given.
 *
 * @param instantMs milliseconds since the epoch
 * @param timeZone IANA name; throws a RangeError when it does not exist
 * @param rolloverHour 0 to 23
 * @returns an ISO day
 */
export function dayOf(instantMs: number, timeZone: string, rolloverHour: number): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timeZone)
  if (local.hour >= rolloverHour) return local.toPlainDate().toString()
  return local.startOfDay().subtract({ nanoseconds: 1 }).toPlainDate().toString()
}

/** Whether the name is one of an existing time zone. Offsets such as `+02:00` are none: they know no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

/** Whether the text is a day of the calendar in the form `2026-03-01`, from 1970 to 2199. */
export function isDay(text: string): boolean {
  if (!/^(19[7-9]|20\d|21\d)\d-\d\d-\d\d$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

const dayMs = 24 * 60 * 60_000

/** Milliseconds of a day's beginning in UTC, where all days are equally long. @throws RangeError when it is none. */
function startOf(day: string): number {
  const start = Date.parse(day)
  if (day.length !== 10 || Number.isNaN(start)) throw new RangeError(`${day} is no day`)
  return start
}

/** The ISO day `count` days after `day` (before, when negative). */
export function addDays(day: string, count: number): string {
  return new Date(startOf(day) + count * dayMs).toISOString().slice(0, 10)
}

/** Days from one ISO day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (startOf(to) - startOf(from)) / dayMs
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: string): number {
  return (new Date(startOf(day)).getUTCDay() + 6) % 7
}

/** The Monday of the day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -weekdayOf(day))
}

const twelveHours = 12 * 3600 * 1e9

/** Which week of a plan the one with this Monday is: 1 for that of the plan's first day. Never less. */
export function weekNumber(startDate: string, monday: string): number {
  return Math.max(1, daysBetween(mondayOf(startDate), monday) / 7 + 1)
}

/** The ISO days in a zone's history that never were, among `days` in order. A zone that skips a day moves by 24 hours. */
export function skippedDays(days: readonly string[], timeZone: string): string[] {
  if (days.length === 0) return []
  const start = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(timeZone)
  const moved = start(days.at(-1)!).offsetNanoseconds - start(days[0]!).offsetNanoseconds
  if (Math.abs(moved) < twelveHours) return []
  return days.filter((day) => start(day).toPlainDate().toString() !== day)
}
