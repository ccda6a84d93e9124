import { Temporal } from 'temporal-polyfill'

// For the server's half, which has the library anyway; the browser's half imports plain-days.ts itself.
export { addDays, daysBetween, mondayOf, weekdayOf, weekNumber } from './plain-days.ts'

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

const twelveHours = 12 * 3600 * 1e9

/** The ISO days in a zone's history that never were, among `days` in order. A zone that skips a day moves by 24 hours. */
export function skippedDays(days: readonly string[], timeZone: string): string[] {
  if (days.length === 0) return []
  const start = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(timeZone)
  const moved = start(days.at(-1)!).offsetNanoseconds - start(days[0]!).offsetNanoseconds
  if (Math.abs(moved) < twelveHours) return []
  return days.filter((day) => start(day).toPlainDate().toString() !== day)
}

/**
 * The instant at which a study day begins in a person's zone.
 *
 * @param rolloverHour 0 to 23
 * @returns milliseconds since the epoch
 */
export function startOfDay(day: string, timeZone: string, rolloverHour: number): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: { hour: rolloverHour } }).epochMilliseconds
}
