import { and, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canMarkItems } from '#lib/permissions.ts'
import { addDays } from '#lib/planning/days.ts'
import type { ItemKind, ItemState } from '#lib/planning/types.ts'
import { minutesAt } from '#lib/planning/work.ts'
import { notFound } from '#lib/problems.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import type { ItemStateChange } from '#lib/api/plans.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { items, itemStates, marks, members, studyEvents } from '#db/schema/index.ts'
import { removeMarkWithin, setMarkWithin } from '#db/mutations/study/marks.ts'
import { setCompletion } from './passes.ts'

/** An item as it stands after a change. */
export interface ItemStateAnswer {
  id: string
  planId: string
  state: ItemState
  /** ISO day on which it was done or skipped, or last worked on. */
  day: string | null
  /** Whether nothing is left to do on the plan. */
  completed: boolean
}

/**
 * Says what the viewer did with an item: done, skipped (with a reason that only the viewer sees), to do again, or to do
 * with so many minutes given so far. Done on a `read` item marks its reading done as well; to do again takes that back.
 * Saying the same twice is saying it once.
 * @throws Problem 404 for one who is not on the plan or an item that it does not have, 403 for a guest.
 */
export async function setItemState(
  viewer: Viewer,
  planId: string,
  itemId: string,
  change: ItemStateChange,
  now: number,
): Promise<ItemStateAnswer> {
  return transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canMarkItems, 'A guest looks at a plan and does not tick its items.')
    const item = tx
      .select({
        id: items.id,
        kind: items.kind,
        minutes: items.minutes,
        readingId: items.readingId,
        pass: members.pass,
      })
      .from(items)
      .innerJoin(members, and(eq(members.planId, items.planId), eq(members.userId, viewer.id)))
      .where(and(eq(items.id, itemId), eq(items.planId, planId)))
      .get()
    if (!item) throw notFound('item')
    const day = studyDayOf(viewer, now)
    const { state } = change
    const spent = change.minutesSpent ?? null
    if (state === 'todo' && !spent) putBack(tx, viewer, item, day, now)
    else keepState(tx, viewer, item, { ...change, minutesSpent: spent }, day, now)
    const completed = setCompletion(tx, viewer, planId, now)
    const kept = tx.select({ day: itemStates.day }).from(itemStates).where(keyOf(viewer, item)).get()
    return { id: itemId, planId, state, day: kept?.day ?? null, completed }
  })
}

interface Item {
  id: string
  kind: ItemKind
  minutes: number
  readingId: string | null
  pass: number
}

function keyOf(viewer: Viewer, { id, pass }: Item) {
  return and(eq(itemStates.itemId, id), eq(itemStates.userId, viewer.id), eq(itemStates.pass, pass))
}

function keepState(
  tx: Transaction,
  viewer: Viewer,
  item: Item,
  { state, reason = '', minutesSpent = null }: ItemStateChange,
  day: string,
  now: number,
): void {
  const before = tx
    .select({
      state: itemStates.state,
      reason: itemStates.reason,
      minutesSpent: itemStates.minutesSpent,
      minutesBefore: itemStates.minutesBefore,
      day: itemStates.day,
    })
    .from(itemStates)
    .where(keyOf(viewer, item))
    .get()
  // A replay changes nothing, the day included: what is done never moves.
  const isReplay = before?.state === state && (before.minutesSpent === minutesSpent || minutesSpent === null)
  if (isReplay && before.reason === reason) return
  const minutesBefore = before ? givenBefore(before, day) : 0
  const row = { state, reason, minutesSpent, updatedAt: now, ...(isReplay ? {} : { day, minutesBefore }) }
  tx.insert(itemStates)
    .values({ itemId: item.id, userId: viewer.id, pass: item.pass, ...row, day, minutesBefore })
    .onConflictDoUpdate({ target: [itemStates.itemId, itemStates.userId, itemStates.pass], set: row })
    .run()
  const given = before?.state === 'todo' ? (before.minutesSpent ?? 0) : 0
  if (state === 'done' && item.kind === 'read' && item.readingId !== null) {
    setMarkWithin(tx, viewer, item.readingId, { status: 'done', minutesSpent }, now)
    if (given > 0) takeOffEvent(tx, `${viewer.id}:${item.readingId}:${day}`, given)
  } else if (state !== 'skipped') {
    const whole = minutesSpent ?? minutesAt(item, viewer.speedPercent)
    recordStudy(tx, viewer, item, Math.max(0, whole - given), day, now)
  }
}

/** Minutes of an item that were given before a day. */
function givenBefore(
  row: Pick<typeof itemStates.$inferSelect, 'state' | 'day' | 'minutesSpent' | 'minutesBefore'>,
  day: string,
) {
  return row.state === 'todo' && row.day < day ? (row.minutesSpent ?? 0) : row.minutesBefore
}

/** To do again: as if it had not been touched today, nor on this pass where it was first touched today. */
function putBack(tx: Transaction, viewer: Viewer, item: Item, day: string, now: number): void {
  const before = tx.select().from(itemStates).where(keyOf(viewer, item)).get()
  if (before && before.state !== 'todo' && before.minutesBefore > 0) {
    const row = { state: 'todo' as const, reason: '', minutesSpent: before.minutesBefore, minutesBefore: 0 }
    tx.update(itemStates)
      .set({ ...row, day: addDays(before.day, -1), updatedAt: now })
      .where(keyOf(viewer, item))
      .run()
  } else tx.delete(itemStates).where(keyOf(viewer, item)).run()
  tx.delete(studyEvents)
    .where(eq(studyEvents.id, `${viewer.id}:${item.id}:${day}`))
    .run()
  if (item.kind !== 'read' || item.readingId === null || item.pass > 1) return
  const marked = tx
    .select({ status: marks.status })
    .from(marks)
    .where(and(eq(marks.userId, viewer.id), eq(marks.readingId, item.readingId)))
    .get()
  if (marked?.status === 'done' || marked?.status === 'skipped') removeMarkWithin(tx, viewer, item.readingId, now)
}

function recordStudy(tx: Transaction, viewer: Viewer, item: Item, minutes: number, day: string, now: number): void {
  const row = { minutes, at: now }
  tx.insert(studyEvents)
    .values({ id: `${viewer.id}:${item.id}:${day}`, userId: viewer.id, kind: 'item', itemId: item.id, day, ...row })
    .onConflictDoUpdate({ target: studyEvents.id, set: row })
    .run()
}

/** Minutes of earlier sittings have events of their own days. */
function takeOffEvent(tx: Transaction, id: string, minutes: number): void {
  const event = tx.select({ minutes: studyEvents.minutes }).from(studyEvents).where(eq(studyEvents.id, id)).get()
  if (!event) return
  tx.update(studyEvents)
    .set({ minutes: Math.max(0, event.minutes - minutes) })
    .where(eq(studyEvents.id, id))
    .run()
}
