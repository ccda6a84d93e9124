import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { KEPT_PRESSES, type Press } from '#lib/presses/press.ts'
import type { Transaction } from '#db/client.ts'
import { prepared } from '#db/prepared.ts'
import { presses } from '#db/schema/index.ts'

/** A row of the table, whatever it is about. */
export type PressRow = Omit<typeof presses.$inferSelect, 'userId' | 'subject'>

const findPresses = prepared((database) =>
  database
    .select({
      at: presses.at,
      state: presses.state,
      minutes: presses.minutes,
      clears: presses.clears,
      estimate: presses.estimate,
      earlier: presses.earlier,
      reason: presses.reason,
      day: presses.day,
      sinceDay: presses.sinceDay,
      since: presses.since,
      counts: presses.counts,
    })
    .from(presses)
    .where(and(eq(presses.userId, sql.placeholder('userId')), eq(presses.subject, sql.placeholder('subject'))))
    .orderBy(asc(presses.at))
    .prepare(),
)

/** The presses on a thing, oldest first. */
export function pressesOn(viewer: Viewer, subject: string): PressRow[] {
  return findPresses().all({ userId: viewer.id, subject })
}

/** Keeps a press. One that is there already, sent again, stays as it is. */
export function keepPress(tx: Transaction, viewer: Viewer, subject: string, press: PressRow): void {
  tx.insert(presses)
    .values({ userId: viewer.id, subject, ...press })
    .onConflictDoUpdate({
      target: [presses.userId, presses.subject, presses.at, presses.state],
      set: {
        // Two different ones in the same millisecond: the same of the two, whichever comes first.
        minutes: sql`nullif(max(coalesce(${presses.minutes}, -1), coalesce(excluded.minutes, -1)), -1)`,
      },
    })
    .run()
}

/**
 * Of more presses than are kept, replaces the oldest by the one that `fold` makes of them.
 * @param fold what the oldest presses come to, as a press at the time of the last of them.
 */
export function thinPresses<P extends Press & { state: PressRow['state'] }>(
  tx: Transaction,
  viewer: Viewer,
  subject: string,
  all: readonly P[],
  fold: (oldest: readonly P[]) => PressRow,
): void {
  if (all.length <= KEPT_PRESSES) return
  const oldest = all.slice(0, all.length - KEPT_PRESSES / 2)
  for (const { at, state } of oldest)
    tx.delete(presses)
      .where(and(ofSubject(viewer, subject), eq(presses.at, at), eq(presses.state, state)))
      .run()
  keepPress(tx, viewer, subject, fold(oldest))
}

/** Sets how many minutes of what was done at that time count on other days; gives back whether that changed. */
export function setEarlier(tx: Transaction, viewer: Viewer, subject: string, at: number, earlier: number): boolean {
  const key = and(
    ofSubject(viewer, subject),
    eq(presses.at, at),
    eq(presses.state, 'done'),
    ne(presses.earlier, earlier),
  )
  return tx.update(presses).set({ earlier }).where(key).run().changes > 0
}

/** Forgets the presses on a thing whose state was written by other means, such as an import: what is there now holds. */
export function forgetPresses(tx: Transaction, viewer: Viewer, subject: string): void {
  tx.delete(presses).where(ofSubject(viewer, subject)).run()
}

function ofSubject(viewer: Viewer, subject: string) {
  return and(eq(presses.userId, viewer.id), eq(presses.subject, subject))
}

/** What presses on a reading are kept under. */
export function readingSubject(readingId: string): string {
  return `reading:${readingId}`
}

/** What presses on an item in a pass are kept under. */
export function itemSubject(itemId: string, pass: number): string {
  return `item:${itemId}:${pass}`
}
