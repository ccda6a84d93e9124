import { costsOf, type Cost } from './costs.ts'
import { dealKnown, type Recalled } from './dealings.ts'
import { fits as allFits, neededMinutes } from './needed.ts'
import { settingsProblem, type SettingsProblem } from './settings.ts'
import { tiers, type ScheduledDay, type Tier } from './types.ts'
import type { Pacer, PlanSource, PlanView } from './view.ts'

/** What the enrol page and the form of dates say as one types: what will be once they are sent. */
export type Fits = {
  problem: SettingsProblem | null
  /** The last day with something to do. */
  endDate: string | null
  totalMinutes: number
  /** Items that stand before the interview day, and that fall out, by tier. Musts never fall: they are `late`. */
  fits: Record<Tier, number>
  falls: Record<Tier, number>
  /** Musts that do not fit. */
  late: number
  /** Readings that one of the person's other plans holds: they cost nothing. */
  inOtherPlan: number
  /** The days as they would be. */
  days: ScheduledDay[]
  /** Minutes for each weekday with which all would fit; null when it fits, or never does. */
  neededWeekdayMinutes: readonly number[] | null
  /** What it costs the person's other plans. */
  others: Cost[]
}

const nothing: Omit<Fits, 'problem'> = {
  endDate: null,
  totalMinutes: 0,
  fits: { must: 0, should: 0, could: 0 },
  falls: { must: 0, should: 0, could: 0 },
  late: 0,
  inOtherPlan: 0,
  days: [],
  neededWeekdayMinutes: null,
  others: [],
}

/**
 * What becomes of a plan, new or changed, and of the person's other plans: dealt as the act itself will deal it. Light
 * enough to run at every key press.
 *
 * @param before how the person's plans stand (`recall`), worked out once
 * @param plan as it would be; where `before` has one of its id, in its place
 */
export function fitsOf(before: Recalled, plan: PlanSource, person: Pacer): Fits {
  const problem = settingsProblem(plan.settings)
  if (problem) return { ...nothing, problem }
  const known = [...before.plans.values()].map(({ turn }) => turn.plan)
  const isNew = !before.plans.has(plan.planId)
  const plans = isNew ? [...known, plan] : known.map((other) => (other.planId === plan.planId ? plan : other))
  const { views } = dealKnown(before, { plans, person })
  const view = views.find(({ planId }) => planId === plan.planId)!
  const had = [...before.plans.values()].map((one) => one.view)
  return { problem: null, ...outcomeOf(view), others: costsOf(had, views, plan.planId) }
}

function outcomeOf({ schedule, input }: PlanView): Omit<Fits, 'problem' | 'others'> {
  const gone = new Set(schedule.fallen.map(({ id }) => id))
  const late = new Set(schedule.late)
  const count = (of: (id: string) => boolean) =>
    Object.fromEntries(
      tiers.map((tier) => [tier, input.items.filter((item) => item.tier === tier && of(item.id)).length]),
    ) as Record<Tier, number>
  const allFit = gone.size === 0 && late.size === 0
  const fresh = { ...input, dealt: null }
  return {
    endDate: schedule.endDate,
    totalMinutes: schedule.remainingMinutes,
    fits: count((id) => !gone.has(id) && !late.has(id)),
    falls: count((id) => gone.has(id)),
    late: late.size,
    inOtherPlan: schedule.inOtherPlan.length,
    days: schedule.days,
    neededWeekdayMinutes:
      allFit || input.settings.targetDate === null || allFits(fresh)
        ? null
        : (neededMinutes(fresh)?.weekdayMinutes ?? null),
  }
}
