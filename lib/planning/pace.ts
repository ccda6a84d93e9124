import type { Baseline } from './baseline.ts'
import { settledMinutes } from './baseline.ts'
import { calendarFrom } from './calendar.ts'
import { addDays } from './days.ts'
import { roomOf } from './room.ts'
import { OFF_AFTER_DAYS, ON_TRACK_DAYS } from './rules.ts'
import type { PlanSettings, ScheduleInput } from './types.ts'

export type PaceState = 'ahead' | 'on-track' | 'behind' | 'off'

export type Pace = {
  state: PaceState
  /** Study days ahead of the plan, negative when behind, to a tenth. */
  days: number
  /** Planned minutes that are done beyond what was due by the end of yesterday; negative when behind. */
  minutes: number
  /** Minutes due by the end of yesterday since the plan began or was last repaired, and those of them done. */
  dueMinutes: number
  doneMinutes: number
}

/**
 * How far a person is from their plan.
 *
 * The baseline is a line of study days, each with its planned minutes. The minutes done (of whatever planned item, in
 * whatever order; skipped counts) lead a certain way along this line, part of a day included. The pace is the distance
 * in study days from there to the end of yesterday: within one study day, either way, is `on-track`; further along is
 * `ahead`; up to five study days short is `behind`; more is `off` the plan. Days off are no study days. When the line
 * is over and something is left, each study day that goes by since counts.
 */
export function paceOf(input: ScheduleInput, baseline: Baseline): Pace {
  let done = 0
  for (const item of input.items) {
    const planned = baseline.minutes.get(item.id)
    if (planned !== undefined) done += settledMinutes(item, planned, input.speedPercent)
  }

  let due = 0
  let reached = 0
  let passed = 0
  let left = done
  for (const day of baseline.days) {
    const share = Math.min(left, day.minutes)
    reached += share / day.minutes
    left -= share
    if (day.date >= input.today) continue
    passed++
    due += day.minutes
  }
  const last = baseline.days.at(-1)
  if (last && reached < baseline.days.length && last.date < input.today) {
    passed += studyDaysBetween(addDays(last.date, 1), input.today, input.settings)
  }

  const days = Math.round((reached - passed) * 10) / 10
  return { state: stateOf(reached - passed), days, minutes: done - due, dueMinutes: due, doneMinutes: done }
}

function stateOf(days: number): PaceState {
  // A sum of fractions of days may miss a whole number by a hair.
  const hair = 1e-9
  if (days > ON_TRACK_DAYS + hair) return 'ahead'
  if (days >= -ON_TRACK_DAYS - hair) return 'on-track'
  return days >= -OFF_AFTER_DAYS - hair ? 'behind' : 'off'
}

/** Study days from one ISO day up to, and without, another; counted to a thousand days. */
export function studyDaysBetween(from: string, to: string, settings: PlanSettings): number {
  if (from >= to) return 0
  const calendar = calendarFrom(from, settings.timeZone)
  const room = roomOf(calendar, settings)
  let count = 0
  for (let day = calendar.first; calendar.date(day) < to && day < calendar.first + 1000; day++) {
    if (room(day).minutes > 0) count++
  }
  return count
}
