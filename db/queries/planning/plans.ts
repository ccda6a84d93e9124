import { asc, eq, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSeePlan } from '#lib/permissions.ts'
import type { PlanAnswer, PlanItemDetail, PlanSummary } from '#lib/api/plan-answers.ts'
import { planFigures } from '#lib/planning/plan-figures.ts'
import { applyRepairs } from '#lib/planning/repairs.ts'
import { isDone, viewPlans } from '#lib/planning/view.ts'
import { notFound } from '#lib/problems.ts'
import { db } from '#db/client.ts'
import { members, phases, plans } from '#db/schema/index.ts'
import { requireRole } from './memberships.ts'
import { itemDetailsWithin } from './plan-items.ts'
import { memberPlansWithin } from './plan-sources.ts'
import { type DatedPlan, listDatedPlans } from './schedules.ts'

/** All plans that the viewer is on, the running ones first, each with how it stands. */
export async function listPlans(viewer: Viewer, now: number): Promise<PlanSummary[]> {
  const running = await listDatedPlans(viewer, now)
  const known = new Set(running.map(({ membership }) => membership.planId))
  const others = memberPlansWithin(db(), viewer, 'all', now)
    .filter(({ membership }) => !known.has(membership.planId))
    .map((plan) => ({ ...plan, view: viewPlans([plan.source], viewer)[0]! }))
  return [...running, ...others].map(summaryOf)
}

function summaryOf({ membership, source, view }: DatedPlan): PlanSummary {
  const { planId, title, role, templateId, completedAt } = membership
  const { startDate, targetDate } = view.input.settings
  const { schedule, pace } = view
  return {
    id: planId,
    title,
    role,
    templateId,
    startDate,
    targetDate,
    endDate: schedule.endDate,
    today: source.today,
    ...planFigures(view),
    pace,
    completed: completedAt !== null || isDone(view),
    completedAt,
  }
}

/**
 * A plan that the viewer is on, with its phases and items in order.
 * @throws Problem 404 for one who is not on it.
 */
export async function getPlan(viewer: Viewer, planId: string, now: number): Promise<PlanAnswer> {
  const role = await requireRole(viewer, planId, canSeePlan)
  const [own] = memberPlansWithin(db(), viewer, { planId }, now)
  const plan = db()
    .select({
      id: plans.id,
      title: plans.title,
      description: plans.description,
      templateId: plans.templateId,
      version: plans.version,
      people: sql<number>`(select count(*) from ${members} where ${members.planId} = ${plans.id} and ${members.joinedAt} is not null)`,
    })
    .from(plans)
    .where(eq(plans.id, planId))
    .get()!
  const { membership, source } = own!
  const { pushes: _, free: __, ...settings } = applyRepairs(source.settings, source.items, source.repairs).settings
  return {
    ...plan,
    role,
    ...settings,
    pass: membership.pass,
    completedAt: membership.completedAt,
    phases: db()
      .select({ id: phases.id, title: phases.title, goal: phases.goal })
      .from(phases)
      .where(eq(phases.planId, planId))
      .orderBy(asc(phases.position), asc(phases.id))
      .all(),
    items: itemDetailsWithin(db(), viewer, { planId, pass: membership.pass }, source.items),
  }
}

/**
 * An item of a plan that the viewer is on, as it stands for the viewer.
 * @throws Problem 404 for one who is not on the plan, and for an item that it does not have.
 */
export async function getPlanItem(
  viewer: Viewer,
  planId: string,
  itemId: string,
  now: number,
): Promise<PlanItemDetail> {
  const [own] = memberPlansWithin(db(), viewer, { planId }, now)
  if (!own) throw notFound('plan')
  const stand = own.source.items.filter((item) => item.id === itemId)
  const [item] = itemDetailsWithin(db(), viewer, { planId, pass: own.membership.pass }, stand)
  if (!item) throw notFound('item')
  return item
}
