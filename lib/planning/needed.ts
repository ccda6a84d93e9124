import { fill } from './fill.ts'
import { LIGHT_DAYS, MAX_DAY_MINUTES, SQUEEZE_STEP } from './rules.ts'
import { keepsTo, limitOf, prepare, withMinutes, type Limit, type Prepared } from './schedule.ts'
import type { ScheduleInput } from './types.ts'

export type Needed = {
  /** Minutes more on each study day; 0 when all fits as it is. */
  extra: number
  weekdayMinutes: number[]
}

/**
 * The fewest minutes a day with which all items in force fit before a day, found by trying the real schedule in steps
 * of 5 minutes more on each study day. Null when not even 12 hours a day are enough.
 *
 * An end that is later never needs more: what fits before a day stands in the same days with a later end.
 *
 * @param endDate ISO day before which all must be done
 * @param lightDays days before it that hold light items only
 */
export function neededMinutes(input: ScheduleInput, endDate: string, lightDays = LIGHT_DAYS): Needed | null {
  const { weekdayMinutes } = input.settings
  const asItIs = prepare(input)
  const limit = limitOf(asItIs, endDate, lightDays)
  const attempt = (extra: number): Prepared => withMinutes(asItIs, withExtra(weekdayMinutes, extra))
  const fits = (prepared: Prepared): boolean => keepsTo(fill({ ...prepared.fillInput, stopAt: limit.index }), limit)

  const least = Math.min(...weekdayMinutes.filter((minutes) => minutes > 0))
  const most = Math.ceil((MAX_DAY_MINUTES - least) / SQUEEZE_STEP) * SQUEEZE_STEP
  if (!Number.isFinite(least) || !fits(attempt(most))) return null
  for (let extra = 0; extra < most; extra += SQUEEZE_STEP) {
    const tried = attempt(extra)
    if (hasRoom(tried, limit) && fits(tried)) {
      return { extra, weekdayMinutes: withExtra(weekdayMinutes, extra) }
    }
  }
  return { extra: most, weekdayMinutes: withExtra(weekdayMinutes, most) }
}

function withExtra(weekdayMinutes: readonly number[], extra: number): number[] {
  return weekdayMinutes.map((minutes) => {
    if (minutes === 0) return 0
    return Math.max(minutes, Math.min(minutes + extra, MAX_DAY_MINUTES))
  })
}

/** Whether the days hold as many minutes as there are to place, which is much cheaper to ask than whether they fit. */
function hasRoom({ calendar, room, works }: Prepared, { index }: Limit): boolean {
  let minutes = 0
  for (const { item, total, at } of works) if (item.kind !== 'review' && item.kind !== 'buffer') minutes += total - at
  for (let day = calendar.first; day < index && minutes > 0; day++) minutes -= room(day).items
  return minutes <= 0
}
