import { and, count, eq, gt, lte } from 'drizzle-orm'
import { db, transaction } from '#db/client.ts'
import type { StoredPasskey } from '#db/queries/accounts/passkeys.ts'
import { challenges, passkeys } from '#db/schema/index.ts'
import { hashToken } from '#lib/auth/token.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { conflict, notFound } from '#lib/problems.ts'
import { dropCodesWithin, firstCodesWithin } from './factors.ts'
import { recordSecurity } from '#db/mutations/security/security-events.ts'

const challengeMs = 5 * 60_000
/** How many passkeys a person may have. */
export const passkeysAtMost = 20

type Purpose = (typeof challenges.$inferSelect)['purpose']

/** Keeps what a passkey is asked to sign. `userId`: who is asked; null where anybody may sign in by it. */
export async function createChallenge(
  challenge: string,
  purpose: Purpose,
  userId: string | null,
  now: number,
): Promise<void> {
  await transaction((tx) => {
    tx.delete(challenges).where(lte(challenges.expiresAt, now)).run()
    tx.insert(challenges)
      .values({ hash: hashToken(challenge), purpose, userId, expiresAt: now + challengeMs })
      .run()
  })
}

/** Uses a challenge up. @returns who was asked; null where it was not made for this, was used, or is over 5 minutes old. */
export async function takeChallenge(
  challenge: string,
  purpose: Purpose,
  now: number,
): Promise<{ userId: string | null } | null> {
  const row = db()
    .delete(challenges)
    .where(
      and(eq(challenges.hash, hashToken(challenge)), eq(challenges.purpose, purpose), gt(challenges.expiresAt, now)),
    )
    .returning({ userId: challenges.userId })
    .get()
  return row ?? null
}

/**
 * Adds a passkey, which is asked for from now on.
 * @returns recovery codes where this is the first second factor, else null. @throws Problem 409 for one too many, and
 *   for one that is there already.
 */
export async function createPasskey(
  viewer: Viewer,
  key: Omit<StoredPasskey, 'userId'> & { name: string },
  now: number,
): Promise<string[] | null> {
  return transaction((tx) => {
    const mine = tx.select({ n: count() }).from(passkeys).where(eq(passkeys.userId, viewer.id)).get()
    if ((mine?.n ?? 0) >= passkeysAtMost)
      throw conflict(`You have ${passkeysAtMost} passkeys. Remove one that you do not use first.`)
    const made = tx
      .insert(passkeys)
      .values({ ...key, userId: viewer.id, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: passkeys.id })
      .get()
    if (!made) throw conflict('This passkey is set up already.')
    recordSecurity(tx, 'passkey-added', { userId: viewer.id }, now)
    return firstCodesWithin(tx, viewer.id)
  })
}

/** Notes that a passkey signed. @returns false where another answer of it came in between. */
export async function setPasskeyUsed(
  { id, counter }: StoredPasskey,
  newCounter: number,
  now: number,
): Promise<boolean> {
  const used = db()
    .update(passkeys)
    .set({ counter: newCounter, lastUsedAt: now })
    .where(and(eq(passkeys.id, id), eq(passkeys.counter, counter)))
    .returning({ id: passkeys.id })
    .get()
  return used !== undefined
}

/** Removes one of the viewer's passkeys. @throws Problem 404. */
export async function removePasskey(viewer: Viewer, id: string, now: number): Promise<void> {
  await transaction((tx) => {
    const gone = tx
      .delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.userId, viewer.id)))
      .returning({ id: passkeys.id })
      .get()
    if (!gone) throw notFound('passkey')
    recordSecurity(tx, 'passkey-removed', { userId: viewer.id }, now)
    dropCodesWithin(tx, viewer.id)
  })
}
