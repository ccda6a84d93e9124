import { randomUUID } from 'node:crypto'
import { and, eq, gte, inArray } from 'drizzle-orm'
import { dealPlans, type Dealings, type Standing } from '#lib/planning/dealings.ts'
import { minutesOfDay, type Dealt } from '#lib/planning/promise.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { hasJoined } from '#db/conditions.ts'
import type { Transaction } from '#db/client.ts'
import { memberPlansOfAll } from '#db/queries/planning/plan-sources.ts'
import { dealings, members, promisedDays, users } from '#db/schema/index.ts'

/** What an act did to the dealings of one person: those it replaced, and the ids of the new ones, by plan. */
export type Replaced = Record<string, { dealt: Dealt; by: string }>

/**
 * Runs an act that moves days, and deals the days of every plan whose days it moves, for each of these people: the past
 * keeps what was promised, the days to come get a new promise, the pace is carried over. Every mutation that moves days
 * goes through here: enrolment, repairs, speed, dates, minutes, days off, zone, pins, items, joining and leaving.
 *
 * @param act synchronous, inside the same transaction
 * @param afresh the plan on which the act ends being behind
 */
export function movingDays<T>(
  tx: Transaction,
  userIds: readonly string[],
  now: number,
  act: () => T,
  afresh?: string,
): T {
  return recordingMoves(tx, userIds, now, act, afresh).result
}

/** `movingDays` that also tells which dealings were replaced, by person. */
export function recordingMoves<T>(
  tx: Transaction,
  userIds: readonly string[],
  now: number,
  act: () => T,
  afresh?: string,
): { result: T; replaced: Map<string, Replaced> } {
  const before = standingsWithin(tx, userIds, now)
  const result = act()
  const after = standingsWithin(tx, userIds, now)
  const replaced = new Map<string, Replaced>()
  for (const [userId, { today, ...then }] of after) {
    const had = before.get(userId) ?? { ...then, plans: [] }
    const dealt = dealPlans(had, then, new Set(afresh === undefined ? [] : [afresh]))
    replaced.set(userId, keepDealings(tx, userId, dealt, today, now))
    const kept = new Set(then.plans.map(({ planId }) => planId))
    for (const { planId } of had.plans) if (!kept.has(planId)) forgetDaysToCome(tx, userId, planId, today)
  }
  return { result, replaced }
}

/** Ids of the people on a plan whose days it fills. */
export function doersOf(tx: Transaction, planId: string): string[] {
  return tx
    .select({ id: members.userId })
    .from(members)
    .where(and(eq(members.planId, planId), hasJoined))
    .all()
    .map(({ id }) => id)
}

/** How each of these people's running plans stand. */
export function standingsWithin(
  tx: Transaction,
  userIds: readonly string[],
  now: number,
  today?: string,
): Map<string, Standing & { today: string }> {
  const people = tx
    .select({
      id: users.id,
      timeZone: users.timeZone,
      rolloverHour: users.rolloverHour,
      speedPercent: users.speedPercent,
    })
    .from(users)
    .where(inArray(users.id, [...userIds]))
    .all()
  const plansOf = memberPlansOfAll(tx, people, 'doing', now, today)
  return new Map(
    people.map(({ id, speedPercent, ...clock }) => [
      id,
      {
        person: { speedPercent },
        plans: (plansOf.get(id) ?? []).map(({ source }) => source),
        today: today ?? studyDayOf(clock, now),
      },
    ]),
  )
}

function keepDealings(
  tx: Transaction,
  userId: string,
  { plans, moved }: Dealings,
  today: string,
  now: number,
): Replaced {
  const replaced: Replaced = {}
  for (const { planId, dealt } of plans) {
    if (!moved.has(planId) || !dealt) continue
    const before = dealingOf(tx, userId, planId)
    const since = before === null && !hasPromises(tx, userId, planId) ? dealt.from : today
    const id = keepDealing(tx, userId, planId, dealt, since, now)
    if (before) replaced[planId] = { dealt: before.dealt, by: id }
  }
  return replaced
}

/** Whether days of a plan were promised already: it came with its past, or is begun again. */
function hasPromises(tx: Transaction, userId: string, planId: string): boolean {
  const row = tx
    .select({ day: promisedDays.day })
    .from(promisedDays)
    .where(and(eq(promisedDays.userId, userId), eq(promisedDays.planId, planId)))
    .limit(1)
    .get()
  return row !== undefined
}

/** A person's present dealing of a plan. */
export function dealingOf(tx: Transaction, userId: string, planId: string): { id: string; dealt: Dealt } | null {
  const row = tx
    .select({ id: dealings.id, dealt: dealings.dealt })
    .from(dealings)
    .where(and(eq(dealings.userId, userId), eq(dealings.planId, planId)))
    .get()
  return row ?? null
}

/** Keeps a dealing, and what it promises for the days from `since` (ISO) on: those before stay as they were promised. */
export function keepDealing(
  tx: Transaction,
  userId: string,
  planId: string,
  dealt: Dealt,
  since: string,
  now: number,
): string {
  const id = randomUUID()
  const row = { id, dealt, createdAt: now }
  tx.insert(dealings)
    .values({ userId, planId, ...row })
    .onConflictDoUpdate({ target: [dealings.planId, dealings.userId], set: row })
    .run()
  forgetDaysToCome(tx, userId, planId, since)
  const days = dealt.days.filter(({ date }) => date >= since)
  // SQLite takes a limited number of values in one statement.
  for (let at = 0; at < days.length; at += 500)
    tx.insert(promisedDays)
      .values(
        days.slice(at, at + 500).map((day) => ({
          userId,
          planId,
          day: day.date,
          minutes: day.minutes,
          planned: minutesOfDay(day),
          items: day.items.map(([item, minutes]): [string, number] => [item, minutes]),
        })),
      )
      .run()
  return id
}

function forgetDaysToCome(tx: Transaction, userId: string, planId: string, today: string): void {
  tx.delete(promisedDays)
    .where(and(eq(promisedDays.userId, userId), eq(promisedDays.planId, planId), gte(promisedDays.day, today)))
    .run()
}
