import { daysBetween } from './days.ts'
import { fewerMinutes } from './needed.ts'
import { EARLY_DAYS } from './rules.ts'
import type { PlanView } from './view.ts'

/** A plan that ends well before the interview: by how many days, and the minutes a day that would do. */
export type Slack = { days: number; weekdayMinutes: readonly number[] | null }

/** What time a plan leaves before its interview day; null where that is little, or nothing is left to do. */
export function slackOf({ schedule, input, dealt }: PlanView): Slack | null {
  const { targetDate } = input.settings
  const last = schedule.days.findLast(({ items }) => items.some(({ state }) => state === 'todo'))
  if (targetDate === null || !last || schedule.late.length + dealt.out.length > 0) return null
  const days = daysBetween(last.date, targetDate) - 1
  return days < EARLY_DAYS ? null : { days, weekdayMinutes: fewerMinutes({ ...input, dealt: null }) }
}
