import type { Viewer } from '#lib/auth/viewer.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { burnUpOf } from '#lib/planning/burn-up.ts'
import type { RepairOffer } from '#lib/planning/offers.ts'
import { passSummary } from '#lib/planning/pass-summary.ts'
import type { RepairKind } from '#lib/planning/repairs.ts'
import { viewPlans, type PlanView } from '#lib/planning/view.ts'
import { notFound } from '#lib/problems.ts'
import { db } from '#db/client.ts'
import type { Reader } from './memberships.ts'
import { memberPlansWithin, type MemberPlan, type Person } from './plan-sources.ts'

/** A plan that the viewer is on, and its days worked out. */
export interface DatedPlan extends MemberPlan {
  view: PlanView
}

/** The viewer's running plans, which share the viewer's days. `today` as in `memberPlansWithin`. */
export async function listDatedPlans(viewer: Viewer, now: number, today?: string): Promise<DatedPlan[]> {
  return datedPlansWithin(db(), viewer, now, today)
}

/** Whose days these are, and how fast they read. */
export type DatedPerson = Person & Pick<Viewer, 'speedPercent'>

/** `listDatedPlans` of whoever it is. Asks nobody's leave: callers did. */
export function datedPlansWithin(reader: Reader, viewer: DatedPerson, now: number, today?: string): DatedPlan[] {
  const plans = memberPlansWithin(reader, viewer, 'doing', now, today)
  const views = viewPlans(
    plans.map(({ source }) => source),
    viewer,
  )
  return plans.map((plan, index) => ({ ...plan, view: views[index]! }))
}

/**
 * A plan that the viewer is on, its days worked out beside those of the other running plans.
 * @throws Problem 404 for one who is not on it.
 */
export async function getDatedPlan(viewer: Viewer, planId: string, now: number, today?: string): Promise<DatedPlan> {
  return datedPlanWithin(db(), viewer, planId, now, today)
}

/** `getDatedPlan` inside a transaction. */
export function datedPlanWithin(
  reader: Reader,
  viewer: Viewer,
  planId: string,
  now: number,
  today?: string,
): DatedPlan {
  const running = datedPlansWithin(reader, viewer, now, today).find(({ membership }) => membership.planId === planId)
  if (running) return running
  const [plan] = memberPlansWithin(reader, viewer, { planId }, now, today)
  if (!plan) throw notFound('plan')
  return { ...plan, view: viewPlans([plan.source], viewer)[0]! }
}

/**
 * The days of a plan, for the viewer.
 * @throws Problem 404 for one who is not on it.
 */
export async function getSchedule(
  viewer: Viewer,
  planId: string,
  now: number,
  today?: string,
): Promise<ScheduleAnswer> {
  return scheduleAnswerOf(await getDatedPlan(viewer, planId, now, today))
}

/** Shapes a dated plan for the browser. */
export function scheduleAnswerOf({ view, repairs, source }: DatedPlan): ScheduleAnswer {
  const { items, settings, speedPercent } = view.input
  return {
    ...view.schedule,
    today: source.today,
    settings,
    taken: [...(view.input.taken ?? [])].filter(([day]) => day >= source.today),
    pace: view.pace,
    repairs: offersOf(view),
    inForce: repairs.map(({ id, kind, effect, createdAt }) => ({
      id,
      kind,
      byHand: effect.byHand ?? false,
      createdAt,
    })),
    summary: passSummary(items, settings, speedPercent),
    burnUp: burnUpOf(view.input, view.baseline, view.schedule),
  }
}

/** The repairs that are worth offering: three to one who is behind, a fresh start to one who is off the plan. */
export function offersOf({ pace, schedule, offer }: PlanView): RepairOffer[] {
  const isBehind = pace.state === 'behind' || pace.state === 'off'
  if (schedule.remainingMinutes === 0 || (!isBehind && schedule.late.length === 0)) return []
  const kinds: RepairKind[] = ['shift', 'squeeze', 'trim']
  if (pace.state === 'off') kinds.push('restart')
  return kinds.map(offer)
}
