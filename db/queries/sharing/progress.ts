import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSeePlan } from '#lib/permissions.ts'
import { mondayOf } from '#lib/planning/days.ts'
import { memberItem, type MemberItemRow } from '#lib/planning/member-item.ts'
import { type MemberProgress, type ProgressEntry, redactProgress, type SeenMember } from '#lib/sharing/visibility.ts'
import { byRole, hasJoined } from '#db/conditions.ts'
import { db, type Reader } from '#db/client.ts'
import { items, itemStates, marks, members, users } from '#db/schema/index.ts'
import { requireRole } from '#db/queries/planning/memberships.ts'

/**
 * What everybody on a plan did, as the viewer may see it.
 * @throws Problem 404 for one who is not on the plan.
 */
export async function listProgress(viewer: Viewer, planId: string): Promise<SeenMember[]> {
  await requireRole(viewer, planId, canSeePlan)
  return redactProgress(progressWithin(db(), planId), viewer.id, mondayOf)
}

/** An entry with the moment it was written, in milliseconds, UTC. */
type TimedEntry = ProgressEntry & { at: number }
type TimedProgress = Omit<MemberProgress, 'entries'> & { entries: TimedEntry[]; joinedAt: number }

/** Something that a member ticked or skipped on a plan. */
export interface Tick {
  id: string
  itemId: string
  title: string
  name: string
  state: 'done' | 'skipped'
  at: number
}

/** What those who show everything ticked since they joined: nothing of the others. */
export function ticksWithin(reader: Reader, planId: string): Tick[] {
  const titles = new Map(itemsOf(reader, planId).map((item) => [item.id, item.title]))
  return progressWithin(reader, planId)
    .filter((member) => member.shows === 'everything')
    .flatMap(({ userId, name, joinedAt, entries }) =>
      entries.flatMap(({ itemId, state, at }): Tick[] =>
        state === 'todo' || at < joinedAt
          ? []
          : [{ id: `${userId}:${itemId}:${at}`, itemId, title: titles.get(itemId) ?? '', name, state, at }],
      ),
    )
}

/**
 * What everybody on a plan really did in their present pass, items in the plan's order. Never leaves the server:
 * `redactProgress` first.
 */
export function progressWithin(reader: Reader, planId: string): TimedProgress[] {
  const people = peopleOf(reader, planId)
  const ids = people.map((person) => person.userId)
  const all = itemsOf(reader, planId)
  const states = statesOf(reader, planId, ids)
  const marked = marksOf(reader, planId, ids)
  return people.map(({ pass, passStartedAt, timeZone, rolloverHour, ...person }) => {
    const doer = { pass, passStartedAt, timeZone, rolloverHour, since: Infinity }
    // Who only looks does nothing on the plan: their marks are private.
    const entries = (person.role === 'guest' ? [] : all).flatMap((item): TimedEntry[] => {
      const row = states.get(`${person.userId} ${item.id} ${pass}`) ?? null
      const mark = marked.get(`${person.userId} ${item.readingId}`) ?? null
      if (!row && !mark) return []
      const { state, day } = memberItem({ ...item, phase: 0, pin: null, row, mark }, doer)
      if (state === 'todo') return []
      const own = row?.state === state ? row : null
      return [{ itemId: item.id, state, day, reason: own?.reason ?? '', at: (own ?? mark)?.updatedAt ?? 0 }]
    })
    return { ...person, entries }
  })
}

function peopleOf(reader: Reader, planId: string) {
  return reader
    .select({
      userId: members.userId,
      name: users.name,
      role: members.role,
      shows: members.shows,
      pass: members.pass,
      passStartedAt: members.passStartedAt,
      joinedAt: sql<number>`${members.joinedAt}`,
      timeZone: users.timeZone,
      rolloverHour: users.rolloverHour,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.planId, planId), hasJoined))
    .orderBy(byRole, asc(users.name), asc(users.id))
    .all()
}

function itemsOf(reader: Reader, planId: string) {
  return reader
    .select({
      id: items.id,
      kind: items.kind,
      tier: items.tier,
      minutes: items.minutes,
      parts: items.parts,
      position: items.position,
      readingId: items.readingId,
      title: items.title,
      createdAt: items.createdAt,
    })
    .from(items)
    .where(eq(items.planId, planId))
    .orderBy(asc(items.position), asc(items.id))
    .all()
}

/** By person, item and pass. */
function statesOf(reader: Reader, planId: string, userIds: string[]) {
  const rows = reader
    .select({
      userId: itemStates.userId,
      itemId: itemStates.itemId,
      pass: itemStates.pass,
      state: itemStates.state,
      day: itemStates.day,
      minutesSpent: itemStates.minutesSpent,
      reason: itemStates.reason,
      updatedAt: itemStates.updatedAt,
    })
    .from(itemStates)
    .innerJoin(items, eq(items.id, itemStates.itemId))
    .where(and(eq(items.planId, planId), inArray(itemStates.userId, userIds)))
    .all()
  return new Map(rows.map(({ userId, itemId, pass, ...row }) => [`${userId} ${itemId} ${pass}`, row]))
}

/** By person and reading. */
function marksOf(reader: Reader, planId: string, userIds: string[]): Map<string, NonNullable<MemberItemRow['mark']>> {
  const listed = reader.select({ id: items.readingId }).from(items).where(eq(items.planId, planId))
  const rows = reader
    .select({ userId: marks.userId, readingId: marks.readingId, status: marks.status, updatedAt: marks.updatedAt })
    .from(marks)
    .where(and(inArray(marks.readingId, listed), inArray(marks.userId, userIds)))
    .all()
  return new Map(rows.map(({ userId, readingId, ...mark }) => [`${userId} ${readingId}`, mark]))
}
