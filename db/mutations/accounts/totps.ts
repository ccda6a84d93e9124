import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { db, transaction } from '#db/client.ts'
import { totps } from '#db/schema/index.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { conflict } from '#lib/problems.ts'
import { dropCodesWithin, firstCodesWithin } from './factors.ts'
import { recordSecurity } from '#db/mutations/security/security-events.ts'

/**
 * Keeps the secret of an app that the viewer sets up; it is not asked for before `confirmTotp`.
 * @throws Problem 409 where an app is set up already.
 */
export async function createTotp(viewer: Viewer, sealed: string): Promise<void> {
  await transaction((tx) => {
    const row = tx.select().from(totps).where(eq(totps.userId, viewer.id)).get()
    if (row?.confirmedAt) throw conflict('An app is set up already. Turn it off before you set up another.')
    tx.insert(totps)
      .values({ userId: viewer.id, sealed })
      .onConflictDoUpdate({ target: totps.userId, set: { sealed, lastStep: 0 } })
      .run()
  })
}

/**
 * From now on the app is asked for at each sign-in: the viewer typed the code of `step`, which opens nothing more.
 * @returns recovery codes where this is the first second factor, else null. @throws Problem 409 where none is being set up.
 */
export async function confirmTotp(viewer: Viewer, step: number, now: number): Promise<string[] | null> {
  return transaction((tx) => {
    const done = tx
      .update(totps)
      .set({ confirmedAt: now, lastStep: step })
      .where(and(eq(totps.userId, viewer.id), isNull(totps.confirmedAt)))
      .returning({ userId: totps.userId })
      .get()
    if (!done) throw conflict('No app is being set up. Begin again.')
    recordSecurity(tx, 'app-added', { userId: viewer.id }, now)
    return firstCodesWithin(tx, viewer.id)
  })
}

/** Uses up the code of a half minute and all before it. @returns false where one as late was used already. */
export async function takeTotpStep(userId: string, step: number): Promise<boolean> {
  const taken = db()
    .update(totps)
    .set({ lastStep: step })
    .where(and(eq(totps.userId, userId), isNotNull(totps.confirmedAt), lt(totps.lastStep, step)))
    .returning({ userId: totps.userId })
    .get()
  return taken !== undefined
}

/** Stops asking for the app; nothing happens where there is none. */
export async function removeTotp(viewer: Viewer, now: number): Promise<void> {
  await transaction((tx) => {
    const gone = tx.delete(totps).where(eq(totps.userId, viewer.id)).returning().get()
    if (!gone?.confirmedAt) return
    recordSecurity(tx, 'app-removed', { userId: viewer.id }, now)
    dropCodesWithin(tx, viewer.id)
  })
}
