import { calendarFrom } from './calendar.ts'
import { fits } from './needed.ts'
import { roomOf } from './room.ts'
import { MAX_DAY_MINUTES, PUSH_DAYS, PUSH_MINUTES } from './rules.ts'
import type { Push, ScheduleInput } from './types.ts'

/** The fewest minutes more on each of the next three study days that are enough; null where they are too many. */
export function leastPush(input: ScheduleInput, out: readonly string[]): Push | null {
  const { settings, today } = input
  const from = today > settings.startDate ? today : settings.startDate
  const calendar = calendarFrom(from, settings.timeZone)
  const room = roomOf(calendar, { settings, review: {} })
  let days = 0
  let last = calendar.first
  for (let day = calendar.first; days < PUSH_DAYS && calendar.date(day) < settings.targetDate!; day++)
    if (room(day).minutes > 0) [days, last] = [days + 1, day]
  if (days < PUSH_DAYS) return null
  const pushOf = (minutes: number): Push => ({ from, to: calendar.date(last), minutes })
  const isEnough = (minutes: number) =>
    fits({ ...input, settings: { ...settings, pushes: [...(settings.pushes ?? []), pushOf(minutes)] } }, out)
  if (Math.max(...settings.weekdayMinutes) + PUSH_MINUTES > MAX_DAY_MINUTES || !isEnough(PUSH_MINUTES)) return null
  let tooFew = 0
  let enough: number = PUSH_MINUTES
  if (isEnough(0)) return null
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1
    if (isEnough(middle)) enough = middle
    else tooFew = middle
  }
  return pushOf(enough)
}
