import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Status } from '#lib/marks/local.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { notFound } from '#lib/problems.ts'
import { ownMinutes, readingSpeed } from '#lib/study/speed.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { prepared } from '#db/prepared.ts'
import type { Mark } from '#db/queries/study/marks.ts'
import { marks, readings, studyEvents, users } from '#db/schema/index.ts'
import { movingDays } from '#db/mutations/planning/dealings.ts'
import { removeTicksWithin } from './ticks.ts'

/** A reading's estimate and the viewer's mark of it, if any: one statement for both. */
const findMark = prepared((database) =>
  database
    .select({ minutes: readings.minutes, status: marks.status, minutesSpent: marks.minutesSpent, at: marks.updatedAt })
    .from(readings)
    .leftJoin(marks, and(eq(marks.readingId, readings.id), eq(marks.userId, sql.placeholder('userId'))))
    .where(eq(readings.id, sql.placeholder('readingId')))
    .prepare(),
)

const putMark = prepared((database) =>
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

/** What a mark is set to. */
export interface MarkInput {
  status: Status
  /** Minutes really spent; null: not given; left out: as they were, while the status stays the same. */
  minutesSpent?: number | null | undefined
  /** When it was so; now unless told, and never later. Milliseconds, UTC. */
  at?: number | undefined
  /** Puts back what was, as it was then: it may be older than what it replaces. */
  isUndo?: boolean | undefined
}

/**
 * Sets the viewer's mark of a reading; doing so twice is doing so once. One that comes in late, from before the mark
 * that stands, changes nothing.
 * @param now milliseconds, UTC.
 * @returns the mark as it stands.
 * @throws Problem 404 for a reading that is not there.
 */
export async function setMark(viewer: Viewer, readingId: string, input: MarkInput, now: number): Promise<Mark> {
  return transaction((tx) => setMarkWithin(tx, viewer, readingId, input, now))
}

/** `setMark` inside a transaction that does more, such as ticking a plan's item. */
export function setMarkWithin(
  tx: Transaction,
  viewer: Viewer,
  readingId: string,
  { status, minutesSpent, at, isUndo }: MarkInput,
  now: number,
): Mark {
  const found = findMark().get({ userId: viewer.id, readingId })
  if (!found) throw notFound('reading')
  const before =
    found.status === null || found.at === null
      ? null
      : { status: found.status, minutesSpent: found.minutesSpent, updatedAt: found.at }
  if (before && !isUndo && at !== undefined && at < before.updatedAt) return { readingId, ...before }
  const isSame = before?.status === status
  const spent = minutesSpent === undefined && isSame ? before.minutesSpent : (minutesSpent ?? null)
  // A replay changes nothing, its time included; and minutes given later do not move the day on which it was done.
  if (isSame && before.minutesSpent === spent) return { readingId, ...before }
  const row = { status, minutesSpent: spent, updatedAt: isSame ? before.updatedAt : Math.min(at ?? now, now) }
  putMark().run({ userId: viewer.id, readingId, ...row })
  if (before?.status === 'done' && status !== 'done') removeTicksWithin(tx, viewer, readingId)
  recordStudy(
    tx,
    viewer,
    readingId,
    { status, minutes: spent ?? ownMinutes(found.minutes, viewer.speedPercent) },
    row.updatedAt,
  )
  if (status === 'done' && spent !== null) setSpeedWithin(tx, viewer, now)
  return { readingId, ...row }
}

/**
 * Takes the viewer's mark off; nothing to take off is fine.
 * @param now milliseconds, UTC.
 */
export async function removeMark(viewer: Viewer, readingId: string, now: number): Promise<void> {
  await transaction((tx) => {
    removeMarkWithin(tx, viewer, readingId, now)
  })
}

/** `removeMark` inside a transaction that does more. */
export function removeMarkWithin(tx: Transaction, viewer: Viewer, readingId: string, now: number): void {
  tx.delete(marks)
    .where(and(eq(marks.userId, viewer.id), eq(marks.readingId, readingId)))
    .run()
  forgetStudy(tx, viewer, readingId, studyDayOf(viewer, now))
  removeTicksWithin(tx, viewer, readingId)
}

/** What was timed corrects the person's own speed, which scales all estimates from then on. */
function setSpeedWithin(tx: Transaction, viewer: Viewer, now: number): void {
  const timed = tx
    .select({ spent: marks.minutesSpent, estimated: readings.minutes })
    .from(marks)
    .innerJoin(readings, eq(readings.id, marks.readingId))
    .where(and(eq(marks.userId, viewer.id), eq(marks.status, 'done'), isNotNull(marks.minutesSpent)))
    .orderBy(desc(marks.updatedAt))
    .limit(50)
    .all()
  const speedPercent = readingSpeed(
    timed.map(({ spent, estimated }) => ({ spent: spent ?? 0, estimated })),
    viewer.speedPercent,
  )
  if (speedPercent === viewer.speedPercent) return
  movingDays(tx, [viewer.id], now, () => tx.update(users).set({ speedPercent }).where(eq(users.id, viewer.id)).run())
}

/** One event a reading and day: marking back and forth on one day counts once, with the last word. */
function recordStudy(
  tx: Transaction,
  viewer: Viewer,
  readingId: string,
  { status, minutes }: { status: Status; minutes: number },
  now: number,
): void {
  const day = studyDayOf(viewer, now)
  if (status === 'queued') return forgetStudy(tx, viewer, readingId, day)
  const id = `${viewer.id}:${readingId}:${day}`
  const spent = status === 'done' ? minutes : 0
  putEvent().run({ id, userId: viewer.id, kind: status, readingId, minutes: spent, day, at: now })
}

function forgetStudy(tx: Transaction, viewer: Viewer, readingId: string, day: string): void {
  tx.delete(studyEvents)
    .where(eq(studyEvents.id, `${viewer.id}:${readingId}:${day}`))
    .run()
}
