import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { dayOf, mondayOf } from '#lib/planning/days.ts'
import type { ItemState } from '#lib/planning/types.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSeePlan } from '#lib/permissions.ts'
import { type MemberProgress, type ProgressEntry, redactProgress, type SeenMember } from '#lib/sharing/visibility.ts'
import { db } from '../client.ts'
import { items, itemStates, marks, members, users } from '../schema/index.ts'
import { type Reader, requireRole } from './memberships.ts'

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
  const titles = new Map(
    reader
      .select({ id: items.id, title: items.title })
      .from(items)
      .where(eq(items.planId, planId))
      .all()
      .map((row) => [row.id, row.title]),
  )
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
 * What everybody on a plan really did. Never leaves the server: `redactProgress` first. A `read` item that has no state
 * of its own follows the mark on its reading; in a second pass only one that was made since that pass began.
 */
export function progressWithin(reader: Reader, planId: string): TimedProgress[] {
  const people = reader
    .select({
      userId: members.userId,
      name: users.name,
      role: members.role,
      shows: members.shows,
      pass: members.pass,
      passStartedAt: members.passStartedAt,
      joinedAt: sql<number>`${members.joinedAt}`,
      timeZone: members.timeZone,
      rolloverHour: users.rolloverHour,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.planId, planId), isNotNull(members.joinedAt)))
    .orderBy(
      sql`case ${members.role} when 'owner' then 0 when 'editor' then 1 when 'member' then 2 else 3 end`,
      asc(users.name),
      asc(users.id),
    )
    .all()
  const ids = people.map((person) => person.userId)
  const states = statesOf(reader, planId, ids)
  const marked = marksOf(reader, planId, ids)
  return people.map(({ pass, passStartedAt, timeZone, rolloverHour, ...person }) => {
    const own = (states.get(person.userId) ?? []).filter((row) => row.pass === pass)
    const entries = new Map<string, TimedEntry>()
    for (const { itemId, status, updatedAt } of marked.get(person.userId) ?? []) {
      if (pass > 1 && updatedAt < passStartedAt) continue
      const day = dayOf(updatedAt, timeZone, rolloverHour)
      entries.set(itemId, { itemId, state: status, day, minutesSpent: null, reason: '', at: updatedAt })
    }
    for (const { pass: _, userId: __, ...row } of own) entries.set(row.itemId, row)
    return { ...person, entries: [...entries.values()].filter((entry) => entry.state !== 'todo') }
  })
}

interface StateRow extends TimedEntry {
  userId: string
  pass: number
}

function statesOf(reader: Reader, planId: string, userIds: string[]): Map<string, StateRow[]> {
  const rows = reader
    .select({
      userId: itemStates.userId,
      itemId: itemStates.itemId,
      pass: itemStates.pass,
      state: itemStates.state,
      day: itemStates.day,
      minutesSpent: itemStates.minutesSpent,
      reason: itemStates.reason,
      at: itemStates.updatedAt,
    })
    .from(itemStates)
    .innerJoin(items, eq(items.id, itemStates.itemId))
    .where(and(eq(items.planId, planId), inArray(itemStates.userId, userIds)))
    .all()
  return grouped(rows)
}

interface MarkRow {
  userId: string
  itemId: string
  status: Exclude<ItemState, 'todo'>
  updatedAt: number
}

function marksOf(reader: Reader, planId: string, userIds: string[]): Map<string, MarkRow[]> {
  const rows = reader
    .select({ userId: marks.userId, itemId: items.id, status: marks.status, updatedAt: marks.updatedAt })
    .from(items)
    .innerJoin(marks, eq(marks.readingId, items.readingId))
    .where(
      and(
        eq(items.planId, planId),
        eq(items.kind, 'read'),
        inArray(marks.userId, userIds),
        inArray(marks.status, ['done', 'skipped']),
      ),
    )
    .all()
  return grouped(rows as MarkRow[])
}

function grouped<T extends { userId: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.userId)
    if (group) group.push(row)
    else groups.set(row.userId, [row])
  }
  return groups
}
