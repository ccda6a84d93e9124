import { freeMinutesOf } from '#db/queries/busy/free-days.ts'
import { and, asc, eq, gte, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { PlanRole } from '#lib/permissions.ts'
import { memberItem, type MemberItemRow } from '#lib/planning/member-item.ts'
import type { RepairEffect, RepairKind } from '#lib/planning/repairs.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import type { PlanSource } from '#lib/planning/view.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { hasJoined, isMember, isPlanOfMember } from '#db/conditions.ts'
import { dealings, items, itemStates, marks, members, phases, pins, plans, repairs } from '#db/schema/index.ts'
import type { Reader } from '#db/client.ts'

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
export type Person = Pick<Viewer, 'id' | 'timeZone' | 'rolloverHour'>

/** Which plans: those that take days of the person's (not as a guest, not completed a while ago), or one, whatever the role. */
type Only = 'all' | 'doing' | { planId: string }

/**
 * The plans that a person is on, as that person does them: with their own dates, minutes, states, pins and repairs.
 * Asks nobody's leave: callers pass the viewer, or did see to it that the viewer may look at that person's days.
 *
 * @param today ISO day to take for today in place of the clock's
 */
export function memberPlansWithin(
  reader: Reader,
  person: Person,
  only: Only,
  now: number,
  today?: string,
): MemberPlan[] {
  return memberPlansOfAll(reader, [person], only, now, today).get(person.id) ?? []
}

/** `memberPlansWithin` of several people, by person: five statements for all of them. */
export function memberPlansOfAll(
  reader: Reader,
  people: readonly Person[],
  only: Only,
  now: number,
  today?: string,
): Map<string, MemberPlan[]> {
  const userIds = people.map(({ id }) => id)
  const memberships = membershipsWithin(reader, userIds, only, now)
  const planIds = [...new Set(memberships.map(({ planId }) => planId))]
  const itemsOf = itemRows(reader, userIds, planIds)
  const repairsOf = repairRows(reader, userIds, planIds)
  const dealtOf = dealtRows(reader, userIds, planIds)
  const freeOf = freeMinutesOf(reader, userIds)
  const plansOf = Map.groupBy(memberships, ({ userId }) => userId)
  return new Map(
    people.map(({ id, timeZone, rolloverHour }) => [
      id,
      (plansOf.get(id) ?? []).map(({ userId, ...row }) => {
        const free = freeOf.get(userId)
        const membership = { ...row, settings: { ...row.settings, timeZone, ...(free && { free }) } }
        const { planId, settings, pass, passStartedAt, createdAt } = membership
        const since = Math.max(createdAt, passStartedAt)
        const doer = { timeZone, rolloverHour, pass, passStartedAt, since }
        const inForce = repairsOf.get(keyOf(userId, planId)) ?? []
        return {
          membership,
          repairs: inForce,
          source: {
            planId,
            settings,
            items: (itemsOf.get(keyOf(userId, planId)) ?? []).map((row) => memberItem(row, doer)),
            repairs: inForce,
            dealt: dealtOf.get(keyOf(userId, planId)) ?? null,
            today: today ?? studyDayOf({ timeZone, rolloverHour }, now),
          },
        }
      }),
    ]),
  )
}

const keyOf = (userId: string, planId: string) => `${userId} ${planId}`

/** A plan that was completed stays among those that are done for so long, so that its last day can be seen. */
const LINGERS_MS = 36 * 3600 * 1000

function membershipsWithin(
  reader: Reader,
  userIds: string[],
  only: Only,
  now: number,
): (Omit<Membership, 'settings'> & { userId: string; settings: Omit<PlanSettings, 'timeZone'> })[] {
  const runs = or(isNull(members.completedAt), gte(members.completedAt, now - LINGERS_MS))
  return reader
    .select({
      userId: members.userId,
      planId: members.planId,
      title: plans.title,
      templateId: plans.templateId,
      version: plans.version,
      role: members.role,
      startDate: members.startDate,
      targetDate: members.targetDate,
      weekdayMinutes: members.weekdayMinutes,
      daysOff: members.daysOff,
      pass: members.pass,
      passStartedAt: members.passStartedAt,
      completedAt: members.completedAt,
      createdAt: members.createdAt,
    })
    .from(members)
    .innerJoin(plans, isPlanOfMember)
    .where(
      and(
        inArray(members.userId, userIds),
        hasJoined,
        only === 'doing' ? and(ne(members.role, 'guest'), runs) : undefined,
        typeof only === 'object' ? eq(members.planId, only.planId) : undefined,
      ),
    )
    .orderBy(asc(members.createdAt), asc(members.planId))
    .all()
    .map(({ startDate, targetDate, weekdayMinutes, daysOff, ...row }) => ({
      ...row,
      settings: { startDate, targetDate, weekdayMinutes, daysOff },
    }))
}

/** By person and plan, in the plan's order. */
function itemRows(reader: Reader, userIds: string[], planIds: string[]): Map<string, MemberItemRow[]> {
  const rows = reader
    .select({
      userId: members.userId,
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
      nearEnd: items.nearEnd,
      createdAt: items.createdAt,
      state: itemStates.state,
      day: itemStates.day,
      minutesSpent: itemStates.minutesSpent,
      minutesBefore: itemStates.minutesBefore,
      stateAt: itemStates.updatedAt,
      mark: marks.status,
      markAt: marks.updatedAt,
      pin: pins.date,
    })
    .from(items)
    .innerJoin(members, and(eq(members.planId, items.planId), inArray(members.userId, userIds)))
    .leftJoin(phases, eq(phases.id, items.phaseId))
    .leftJoin(
      itemStates,
      and(eq(itemStates.itemId, items.id), eq(itemStates.userId, members.userId), eq(itemStates.pass, members.pass)),
    )
    .leftJoin(marks, and(eq(marks.readingId, items.readingId), eq(marks.userId, members.userId)))
    .leftJoin(pins, and(eq(pins.itemId, items.id), eq(pins.userId, members.userId)))
    .where(inArray(items.planId, planIds))
    .orderBy(asc(sql`coalesce(${phases.position}, -1)`), asc(items.position), asc(items.id))
    .all()
  const byPlan = new Map<string, MemberItemRow[]>()
  for (const { userId, planId, state, day, minutesSpent, minutesBefore, stateAt, mark, markAt, ...item } of rows) {
    const key = keyOf(userId, planId)
    const ofPlan = byPlan.get(key) ?? []
    if (ofPlan.length === 0) byPlan.set(key, ofPlan)
    ofPlan.push({
      ...item,
      row:
        state === null
          ? null
          : { state, day: day ?? '', minutesSpent, minutesBefore: minutesBefore ?? 0, updatedAt: stateAt ?? 0 },
      mark: mark === null ? null : { status: mark, updatedAt: markAt ?? 0 },
    })
  }
  return byPlan
}

/** By person and plan, oldest first. */
function repairRows(reader: Reader, userIds: string[], planIds: string[]): Map<string, RepairRow[]> {
  const rows = reader
    .select({
      userId: repairs.userId,
      id: repairs.id,
      planId: repairs.planId,
      kind: repairs.kind,
      effect: repairs.effect,
      createdAt: repairs.createdAt,
    })
    .from(repairs)
    .innerJoin(members, isMember(repairs.planId, repairs.userId))
    .where(
      and(
        inArray(repairs.userId, userIds),
        inArray(repairs.planId, planIds),
        isNull(repairs.undoneAt),
        // Those of an earlier pass are history.
        gte(repairs.createdAt, members.passStartedAt),
      ),
    )
    .orderBy(asc(repairs.createdAt), asc(repairs.id))
    .all()
  const byPlan = new Map<string, RepairRow[]>()
  for (const { userId, ...row } of rows) {
    const key = keyOf(userId, row.planId)
    byPlan.set(key, [...(byPlan.get(key) ?? []), { ...row, effect: row.effect as unknown as RepairEffect }])
  }
  return byPlan
}

/** How days were last dealt, by person and plan. */
function dealtRows(reader: Reader, userIds: string[], planIds: string[]) {
  const rows = reader
    .select({ userId: dealings.userId, planId: dealings.planId, dealt: dealings.dealt })
    .from(dealings)
    .where(and(inArray(dealings.userId, userIds), inArray(dealings.planId, planIds)))
    .all()
  return new Map(rows.map(({ userId, planId, dealt }) => [keyOf(userId, planId), dealt]))
}
