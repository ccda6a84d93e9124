import { neededMinutes } from './needed.ts'
import { schedule } from './schedule.ts'
import { settingsProblem, type SettingsProblem } from './settings.ts'
import { tiers, type ScheduledDay, type ScheduleInput, type Tier } from './types.ts'

/** What the enrol page says as one types. */
export type Fits = {
  problem: SettingsProblem | null
  /** The last day with something to do. */
  endDate: string | null
  totalMinutes: number
  /** Items that stand before the interview day, and that fall out, by tier. Musts never fall: they are `late`. */
  fits: Record<Tier, number>
  falls: Record<Tier, number>
  late: number
  /** The days as they would be. */
  days: ScheduledDay[]
  /** Minutes for each weekday with which all would fit; null when it fits, or never does. */
  neededWeekdayMinutes: readonly number[] | null
}

/** Whether a plan fits its dates and minutes, before there is one. Light enough to run at every key press. */
export function fitsOf(input: ScheduleInput): Fits {
  const problem = settingsProblem(input.settings)
  const nobody = { must: 0, should: 0, could: 0 }
  if (problem) {
    return {
      problem,
      endDate: null,
      totalMinutes: 0,
      fits: nobody,
      falls: nobody,
      late: 0,
      days: [],
      neededWeekdayMinutes: null,
    }
  }
  const dealt = schedule(input)
  const gone = new Set(dealt.fallen.map(({ id }) => id))
  const late = new Set(dealt.late)
  const count = (of: (id: string) => boolean) =>
    Object.fromEntries(
      tiers.map((tier) => [tier, input.items.filter((item) => item.tier === tier && of(item.id)).length]),
    ) as Record<Tier, number>
  const { targetDate } = input.settings
  const allFit = gone.size === 0 && late.size === 0
  return {
    problem: null,
    endDate: dealt.endDate,
    totalMinutes: dealt.remainingMinutes,
    fits: count((id) => !gone.has(id) && !late.has(id)),
    falls: count((id) => gone.has(id)),
    late: late.size,
    days: dealt.days,
    neededWeekdayMinutes:
      allFit || targetDate === null ? null : (neededMinutes(input, targetDate)?.weekdayMinutes ?? null),
  }
}
