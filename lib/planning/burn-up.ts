import { calendarFrom } from './calendar.ts'
import { addDays } from './days.ts'
import { studyDaysBetween } from './pace.ts'
import { minutesOfDay, type Dealt } from './promise.ts'
import { roomOf } from './room.ts'
import type { Schedule, ScheduleInput } from './types.ts'
import { minutesAt } from './work.ts'

export type BurnUp = {
  /** Minutes of all that is in the plan; what is skipped or falls out is not counted. */
  totalMinutes: number
  /** Cumulative minutes at the end of each day that changes a line, in order; `done` is null after today. */
  points: { date: string; planned: number; done: number | null }[]
  /** Where the present pace ends: an ISO day, or null where there is no pace yet. */
  paceEnd: string | null
  /** Minutes a study day over the last three weeks; null before the second study day. */
  paceMinutes: number | null
}

/**
 * The lines of a plan's burn-up: what was promised and what is done. The line of the present promise begins at what was
 * done when it was dealt; before it stands what was promised then, which no later act changes.
 *
 * @param past days before the present promise, with the minutes that were promised for each, in order
 */
export function burnUpOf(
  input: ScheduleInput,
  dealt: Pick<Dealt, 'from' | 'days'>,
  present: Schedule,
  past: readonly { date: string; minutes: number }[] = [],
): BurnUp {
  const { items, settings, speedPercent, today } = input
  const doneOn = new Map<string, number>()
  const add = (to: Map<string, number>, day: string, minutes: number) => to.set(day, (to.get(day) ?? 0) + minutes)
  const skipped = new Set<string>()
  /** Done before the plan began: both lines start there. */
  let before = 0

  for (const item of items) {
    const minutes = minutesAt(item, speedPercent)
    if (item.state === 'skipped') skipped.add(item.id)
    else if (item.state === 'done')
      if (item.day !== null && item.day >= settings.startDate) add(doneOn, item.day, minutes)
      else before += minutes
    else if (item.spent && item.spentOn) add(doneOn, item.spentOn, Math.min(item.spent, minutes))
  }
  const plannedOn = new Map(past.filter(({ date }) => date < dealt.from).map(({ date, minutes }) => [date, minutes]))
  for (const day of dealt.days)
    plannedOn.set(day.date, minutesOfDay({ ...day, items: day.items.filter(([id]) => !skipped.has(id)) }))

  const dates = [...new Set([addDays(settings.startDate, -1), ...doneOn.keys(), ...plannedOn.keys(), today])].toSorted()
  const points: BurnUp['points'] = []
  let planned = before
  let done = before
  let isNew = true
  for (const date of dates) {
    if (isNew && date >= dealt.from) {
      planned = done
      isNew = false
    }
    planned += plannedOn.get(date) ?? 0
    done += doneOn.get(date) ?? 0
    points.push({ date, planned, done: date <= today ? done : null })
  }
  const pace = paceMinutesOf(input, doneOn)
  return {
    totalMinutes: done + present.remainingMinutes,
    points,
    paceMinutes: pace === null ? null : Math.round(pace),
    paceEnd: pace ? endAtPace(input, present.remainingMinutes, pace) : null,
  }
}

const PACE_WINDOW_DAYS = 21

/** Minutes done a study day, over the last three weeks up to yesterday, or since the plan began. */
function paceMinutesOf({ settings, today }: ScheduleInput, doneOn: ReadonlyMap<string, number>): number | null {
  const earliest = addDays(today, -PACE_WINDOW_DAYS)
  const from = settings.startDate > earliest ? settings.startDate : earliest
  const studyDays = studyDaysBetween(from, today, settings)
  if (studyDays === 0) return null
  let done = 0
  for (const [day, minutes] of doneOn) if (day >= from && day < today) done += minutes
  return done / studyDays
}

/** The study day, counted from today, on which the minutes that are left are done at this pace. */
function endAtPace({ settings, today }: ScheduleInput, remaining: number, pace: number): string | null {
  const calendar = calendarFrom(today > settings.startDate ? today : settings.startDate, settings.timeZone)
  const room = roomOf(calendar, { settings, review: {} })
  let left = remaining
  if (left <= 0) return today
  for (let day = calendar.first; day < calendar.end; day++) {
    if (room(day).minutes === 0) continue
    left -= pace
    if (left <= 0) return calendar.date(day)
  }
  return null
}
