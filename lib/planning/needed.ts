import { deal } from './deal.ts'
import { MAX_DAY_MINUTES, SQUEEZE_STEP } from './rules.ts'
import type { ScheduleInput } from './types.ts'

export type Needed = {
  /** Minutes more on each study day; 0 when all fits as it is. */
  extra: number
  weekdayMinutes: number[]
}

/** Whether nothing falls out of a plan that is dealt now, but for what had fallen before. */
export function fits(input: ScheduleInput, out: readonly string[] = []): boolean {
  const { run } = deal(input)
  if (run.fallen.length + run.late.length + run.filled.left.length === 0) return true
  const known = new Set(out)
  return [...run.fallen, ...run.late, ...run.filled.left].every(({ item }) => known.has(item.id))
}

/**
 * The fewest minutes a day with which all items fit before the interview day, found by dealing in steps of 5 minutes
 * more on each study day. Null when not even 12 hours a day are enough.
 *
 * @param out ids of what had fallen before: it may be out still
 */
export function neededMinutes(input: ScheduleInput, out: readonly string[] = []): Needed | null {
  const { weekdayMinutes } = input.settings
  const attempt = (steps: number) => withExtra(weekdayMinutes, steps * SQUEEZE_STEP)
  const isEnough = (steps: number) =>
    fits({ ...input, settings: { ...input.settings, weekdayMinutes: attempt(steps) } }, out)
  const least = Math.min(...weekdayMinutes.filter((minutes) => minutes > 0))
  if (!Number.isFinite(least)) return null
  if (isEnough(0)) return { extra: 0, weekdayMinutes: [...weekdayMinutes] }
  const most = Math.ceil((MAX_DAY_MINUTES - least) / SQUEEZE_STEP)
  // Mostly a few minutes are enough: look near by first.
  let enough = 1
  while (enough < most && !isEnough(enough)) enough = Math.min(most, enough * 2)
  if (enough === most && !isEnough(most)) return null
  let tooFew = enough >> 1
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1
    if (isEnough(middle)) enough = middle
    else tooFew = middle
  }
  return { extra: enough * SQUEEZE_STEP, weekdayMinutes: attempt(enough) }
}

/** The fewest minutes a day, in steps of 5, with which still nothing more falls; null where none can be spared. */
export function fewerMinutes(input: ScheduleInput, out: readonly string[] = []): number[] | null {
  const { weekdayMinutes } = input.settings
  const less = (steps: number) =>
    weekdayMinutes.map((minutes) => (minutes === 0 ? 0 : Math.max(SQUEEZE_STEP, minutes - steps * SQUEEZE_STEP)))
  const isEnough = (steps: number) =>
    fits({ ...input, settings: { ...input.settings, weekdayMinutes: less(steps) } }, out)
  let enough = 0
  let tooMany = Math.max(1, Math.floor(Math.max(...weekdayMinutes) / SQUEEZE_STEP))
  while (tooMany - enough > 1) {
    const middle = (tooMany + enough) >> 1
    if (isEnough(middle)) enough = middle
    else tooMany = middle
  }
  return enough === 0 ? null : less(enough)
}

function withExtra(weekdayMinutes: readonly number[], extra: number): number[] {
  return weekdayMinutes.map((minutes) =>
    minutes === 0 ? 0 : Math.max(minutes, Math.min(minutes + extra, MAX_DAY_MINUTES)),
  )
}
