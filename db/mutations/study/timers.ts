import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canMarkItems } from '#lib/permissions.ts'
import { conflict, notFound } from '#lib/problems.ts'
import { elapsedOf, minutesOnTimer, TIMERS_KEPT, type TimerSubject } from '#lib/study/timer.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { requireReading } from '#db/queries/own/visible.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { items, timers } from '#db/schema/index.ts'

/**
 * Starts or pauses the viewer's timer of a reading, or of an item that is none. One runs at a time: starting one pauses
 * the others, which keep their minutes. Doing so twice is doing so once.
 * @param at when it was pressed; now unless told, and never later. Milliseconds, UTC.
 * @throws Problem 404 for a reading or item that is not there or not the viewer's, 409 for an item that is a reading.
 */
export async function setTimer(
  viewer: Viewer,
  subject: TimerSubject,
  runs: boolean,
  now: number,
  at = now,
): Promise<void> {
  await transaction((tx) => {
    requireSubject(tx, viewer, subject)
    const pressed = Math.min(at, now)
    const running = tx
      .select()
      .from(timers)
      .where(and(eq(timers.userId, viewer.id), isNotNull(timers.startedAt)))
      .all()
    const own = tx.select().from(timers).where(ofSubject(viewer, subject)).get()
    if (runs) for (const timer of running) if (timer.id !== own?.id) pause(tx, timer, pressed)
    if (!own) {
      if (!runs) return
      const row = { readingId: null, itemId: null, ...subject, elapsedMs: 0, startedAt: pressed, updatedAt: now }
      tx.insert(timers)
        .values({ id: randomUUID(), userId: viewer.id, ...row })
        .run()
      dropOldest(tx, viewer)
    } else if (runs && own.startedAt === null)
      tx.update(timers).set({ startedAt: pressed, updatedAt: now }).where(eq(timers.id, own.id)).run()
    else if (!runs && own.startedAt !== null) pause(tx, own, pressed)
  })
}

/** Throws the viewer's timer of this away; none is fine. */
export async function removeTimer(viewer: Viewer, subject: TimerSubject): Promise<void> {
  await transaction((tx) => {
    removeTimerWithin(tx, viewer, subject)
  })
}

/**
 * What is done needs no timer: it goes.
 * @returns the minutes that were on it, in whole ones; null where there was none.
 */
export function takeTimerWithin(tx: Transaction, viewer: Viewer, subject: TimerSubject, at: number): number | null {
  const timer = tx.select().from(timers).where(ofSubject(viewer, subject)).get()
  // A press from before it was touched is about an earlier time.
  if (!timer || timer.updatedAt > at) return null
  tx.delete(timers).where(eq(timers.id, timer.id)).run()
  return minutesOnTimer(timer, at)
}

/** `removeTimer` inside a transaction that does more. */
function removeTimerWithin(tx: Transaction, viewer: Viewer, subject: TimerSubject): void {
  tx.delete(timers).where(ofSubject(viewer, subject)).run()
}

function ofSubject(viewer: Viewer, subject: TimerSubject) {
  const column = 'readingId' in subject ? timers.readingId : timers.itemId
  return and(eq(timers.userId, viewer.id), eq(column, 'readingId' in subject ? subject.readingId : subject.itemId))
}

function pause(tx: Transaction, timer: typeof timers.$inferSelect, at: number): void {
  tx.update(timers)
    .set({ elapsedMs: elapsedOf(timer, at), startedAt: null, updatedAt: at })
    .where(eq(timers.id, timer.id))
    .run()
}

function requireSubject(tx: Transaction, viewer: Viewer, subject: TimerSubject): void {
  if ('readingId' in subject) {
    return requireReading(tx, viewer, subject.readingId)
  }
  const item = tx
    .select({ planId: items.planId, readingId: items.readingId, kind: items.kind })
    .from(items)
    .where(eq(items.id, subject.itemId))
    .get()
  if (!item) throw notFound('item')
  requireRoleWithin(tx, viewer, item.planId, canMarkItems, 'A guest looks at a plan and does not do it.')
  if (item.kind === 'read') throw conflict('Time the reading itself: its minutes count in every plan.')
}

/** Timers that nobody came back to go, the oldest first. */
function dropOldest(tx: Transaction, viewer: Viewer): void {
  const all = tx
    .select({ id: timers.id })
    .from(timers)
    .where(eq(timers.userId, viewer.id))
    .orderBy(desc(timers.updatedAt))
    .all()
  for (const { id } of all.slice(TIMERS_KEPT)) tx.delete(timers).where(eq(timers.id, id)).run()
}
