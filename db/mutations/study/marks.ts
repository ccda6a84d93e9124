import { and, eq, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Status } from '#lib/marks/status.ts'
import {
  type FoldedMark,
  foldMarks,
  type FoldedStudy,
  type MarkFold,
  type MarkPress,
  type MarkPressState,
} from '#lib/presses/fold-marks.ts'
import { notFound } from '#lib/problems.ts'
import { ownMinutes, readingSpeed } from '#lib/study/speed.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { maySeeReading } from '#db/conditions.ts'
import { prepared } from '#db/prepared.ts'
import type { Mark, MarkInput } from '#lib/api/marks.ts'
import { timedReadings } from '#db/queries/study/timed-readings.ts'
import { marks, allReadings, studyEvents, users } from '#db/schema/index.ts'
import { movingDays } from '#db/mutations/dealing/dealings.ts'
import { keepPress, pressesOn, type PressRow, readingSubject, setEarlier, thinPresses } from './presses.ts'
import { takeTimerWithin } from './timers.ts'
import { removeTicksWithin, reopenPlansOf } from './ticks.ts'

/** A reading's estimate and the viewer's mark of it, if any: one statement for both. */
const findMark = prepared((database) =>
  database
    .select({
      minutes: allReadings.minutes,
      status: marks.status,
      minutesSpent: marks.minutesSpent,
      at: marks.updatedAt,
    })
    .from(allReadings)
    .leftJoin(marks, and(eq(marks.readingId, allReadings.id), eq(marks.userId, sql.placeholder('userId'))))
    .where(and(eq(allReadings.id, sql.placeholder('readingId')), maySeeReading(sql.placeholder('userId'))))
    .prepare(),
)

/** Writes a mark over what there is; prepared once, since an import writes many. */
export const putMark = prepared((database) =>
  database
    .insert(marks)
    .values({
      userId: sql.placeholder('userId'),
      readingId: sql.placeholder('readingId'),
      status: sql.placeholder('status'),
      minutesSpent: sql.placeholder('minutesSpent'),
      updatedAt: sql.placeholder('updatedAt'),
    })
    .onConflictDoUpdate({
      target: [marks.userId, marks.readingId],
      set: {
        status: sql`excluded.status`,
        minutesSpent: sql`excluded.minutes_spent`,
        updatedAt: sql`excluded.updated_at`,
      },
    })
    .prepare(),
)

const putEvent = prepared((database) =>
  database
    .insert(studyEvents)
    .values({
      id: sql.placeholder('id'),
      userId: sql.placeholder('userId'),
      kind: sql.placeholder('kind'),
      readingId: sql.placeholder('readingId'),
      minutes: sql.placeholder('minutes'),
      day: sql.placeholder('day'),
      at: sql.placeholder('at'),
    })
    .onConflictDoUpdate({
      target: studyEvents.id,
      set: { kind: sql`excluded.kind`, minutes: sql`excluded.minutes`, at: sql`excluded.at` },
    })
    .prepare(),
)

/**
 * Sets the viewer's mark of a reading; repeating it changes nothing. Of two, the one pressed later stands, in
 * whatever order they come in.
 * @param now milliseconds, UTC.
 * @returns the mark as it stands; null where it was taken off later than this was pressed.
 * @throws Problem 404 for a reading that is not there.
 */
export async function setMark(
  viewer: Viewer,
  readingId: string,
  { status, at, ...rest }: MarkInput,
  now: number,
): Promise<Mark | null> {
  return transaction((tx) => pressMarkWithin(tx, viewer, readingId, { state: status, at, ...rest }, now))
}

/**
 * Takes the viewer's mark off; does nothing where there is none.
 * @param at when it was pressed; now unless told, and never later. Milliseconds, UTC.
 * @returns the mark as it stands: one that was pressed later stays.
 */
export async function removeMark(viewer: Viewer, readingId: string, now: number, at?: number): Promise<Mark | null> {
  return transaction((tx) => pressMarkWithin(tx, viewer, readingId, { state: 'off', at }, now))
}

/** A press on a reading, by the person's own hand or as part of a press on an item. */
export interface MarkPressInput extends Omit<MarkInput, 'status'> {
  state: MarkPressState
  /** Minutes of it that count on other days already. */
  earlier?: number
}

/** `setMark` and `removeMark` inside a transaction that does more, such as ticking a plan's item. */
export function pressMarkWithin(
  tx: Transaction,
  viewer: Viewer,
  readingId: string,
  { state, minutesSpent, at, since, earlier = 0 }: MarkPressInput,
  now: number,
): Mark | null {
  const found = findMark().get({ userId: viewer.id, readingId })
  if (!found) {
    if (state === 'off' || state === 'undone') return null
    throw notFound('reading')
  }
  const subject = readingSubject(readingId)
  const before = presses(tx, viewer, readingId, found)
  const pressedAt = Math.min(at ?? now, now)
  const timed = state === 'done' ? takeTimerWithin(tx, viewer, { readingId }, pressedAt) : null
  const origin = since === undefined ? undefined : before.find((press) => press.at === since)
  const press: MarkPress & PressRow = {
    at: pressedAt,
    state,
    minutes: minutesSpent ?? timed,
    clears: minutesSpent === null && timed === null,
    estimate: origin?.estimate ?? ownMinutes(found.minutes, viewer.speedPercent),
    earlier,
    reason: '',
    day: studyDayOf(viewer, pressedAt),
    sinceDay: since === undefined ? null : (origin?.day ?? studyDayOf(viewer, Math.min(since, pressedAt))),
    since: since === undefined ? null : Math.min(since, pressedAt),
    counts: true,
  }
  keepPress(tx, viewer, subject, press)
  return settleMark(tx, viewer, readingId, found.status === null ? null : found, now)
}

