import { and, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canMarkItems } from '#lib/permissions.ts'
import type { ItemKind, ItemState } from '#lib/planning/types.ts'
import { minutesAt } from '#lib/planning/work.ts'
import { foldItems, type FoldedItem, type ItemFold, type ItemPress } from '#lib/presses/fold-items.ts'
import { foldMarks, type MarkPress } from '#lib/presses/fold-marks.ts'
import { notFound } from '#lib/problems.ts'
import type { TimerSubject } from '#lib/study/timer.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import type { ItemStateChange } from '#lib/api/plans.ts'
import { isMember } from '#db/conditions.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { items, itemStates, marks, members, studyEvents } from '#db/schema/index.ts'
import { pressMarkWithin, setEarlierMinutes } from '#db/mutations/study/marks.ts'
import {
  itemSubject,
  keepPress,
  pressesOn,
  type PressRow,
  readingSubject,
  thinPresses,
} from '#db/mutations/study/presses.ts'
import { takeTimerWithin } from '#db/mutations/study/timers.ts'
import { setCompletion } from './passes.ts'
import type { ItemStateAnswer } from '#lib/api/plan-answers.ts'

/**
 * Says what the viewer did with an item: done, skipped (with a reason that only the viewer sees), to do again, or to do
 * with so many minutes given so far. Done on a `read` item marks its reading done as well; to do again takes that back,
 * on the first pass. Saying the same twice is saying it once; of two presses the later one stands, in whatever order they
 * come in, and one from before the present pass began belongs to the pass before.
 * @throws Problem 404 for one who is not on the plan or an item that it does not have, 403 for a guest.
 */
export async function setItemState(
  viewer: Viewer,
  planId: string,
  itemId: string,
  change: ItemStateChange,
  now: number,
): Promise<ItemStateAnswer> {
  return transaction((tx) => setItemStateWithin(tx, viewer, planId, itemId, change, now))
}

