import { and, asc, eq, gte, lt } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { burnUpOf } from '#lib/planning/burn-up.ts'
import type { Standing } from '#lib/planning/dealings.ts'
import { askAbout, offersFor, type Asked } from '#lib/planning/offers.ts'
import { planFigures } from '#lib/planning/plan-figures.ts'
import { slackOf } from '#lib/planning/slack.ts'
import { passSummary } from '#lib/planning/pass-summary.ts'
import { viewPlans, type PlanView } from '#lib/planning/view.ts'
import { notFound } from '#lib/problems.ts'
import { db } from '#db/client.ts'
import { promisedDays } from '#db/schema/index.ts'
import type { Reader } from '#db/client.ts'
import { memberPlansWithin, type MemberPlan, type Person } from './plan-sources.ts'

/** A plan that the viewer is on, and its days worked out. */
export interface DatedPlan extends MemberPlan {
  view: PlanView
}

/** The viewer's running plans, which share the viewer's days. `today` as in `memberPlansWithin`. */
export async function listDatedPlans(viewer: Viewer, now: number, today?: string): Promise<DatedPlan[]> {
  return datedPlansWithin(db(), viewer, now, today)
}

/** The viewer's running plans as they are kept, and the viewer's speed: what a preview is worked out from. */
export async function getStanding(viewer: Viewer, now: number): Promise<Standing> {
  const plans = memberPlansWithin(db(), viewer, 'doing', now)
  return {
    plans: plans.map(({ source }) => ({
      ...source,
      repairs: source.repairs.map(({ kind, effect }) => ({ kind, effect })),
    })),
    person: { speedPercent: viewer.speedPercent },
  }
}

/** Whose days these are, and how fast they read. */
export type DatedPerson = Person & Pick<Viewer, 'speedPercent'>

/** `listDatedPlans` of whoever it is. Checks no permission: callers did. */
export function datedPlansWithin(reader: Reader, viewer: DatedPerson, now: number, today?: string): DatedPlan[] {
  return datedOf(memberPlansWithin(reader, viewer, 'doing', now, today), viewer)
}

function datedOf(plans: readonly MemberPlan[], viewer: DatedPerson): DatedPlan[] {
  const views = viewPlans(
    plans.map(({ source }) => source),
    viewer,
  )
  return plans.map((plan, index) => ({ ...plan, view: views[index]! }))
}

/**
 * A plan that the viewer is on beside the other running plans; alone where it does not run.
 * @throws Problem 404 for one who is not on it.
 */
function plansAround(reader: Reader, viewer: Viewer, planId: string, now: number, today?: string): MemberPlan[] {
  const running = memberPlansWithin(reader, viewer, 'doing', now, today)
  if (running.some(({ membership }) => membership.planId === planId)) return running
  const plan = memberPlansWithin(reader, viewer, { planId }, now, today)
  if (plan.length === 0) throw notFound('plan')
  return plan
}

/** A plan's days worked out beside those of the other running plans, inside a transaction. */
export function datedPlanWithin(
  reader: Reader,
  viewer: Viewer,
  planId: string,
  now: number,
  today?: string,
): DatedPlan {
  const plans = datedOf(plansAround(reader, viewer, planId, now, today), viewer)
  return plans.find(({ membership }) => membership.planId === planId)!
}

/** Makes ready to ask for ways back onto a plan, inside a transaction. */
export function askedWithin(reader: Reader, viewer: Viewer, planId: string, now: number, today?: string): Asked {
  const plans = plansAround(reader, viewer, planId, now, today).map(({ source }) => source)
  return askAbout({ plans, person: { speedPercent: viewer.speedPercent } }, planId)
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
  const plans = plansAround(db(), viewer, planId, now, today)
  const { source, repairs, membership } = plans.find((plan) => plan.membership.planId === planId)!
  const titles = new Map(plans.map(({ membership: { planId: id, title } }) => [id, title]))
  const person = { speedPercent: viewer.speedPercent }
  const asked = askAbout({ plans: plans.map((plan) => plan.source), person }, planId)
  const { view } = asked
  const { items, settings, speedPercent, morning } = view.input
  const past = pastOf(viewer, planId, settings.startDate, view.dealt.from)
  return {
    ...view.schedule,
    inOtherPlan: view.schedule.inOtherPlan.map((held) => ({ ...held, title: titles.get(held.planId) ?? '' })),
    today: source.today,
    settings,
    taken: [...(morning?.taken ?? [])].filter(([day]) => day >= source.today),
    pace: view.pace,
    figures: planFigures(view),
    speedPercent: viewer.speedPercent,
    repairs: membership.role === 'guest' ? [] : offersFor(asked),
    slack: slackOf(view),
    inForce: repairs.map(({ id, kind, effect, createdAt }) => ({
      id,
      kind,
      byHand: effect.byHand ?? false,
      createdAt,
    })),
    summary: passSummary(items, settings, speedPercent),
    burnUp: burnUpOf(view.input, view.dealt, view.schedule, past),
  }
}

/** What was promised for days before the present promise. */
function pastOf(viewer: Viewer, planId: string, from: string, to: string) {
  return db()
    .select({ date: promisedDays.day, minutes: promisedDays.planned })
    .from(promisedDays)
    .where(
      and(
        eq(promisedDays.userId, viewer.id),
        eq(promisedDays.planId, planId),
        gte(promisedDays.day, from),
        lt(promisedDays.day, to),
      ),
    )
    .orderBy(asc(promisedDays.day))
    .all()
}