/**
 * Corrects how much of a done reading's minutes count on other days, by the time of the press: a sitting from before
 * may come in late.
 */
export function setEarlierMinutes(
  tx: Transaction,
  viewer: Viewer,
  readingId: string,
  earlier: ReadonlyMap<number, number>,
  now: number,
): void {
  const changed = [...earlier].filter(([at, minutes]) => setEarlier(tx, viewer, readingSubject(readingId), at, minutes))
  const found = changed.length > 0 && findMark().get({ userId: viewer.id, readingId })
  if (found) settleMark(tx, viewer, readingId, found.status === null ? null : found, now)
}

/** Writes what a reading's presses come to. */
function settleMark(
  tx: Transaction,
  viewer: Viewer,
  readingId: string,
  before: { status: Status | null; minutesSpent: number | null } | null,
  now: number,
): Mark | null {
  const subject = readingSubject(readingId)
  const all = pressesOn(viewer, subject) as (MarkPress & PressRow)[]
  const fold = foldMarks(all)
  keepFold(tx, viewer, readingId, fold)
  thinPresses(tx, viewer, subject, all, asOnePress)
  const ticks = fold.undoneAt === null ? 0 : removeTicksWithin(tx, viewer, readingId, fold.undoneAt)
  if (ticks > 0 || (before?.status === 'done' && fold.mark?.status !== 'done')) reopenPlansOf(viewer, readingId)
  if (fold.mark?.status === 'done' && fold.mark.minutes !== null && fold.mark.minutes !== before?.minutesSpent)
    setSpeedWithin(tx, viewer, now)
  return fold.mark && { readingId, ...rowOf(fold.mark) }
}

/** The presses on a reading; of a mark from before they were kept, the one that it is. */
function presses(
  tx: Transaction,
  viewer: Viewer,
  readingId: string,
  found: { minutes: number; status: Status | null; minutesSpent: number | null; at: number | null },
): (MarkPress & PressRow)[] {
  const subject = readingSubject(readingId)
  const kept = pressesOn(viewer, subject) as (MarkPress & PressRow)[]
  if (kept.length > 0 || found.status === null || found.at === null) return kept
  const day = studyDayOf(viewer, found.at)
  const event = tx
    .select({ minutes: studyEvents.minutes })
    .from(studyEvents)
    .where(eq(studyEvents.id, eventId(viewer, readingId, day)))
    .get()
  const studied = event?.minutes ?? ownMinutes(found.minutes, viewer.speedPercent)
  const first: MarkPress & PressRow = {
    at: found.at,
    state: found.status,
    minutes: found.minutesSpent,
    clears: false,
    estimate: studied,
    earlier: event && found.minutesSpent !== null ? Math.max(0, found.minutesSpent - studied) : 0,
    reason: '',
    day,
    sinceDay: null,
    since: null,
    counts: event !== undefined,
  }
  keepPress(tx, viewer, subject, first)
  return [first]
}

function keepFold(tx: Transaction, viewer: Viewer, readingId: string, { mark, study }: MarkFold): void {
  if (mark) putMark().run({ userId: viewer.id, readingId, ...rowOf(mark) })
  else
    tx.delete(marks)
      .where(and(eq(marks.userId, viewer.id), eq(marks.readingId, readingId)))
      .run()
  for (const [day, event] of study) keepStudy(tx, viewer, readingId, day, event)
}

/** One event a reading and day: marking back and forth on one day counts once, with the last word. */
function keepStudy(tx: Transaction, viewer: Viewer, readingId: string, day: string, study: FoldedStudy | null): void {
  const id = eventId(viewer, readingId, day)
  if (study) putEvent().run({ id, userId: viewer.id, readingId, day, ...study })
  else tx.delete(studyEvents).where(eq(studyEvents.id, id)).run()
}

function rowOf({ status, minutes, since }: FoldedMark): Omit<Mark, 'readingId'> {
  return { status, minutesSpent: minutes, updatedAt: since }
}

function asOnePress(oldest: readonly (MarkPress & PressRow)[]): PressRow {
  const last = oldest.at(-1)!
  const { mark } = foldMarks(oldest)
  if (!mark) return { ...last, state: 'off', since: null, sinceDay: null }
  const { status: state, minutes, since, day, estimate, earlier, counts } = mark
  return { ...last, state, minutes, estimate, earlier, counts, clears: false, since, sinceDay: day }
}

function eventId(viewer: Viewer, readingId: string, day: string): string {
  return `${viewer.id}:${readingId}:${day}`
}

/** What was timed corrects the person's own speed, which scales all estimates from then on, where they want that. */
function setSpeedWithin(tx: Transaction, viewer: Viewer, now: number): void {
  if (!viewer.usesOwnSpeed) return
  const speedPercent = readingSpeed(timedReadings(tx, viewer), viewer.speedPercent)
  if (speedPercent === viewer.speedPercent) return
  movingDays(tx, [viewer.id], now, () => tx.update(users).set({ speedPercent }).where(eq(users.id, viewer.id)).run())
}