/** `setItemState` as a part of what is done already. */
export function setItemStateWithin(
  tx: Transaction,
  viewer: Viewer,
  planId: string,
  itemId: string,
  change: ItemStateChange,
  now: number,
): ItemStateAnswer {
  requireRoleWithin(tx, viewer, planId, canMarkItems, 'A guest looks at a plan and does not tick its items.')
  const found = tx
    .select({
      id: items.id,
      kind: items.kind,
      minutes: items.minutes,
      readingId: items.readingId,
      pass: members.pass,
      passStartedAt: members.passStartedAt,
    })
    .from(items)
    .innerJoin(members, isMember(items.planId, viewer.id))
    .where(and(eq(items.id, itemId), eq(items.planId, planId)))
    .get()
  if (!found) throw notFound('item')
  const at = Math.min(change.at ?? now, now)
  const isEarlierPass = found.pass > 1 && at < found.passStartedAt
  const item: Item = { ...found, pass: isEarlierPass ? found.pass - 1 : found.pass }
  press(tx, viewer, item, change, at, now)
  const completed = setCompletion(tx, viewer, planId, now)
  const kept = tx
    .select({ state: itemStates.state, day: itemStates.day })
    .from(itemStates)
    .where(keyOf(viewer, found))
    .get()
  const state = kept?.state ?? stateOfReading(tx, viewer, found)
  return { id: itemId, planId, state, day: kept?.day ?? null, completed }
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

function press(tx: Transaction, viewer: Viewer, item: Item, change: ItemStateChange, at: number, now: number): void {
  const subject = itemSubject(item.id, item.pass)
  firstPress(tx, viewer, item, subject)
  const timed = change.state === 'done' ? takeTimerWithin(tx, viewer, timedAs(item), at) : null
  keepPress(tx, viewer, subject, {
    at,
    state: change.state,
    minutes: change.minutesSpent ?? timed,
    clears: false,
    estimate: minutesAt(item, viewer.speedPercent),
    earlier: 0,
    reason: change.reason ?? '',
    day: studyDayOf(viewer, at),
    sinceDay: change.day ?? null,
    since: null,
    counts: true,
  })
  const all = pressesOn(viewer, subject) as (ItemPress & PressRow)[]
  const { readingId } = item
  const isRead = item.kind === 'read' && readingId !== null
  // A reading's minutes count once, as those of its mark; gone over again on a second pass, they are the item's own.
  const fold = foldItems(all, !isRead || item.pass > 1)
  const said = { ...change, minutesSpent: change.minutesSpent ?? timed }
  if (isRead) pressReading(tx, viewer, { ...item, readingId }, said, at, fold, now)
  const isTakenOff = isRead && fold.item?.state === 'done' && undoneAt(viewer, readingId) > fold.item.at
  keepState(tx, viewer, item, isTakenOff ? null : fold.item)
  for (const [day, minutes] of fold.study) keepStudy(tx, viewer, item, day, minutes, at)
  thinPresses(tx, viewer, subject, all, asOnePress)
}

/** A reading is timed as itself, so that its minutes count wherever it stands. */
function timedAs({ id, kind, readingId }: Item): TimerSubject {
  return kind === 'read' && readingId !== null ? { readingId } : { itemId: id }
}

/** What was known of an item before presses were kept counts as its first. */
function firstPress(tx: Transaction, viewer: Viewer, item: Item, subject: string): void {
  if (pressesOn(viewer, subject).length > 0) return
  const row = tx
    .select({
      state: itemStates.state,
      minutes: itemStates.minutesSpent,
      reason: itemStates.reason,
      day: itemStates.day,
      at: itemStates.updatedAt,
    })
    .from(itemStates)
    .where(keyOf(viewer, item))
    .get()
  if (!row) return
  const event = tx
    .select({ minutes: studyEvents.minutes })
    .from(studyEvents)
    .where(eq(studyEvents.id, eventId(viewer, item, row.day)))
    .get()
  const earlier = event ? Math.max(0, (row.minutes ?? 0) - event.minutes) : 0
  const estimate = event && row.minutes === null ? event.minutes : minutesAt(item, viewer.speedPercent)
  const counts = event !== undefined
  keepPress(tx, viewer, subject, { ...row, estimate, earlier, clears: false, sinceDay: null, since: null, counts })
}

/** Done on an item is done on its reading, and to do again is no longer done; in a later pass nothing is taken back. */
function pressReading(
  tx: Transaction,
  viewer: Viewer,
  { readingId, pass }: Item & { readingId: string },
  { state, minutesSpent }: ItemStateChange,
  at: number,
  { earlier }: ItemFold,
  now: number,
): void {
  if (pass === 1) setEarlierMinutes(tx, viewer, readingId, earlier, now)
  if (state === 'done' && pass > 1) pressMarkWithin(tx, viewer, readingId, { state: 'again', at }, now)
  else if (state === 'todo' && !minutesSpent && pass === 1)
    pressMarkWithin(tx, viewer, readingId, { state: 'undone', at }, now)
  else if (state === 'done' && pass === 1) {
    const press = { state, at, earlier: earlier.get(at) ?? 0 } as const
    pressMarkWithin(tx, viewer, readingId, minutesSpent ? { ...press, minutesSpent } : press, now)
  }
}

/** When `done` was last taken off the item's reading; 0 for never. */
function undoneAt(viewer: Viewer, readingId: string): number {
  return foldMarks(pressesOn(viewer, readingSubject(readingId)) as (MarkPress & PressRow)[]).undoneAt ?? 0
}

function keepState(tx: Transaction, viewer: Viewer, item: Item, folded: FoldedItem | null): void {
  if (!folded) {
    tx.delete(itemStates).where(keyOf(viewer, item)).run()
    return
  }
  const { state, reason, minutes, day, at, before } = folded
  const row = { state, reason, minutesSpent: minutes, minutesBefore: before, day, updatedAt: at }
  tx.insert(itemStates)
    .values({ itemId: item.id, userId: viewer.id, pass: item.pass, ...row })
    .onConflictDoUpdate({ target: [itemStates.itemId, itemStates.userId, itemStates.pass], set: row })
    .run()
}

function keepStudy(tx: Transaction, viewer: Viewer, item: Item, day: string, minutes: number | null, at: number): void {
  const id = eventId(viewer, item, day)
  if (minutes === null) {
    tx.delete(studyEvents).where(eq(studyEvents.id, id)).run()
    return
  }
  tx.insert(studyEvents)
    .values({ id, userId: viewer.id, kind: 'item', itemId: item.id, day, minutes, at })
    .onConflictDoUpdate({ target: studyEvents.id, set: { minutes } })
    .run()
}

function eventId(viewer: Viewer, { id, pass }: Item, day: string): string {
  return pass === 1 ? `${viewer.id}:${id}:${day}` : `${viewer.id}:${id}:pass-${pass}:${day}`
}

/** How an item of which nothing is said stands: as its reading does. */
function stateOfReading(tx: Transaction, viewer: Viewer, item: Item & { passStartedAt: number }): ItemState {
  if (item.kind !== 'read' || item.readingId === null) return 'todo'
  const mark = tx
    .select({ status: marks.status, at: marks.updatedAt })
    .from(marks)
    .where(and(eq(marks.userId, viewer.id), eq(marks.readingId, item.readingId)))
    .get()
  if (!mark || (item.pass > 1 && mark.at < item.passStartedAt)) return 'todo'
  return mark.status === 'done' || mark.status === 'skipped' ? mark.status : 'todo'
}

function asOnePress(oldest: readonly (ItemPress & PressRow)[]): PressRow {
  const last = oldest.at(-1)!
  const { item } = foldItems(oldest, true)
  if (!item) return { ...last, state: 'todo', minutes: null, sinceDay: null, counts: false }
  const { state, minutes, reason, day } = item
  return { ...last, state, minutes, reason, sinceDay: day, counts: false }
}
