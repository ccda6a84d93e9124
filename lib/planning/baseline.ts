import { schedule } from './schedule.ts'
import type { PlanItem, Schedule, ScheduleInput } from './types.ts'
import { minutesAt } from './work.ts'

/** The days as they were dealt when the plan began, or at its last repair: what "behind" is measured against. */
export type Baseline = {
  /** ISO day on which it was dealt. */
  from: string
  schedule: Schedule
  /** Planned minutes of each day that has any, in order. */
  days: { date: string; minutes: number }[]
  /** By item: the day of its last sitting. */
  due: ReadonlyMap<string, string>
  /** By item: its planned minutes. */
  minutes: ReadonlyMap<string, number>
}

/**
 * The schedule as of an earlier day: what was done since is taken as still to do, and what came into the plan since
 * stands at the end. Minutes, days off and pins are those of now, so a holiday that is put in later is forgiven.
 */
export function baselineOf(input: ScheduleInput, from: string): Baseline {
  const dealt = schedule({
    ...input,
    items: input.items.map((item) => asOf(item, from)),
    today: from,
    openBufferOn: null,
  })
  const days: Baseline['days'] = []
  const due = new Map<string, string>()
  const minutes = new Map<string, number>()
  for (const day of dealt.days) {
    let sum = 0
    for (const sitting of day.items) {
      if (sitting.state !== 'todo') continue
      sum += sitting.minutes
      due.set(sitting.id, day.date)
      minutes.set(sitting.id, (minutes.get(sitting.id) ?? 0) + sitting.minutes)
    }
    if (sum > 0) days.push({ date: day.date, minutes: sum })
  }
  return { from, schedule: dealt, days, due, minutes }
}

const AFTER_ALL_PHASES = 1e6

function asOf(item: PlanItem, from: string): PlanItem {
  const phase = item.addedOn && item.addedOn > from ? item.phase + AFTER_ALL_PHASES : item.phase
  if (item.state !== 'todo' && item.day !== null && item.day >= from) {
    return { ...item, phase, state: 'todo', day: null, spent: 0, spentOn: null }
  }
  return item.spentOn && item.spentOn >= from ? { ...item, phase, spent: 0, spentOn: null } : { ...item, phase }
}

/** Of an item's planned minutes, those that are behind the person. A skipped item is behind, too. */
export function settledMinutes(item: PlanItem, planned: number, speedPercent: number): number {
  if (item.state !== 'todo') return planned
  const left = minutesAt(item, speedPercent) - (item.spent ?? 0)
  return Math.max(0, Math.min(planned, planned - left))
}
