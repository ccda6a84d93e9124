import type { BurnUp } from './burn-up.ts'
import { addDays, daysBetween } from './plain-days.ts'

/** How the picture of a burn-up is laid out over days. */
export type BurnAxis = {
  /** Days from the start of the first day to the end of the last one shown. */
  span: number
  /** Days from the start of the first day to the end of an ISO day. */
  at: (day: string) => number
  /** The last ISO day shown. */
  end: string
  /** The line of the pace: where it ends, and whether it goes on beyond the picture. */
  pace: { day: string; minutes: number; goesOn: boolean } | null
}

/** The pace may stretch a picture by this share of the plan, and no more. */
const STRETCH = 0.25

/**
 * The days that the picture of a burn-up shows: those of the plan up to its interview, and as much of the pace's line as
 * leaves the plan its width. A line that goes on is cut where the picture ends, on its way and not at its goal.
 *
 * @param startDate ISO day on which the plan begins
 * @param targetDate ISO day of the interview, or null
 */
export function burnAxis(burnUp: BurnUp, startDate: string, targetDate: string | null): BurnAxis {
  const { points, paceEnd, totalMinutes } = burnUp
  const origin = addDays(startDate, -1)
  const at = (day: string) => daysBetween(origin, day)
  const planned = [points.at(-1)?.date ?? startDate, targetDate ?? startDate].toSorted().at(-1)!
  const farthest = addDays(planned, Math.max(3, Math.ceil(at(planned) * STRETCH)))
  const now = points.findLast(({ done }) => done !== null)
  const end = paceEnd === null || paceEnd <= planned ? planned : paceEnd < farthest ? paceEnd : farthest
  if (paceEnd === null || !now || now.date >= end)
    return { span: Math.max(1, at(planned)), at, end: planned, pace: null }
  const whole = daysBetween(now.date, paceEnd)
  const shown = Math.min(whole, daysBetween(now.date, end))
  const done = now.done ?? 0
  const minutes = done + ((totalMinutes - done) * shown) / Math.max(1, whole)
  return {
    span: Math.max(1, at(end)),
    at,
    end,
    pace: { day: addDays(now.date, shown), minutes, goesOn: shown < whole },
  }
}
