import { deal, type Dealing } from './deal.ts'
import { roomOf } from './room.ts'
import type { Fixed, PlanItem, ScheduleInput } from './types.ts'
import { minutesAt } from './work.ts'

/** A day as it was promised: the minutes that the plan asked for, and those planned of each item. */
export type PromisedDay = { date: string; minutes: number; items: readonly (readonly [id: string, minutes: number])[] }

/**
 * A plan as it was last dealt: what that fixed, and the days that it promised. It is kept until the next dealing and
 * never worked out again; "behind" is measured against it.
 */
export type Dealt = Fixed & {
  /** ISO day from which it holds. */
  from: string
  days: readonly PromisedDay[]
  /** How far ahead of the plan the person was when it was dealt, in study days and minutes; negative when behind. */
  carried: { days: number; minutes: number }
}

/** Deals a plan as of `input.today`. See `deal`. */
export function promise(input: ScheduleInput, keptOut?: readonly string[]): Dealt {
  const dealing = deal(input, keptOut)
  return { ...dealing.fixed, from: input.today, days: promisedDays(input, dealing), carried: { days: 0, minutes: 0 } }
}

function promisedDays({ settings }: ScheduleInput, { run: { prepared, filled } }: Dealing): PromisedDay[] {
  const { calendar } = prepared
  const room = roomOf(calendar, { settings, review: {} })
  const byDay = new Map<number, Map<string, number>>()
  for (const { day, work, minutes } of filled.placed) {
    const items = byDay.get(day) ?? new Map<string, number>()
    items.set(work.item.id, (items.get(work.item.id) ?? 0) + minutes)
    byDay.set(day, items)
  }
  return [...byDay]
    .toSorted(([a], [b]) => a - b)
    .map(([day, items]) => ({ date: calendar.date(day), minutes: room(day).minutes, items: [...items] }))
}

/** By item: the day of its last promised sitting. */
export function dueDays({ days }: Pick<Dealt, 'days'>): Map<string, string> {
  const due = new Map<string, string>()
  for (const { date, items } of days) for (const [id] of items) due.set(id, date)
  return due
}

/** By item: its promised minutes. */
export function promisedMinutes({ days }: Pick<Dealt, 'days'>): Map<string, number> {
  const minutes = new Map<string, number>()
  for (const { items } of days) for (const [id, given] of items) minutes.set(id, (minutes.get(id) ?? 0) + given)
  return minutes
}

/** The promised minutes of a day. */
export const minutesOfDay = ({ items }: PromisedDay) => items.reduce((sum, [, minutes]) => sum + minutes, 0)

/** Of an item's promised minutes, those that are behind the person. A skipped item is behind, too. */
export function settledMinutes(item: PlanItem, planned: number, speedPercent: number): number {
  if (item.state !== 'todo') return planned
  const left = minutesAt(item, speedPercent) - (item.spent ?? 0)
  return Math.max(0, Math.min(planned, planned - left))
}

/** The promise of a plan that has nothing to come. */
export function nothingPromised(from: string): Dealt {
  return {
    from,
    days: [],
    carried: { days: 0, minutes: 0 },
    out: [],
    review: {},
    open: {},
    openLight: {},
    near: {},
    pushed: {},
    split: [],
    full: [],
  }
}
