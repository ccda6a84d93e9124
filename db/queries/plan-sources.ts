import { and, asc, eq, gte, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { PlanRole } from '#lib/permissions.ts'
import { dayOf } from '#lib/planning/days.ts'
import { memberItem, type MemberItemRow } from '#lib/planning/member-item.ts'
import type { RepairEffect, RepairKind } from '#lib/planning/repairs.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import type { PlanSource } from '#lib/planning/view.ts'
import { items, itemStates, marks, members, phases, pins, plans, repairs } from '../schema/index.ts'
import type { Reader } from './memberships.ts'

/** A person on a plan, with dates and minutes of their own. */
export interface Membership {
  planId: string
  title: string
  templateId: string | null
  version: number
  role: PlanRole
  settings: PlanSettings
  pass: number
  passStartedAt: number
  completedAt: number | null
  /** When the person came to the plan. */
  createdAt: number
}

/** A repair that is in force. */
export interface RepairRow {
  id: string
  planId: string
  kind: RepairKind
  effect: RepairEffect
  createdAt: number
}

/** A plan as one member does it, with all that its schedule is worked out from. */
export interface MemberPlan {
  membership: Membership
  repairs: RepairRow[]
  source: PlanSource
}

/** Whose days these are. */
export type Person = Pick<Viewer, 'id' | 'rolloverHour'>

/**
 * The plans that a person is on, as that person does them: with their own dates, minutes, states, pins and repairs.
 * Asks nobody's leave: callers pass the viewer, or did see to it that the viewer may look at that person's days.
 *
 * @param only `doing`: plans that take days of the person's (not as a guest, not completed a while ago); or one plan, whatever
 * the role
 * @param today ISO day to take for today in place of the clock's
 */
export function memberPlansWithin(
  reader: Reader,
  person: Person,
  only: 'all' | 'doing' | { planId: string },
  now: number,
  today?: string,
): MemberPlan[] {
  const memberships = membershipsWithin(reader, person.id, only, now)
  const ids = memberships.map(({ planId }) => planId)
  const itemsOf = itemRows(reader, person.id, ids)
  const repairsOf = repairRows(reader, person.id, ids)
  return memberships.map((membership) => {
    const { planId, settings, pass, passStartedAt, createdAt } = membership
    const since = Math.max(createdAt, passStartedAt)
    const doer = { timeZone: settings.timeZone, rolloverHour: person.rolloverHour, pass, passStartedAt, since }
    const inForce = repairsOf.get(planId) ?? []
    return {
      membership,
      repairs: inForce,
      source: {
        planId,
        settings,
        items: (itemsOf.get(planId) ?? []).map((row) => memberItem(row, doer)),
        repairs: inForce,
        today: today ?? dayOf(now, settings.timeZone, person.rolloverHour),
      },
    }
  })
}

/** A plan that was completed stays among those that are done for so long, so that its last day can be seen. */
const LINGERS_MS = 36 * 3600 * 1000

function membershipsWithin(
  reader: Reader,
  userId: string,
  only: 'all' | 'doing' | { planId: string },
  now: number,
): Membership[] {
  const runs = or(isNull(members.completedAt), gte(members.completedAt, now - LINGERS_MS))
  return reader
    .select({
      planId: members.planId,
      title: plans.title,
      templateId: plans.templateId,
      version: plans.version,
      role: members.role,
      startDate: members.startDate,
      targetDate: members.targetDate,
      weekdayMinutes: members.weekdayMinutes,
      daysOff: members.daysOff,
      timeZone: members.timeZone,
      pass: members.pass,
      passStartedAt: members.passStartedAt,
      completedAt: members.completedAt,
      createdAt: members.createdAt,
    })
    .from(members)
    .innerJoin(plans, and(eq(plans.id, members.planId), isNull(plans.deletedAt)))
    .where(
      and(
        eq(members.userId, userId),
        isNotNull(members.joinedAt),
        only === 'doing' ? and(ne(members.role, 'guest'), runs) : undefined,
        typeof only === 'object' ? eq(members.planId, only.planId) : undefined,
      ),
    )
    .orderBy(asc(members.createdAt), asc(members.planId))
    .all()
    .map(({ startDate, targetDate, weekdayMinutes, daysOff, timeZone, ...row }) => ({
      ...row,
      settings: { startDate, targetDate, weekdayMinutes, daysOff, timeZone },
    }))
}

function itemRows(reader: Reader, userId: string, planIds: string[]): Map<string, MemberItemRow[]> {
  const rows = reader
    .select({
      planId: items.planId,
      id: items.id,
      kind: items.kind,
      tier: items.tier,
      minutes: items.minutes,
      parts: items.parts,
      phase: sql<number>`coalesce(${phases.position}, -1)`,
      position: items.position,
      readingId: items.readingId,
      title: items.title,
      createdAt: items.createdAt,
      state: itemStates.state,
      day: itemStates.day,
      minutesSpent: itemStates.minutesSpent,
      stateAt: itemStates.updatedAt,
      mark: marks.status,
      markAt: marks.updatedAt,
      pin: pins.date,
    })
    .from(items)
    .innerJoin(members, and(eq(members.planId, items.planId), eq(members.userId, userId)))
    .leftJoin(phases, eq(phases.id, items.phaseId))
    .leftJoin(
      itemStates,
      and(eq(itemStates.itemId, items.id), eq(itemStates.userId, userId), eq(itemStates.pass, members.pass)),
    )
    .leftJoin(marks, and(eq(marks.readingId, items.readingId), eq(marks.userId, userId)))
    .leftJoin(pins, and(eq(pins.itemId, items.id), eq(pins.userId, userId)))
    .where(inArray(items.planId, planIds))
    .orderBy(asc(sql`coalesce(${phases.position}, -1)`), asc(items.position), asc(items.id))
    .all()
  const byPlan = new Map<string, MemberItemRow[]>(planIds.map((id) => [id, []]))
  for (const { planId, state, day, minutesSpent, stateAt, mark, markAt, ...item } of rows) {
    byPlan.get(planId)?.push({
      ...item,
      row: state === null ? null : { state, day: day ?? '', minutesSpent, updatedAt: stateAt ?? 0 },
      mark: mark === null ? null : { status: mark, updatedAt: markAt ?? 0 },
    })
  }
  return byPlan
}

function repairRows(reader: Reader, userId: string, planIds: string[]): Map<string, RepairRow[]> {
  const rows = reader
    .select({
      id: repairs.id,
      planId: repairs.planId,
      kind: repairs.kind,
      effect: repairs.effect,
      createdAt: repairs.createdAt,
    })
    .from(repairs)
    .innerJoin(members, and(eq(members.planId, repairs.planId), eq(members.userId, userId)))
    .where(
      and(
        eq(repairs.userId, userId),
        inArray(repairs.planId, planIds),
        isNull(repairs.undoneAt),
        // Those of an earlier pass are history.
        gte(repairs.createdAt, members.passStartedAt),
      ),
    )
    .orderBy(asc(repairs.createdAt), asc(repairs.id))
    .all()
  const byPlan = new Map<string, RepairRow[]>()
  for (const row of rows) {
    byPlan.set(row.planId, [
      ...(byPlan.get(row.planId) ?? []),
      { ...row, effect: row.effect as unknown as RepairEffect },
    ])
  }
  return byPlan
}
