import { asOf } from './as-of.ts'
import { calendarFrom } from './calendar.ts'
import { addDays } from './days.ts'
import { minutesOfDay, promisedMinutes, settledMinutes, type Dealt } from './promise.ts'
import { roomOf } from './room.ts'
import { OFF_AFTER_DAYS, ON_TRACK_DAYS } from './rules.ts'
import type { PlanSettings, ScheduleInput } from './types.ts'

export type PaceState = 'ahead' | 'on-track' | 'behind' | 'off'

export type Pace = {
  state: PaceState
  /** Study days ahead of the plan, negative when behind, to a tenth. */
  days: number
  /** Promised minutes that are done beyond what was due by the end of yesterday; negative when behind. */
  minutes: number
  /** Minutes due by the end of yesterday since the days were last dealt, and those of them done. */
  dueMinutes: number
  doneMinutes: number
}

export type PaceInput = Pick<ScheduleInput, 'items' | 'settings' | 'speedPercent' | 'today'>

/**
 * How far a person is from their plan.
 *
 * The promise is a line of study days, each with its planned minutes. The minutes done since it was dealt (of whatever
 * promised item, in whatever order; skipped counts) lead a certain way along this line, part of a day included. The
 * pace is the distance in study days from there to the end of yesterday, and what was carried over from the promise
 * before: within one study day, either way, is `on-track`; further along is `ahead`; up to five study days short is
 * `behind`; more is `off` the plan. Days off are no study days. When the line is over and something is left, each study
 * day that goes by since counts. Who has nothing left to do is not behind.
 */
export function paceOf(input: PaceInput, dealt: Dealt): Pace {
  const { days, minutes, due, done } = exactPace(input, dealt)
  return { state: stateOf(days), days: Math.round(days * 10) / 10 || 0, minutes, dueMinutes: due, doneMinutes: done }
}

/** The pace before it is rounded. */
export function exactPace({ items, settings, speedPercent, today }: PaceInput, dealt: Dealt) {
  const planned = promisedMinutes(dealt)
  let done = 0
  for (const item of items) {
    const minutes = planned.get(item.id)
    if (minutes !== undefined) done += settledMinutes(item, minutes, speedPercent)
  }
  let due = 0
  let reached = 0
  let passed = 0
  let left = done
  for (const day of dealt.days) {
    const minutes = minutesOfDay(day)
    const share = Math.min(left, minutes)
    reached += share / minutes
    left -= share
    if (day.date >= today) continue
    passed++
    due += minutes
  }
  const last = dealt.days.at(-1)
  const isOver = reached >= dealt.days.length - 1e-9
  if (last && !isOver && last.date < today) passed += studyDaysBetween(addDays(last.date, 1), today, settings)
  const days = dealt.carried.days + reached - passed
  const minutes = dealt.carried.minutes + done - due
  const isDone = items.every((item) => item.state !== 'todo' || item.trimmed)
  return isDone ? { days: Math.max(0, days), minutes: Math.max(0, minutes), due, done } : { days, minutes, due, done }
}

/** Minutes that a person was late by when today began. */
export function lateMinutes(input: PaceInput, dealt: Dealt): number {
  return Math.max(0, -exactPace({ ...input, items: asOf(input.items, input.today) }, dealt).minutes)
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
  const room = roomOf(calendar, { settings, review: {} })
  let count = 0
  for (let day = calendar.first; calendar.date(day) < to && day < calendar.first + 1000; day++) {
    if (room(day).minutes > 0) count++
  }
  return count
}
