import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { ArchivedPlan } from '#lib/api/archive-file.ts'
import { hasJoined, isPlanOfMember } from '#db/conditions.ts'
import { db } from '#db/client.ts'
import {
  comments,
  items,
  itemStates,
  members,
  passes,
  phases,
  pins,
  plans,
  promisedDays,
  repairs,
} from '#db/schema/index.ts'
import type { Reader } from '#db/client.ts'

/** Ids of the plans that the viewer is on, the oldest first. */
export function listArchivedPlanIds(viewer: Viewer): string[] {
  return db()
    .select({ id: plans.id })
    .from(members)
    .innerJoin(plans, isPlanOfMember)
    .where(and(eq(members.userId, viewer.id), hasJoined))
    .orderBy(asc(members.createdAt), asc(members.planId))
    .all()
    .map((row) => row.id)
}

/** A plan that the viewer is on, with what the viewer alone did on it; nothing of other members. Empty for no such plan. */
export function readPlans(reader: Reader, viewer: Viewer, planId: string): ArchivedPlan[] {
  const rows = reader
    .select({ plan: plans, member: members })
    .from(members)
    .innerJoin(plans, isPlanOfMember)
    .where(and(eq(members.userId, viewer.id), eq(members.planId, planId), hasJoined))
    .all()
  const ids = rows.map(({ plan }) => plan.id)
  if (ids.length === 0) return []
  const all = readAll(reader, viewer, ids)
  return rows.map(({ plan, member }) => ({
    id: plan.id,
    role: member.role,
    title: plan.title,
    description: plan.description,
    templateId: plan.templateId,
    createdAt: plan.createdAt,
    updatedAt: plan.updatedAt,
    phases: of(all.phases, plan.id),
    items: of(all.items, plan.id),
    member: {
      startDate: member.startDate,
      targetDate: member.targetDate,
      weekdayMinutes: member.weekdayMinutes,
      daysOff: member.daysOff,
      timeZone: member.timeZone,
      shows: member.shows,
      pass: member.pass,
      passStartedAt: member.passStartedAt,
      completedAt: member.completedAt,
      createdAt: member.createdAt,
    },
    states: of(all.states, plan.id),
    pins: of(all.pins, plan.id),
    repairs: of(all.repairs, plan.id),
    passes: of(all.passes, plan.id),
    promisedDays: of(all.promisedDays, plan.id),
    comments: of(all.comments, plan.id),
  }))
}

/** The rows of one plan, without its id. */
function of<T extends { planId: string }>(rows: readonly T[], planId: string): Omit<T, 'planId'>[] {
  return rows.filter((row) => row.planId === planId).map(({ planId: _, ...row }) => row)
}

function readAll(reader: Reader, { id: userId }: Viewer, ids: string[]) {
  const { planId, ...itemColumns } = {
    planId: items.planId,
    id: items.id,
    phaseId: items.phaseId,
    position: items.position,
    kind: items.kind,
    tier: items.tier,
    minutes: items.minutes,
    parts: items.parts,
    readingId: items.readingId,
    title: items.title,
    reason: items.reason,
    prompt: items.prompt,
    touches: items.touches,
    questionId: items.questionId,
    remark: items.remark,
    nearEnd: items.nearEnd,
    createdAt: items.createdAt,
  }
  return {
    phases: reader
      .select({
        planId: phases.planId,
        id: phases.id,
        position: phases.position,
        title: phases.title,
        goal: phases.goal,
      })
      .from(phases)
      .where(inArray(phases.planId, ids))
      .orderBy(asc(phases.position))
      .all(),
    items: reader
      .select({ planId, ...itemColumns })
      .from(items)
      .where(inArray(items.planId, ids))
      .orderBy(asc(items.position))
      .all(),
    states: reader
      .select({
        planId: items.planId,
        itemId: itemStates.itemId,
        pass: itemStates.pass,
        state: itemStates.state,
        reason: itemStates.reason,
        minutesSpent: itemStates.minutesSpent,
        minutesBefore: itemStates.minutesBefore,
        day: itemStates.day,
        updatedAt: itemStates.updatedAt,
      })
      .from(itemStates)
      .innerJoin(items, eq(items.id, itemStates.itemId))
      .where(and(eq(itemStates.userId, userId), inArray(items.planId, ids)))
      .all(),
    pins: reader
      .select({ planId: items.planId, itemId: pins.itemId, date: pins.date, updatedAt: pins.updatedAt })
      .from(pins)
      .innerJoin(items, eq(items.id, pins.itemId))
      .where(and(eq(pins.userId, userId), inArray(items.planId, ids)))
      .all(),
    repairs: reader
      .select({
        planId: repairs.planId,
        id: repairs.id,
        kind: repairs.kind,
        effect: repairs.effect,
        createdAt: repairs.createdAt,
        undoneAt: repairs.undoneAt,
      })
      .from(repairs)
      .where(and(eq(repairs.userId, userId), inArray(repairs.planId, ids)))
      .orderBy(asc(repairs.createdAt))
      .all()
      .map((row) => ({ ...row, effect: row.effect as ArchivedPlan['repairs'][number]['effect'] })),
    passes: reader
      .select({
        planId: passes.planId,
        pass: passes.pass,
        startedAt: passes.startedAt,
        endedAt: passes.endedAt,
        summary: passes.summary,
      })
      .from(passes)
      .where(and(eq(passes.userId, userId), inArray(passes.planId, ids)))
      .orderBy(asc(passes.pass))
      .all(),
    promisedDays: reader
      .select({
        planId: promisedDays.planId,
        day: promisedDays.day,
        minutes: promisedDays.minutes,
        planned: promisedDays.planned,
        items: promisedDays.items,
      })
      .from(promisedDays)
      .where(and(eq(promisedDays.userId, userId), inArray(promisedDays.planId, ids)))
      .orderBy(asc(promisedDays.day))
      .all(),
    comments: reader
      .select({
        planId: comments.planId,
        id: comments.id,
        itemTitle: items.title,
        markdown: comments.markdown,
        createdAt: comments.createdAt,
      })
      .from(comments)
      .innerJoin(items, eq(items.id, comments.itemId))
      .where(and(eq(comments.userId, userId), inArray(comments.planId, ids)))
      .orderBy(asc(comments.createdAt))
      .all(),
  }
}
