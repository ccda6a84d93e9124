// Whole days, counted with the platform's own clock in UTC: the browser's half then needs no library for them (20 kB), and
// the planner, which counts thousands, is not slowed down by one. What knows of zones is in `days.ts`.

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

/** Which week of a plan the one with this Monday is: 1 for that of the plan's first day. Never less. */
export function weekNumber(startDate: string, monday: string): number {
  return Math.max(1, daysBetween(mondayOf(startDate), monday) / 7 + 1)
}
