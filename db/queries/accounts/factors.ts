import { and, count, eq, isNotNull } from 'drizzle-orm'
import { db, type Reader } from '#db/client.ts'
import { passkeys, recoveryCodes, totps } from '#db/schema/index.ts'
import { listPasskeys } from './passkeys.ts'
import type { Factors } from '#lib/api/factors.ts'
import type { Viewer } from '#lib/auth/viewer.ts'

/** What a sign-in asks this person for besides the password. */
export interface AskedFactors {
  code: boolean
  passkey: boolean
}

/** The second factors of a person whose password is being checked. */
export async function getAskedFactors(userId: string): Promise<AskedFactors> {
  return askedFactorsWithin(db(), userId)
}

/** `getAskedFactors` within a transaction. */
export function askedFactorsWithin(tx: Reader, userId: string): AskedFactors {
  const code = tx
    .select({ userId: totps.userId })
    .from(totps)
    .where(and(eq(totps.userId, userId), isNotNull(totps.confirmedAt)))
    .get()
  const passkey = tx.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.userId, userId)).get()
  return { code: code !== undefined, passkey: passkey !== undefined }
}

/** The sealed secret of a person's app, or null; `confirmed`: only where the app is asked for already. */
export async function getSealedTotp(userId: string, which: 'confirmed' | 'new'): Promise<string | null> {
  const row = db()
    .select({ sealed: totps.sealed, confirmedAt: totps.confirmedAt })
    .from(totps)
    .where(eq(totps.userId, userId))
    .get()
  return row && (row.confirmedAt !== null) === (which === 'confirmed') ? row.sealed : null
}

/** The viewer's second factors, as they see them. */
export async function getFactors(viewer: Viewer): Promise<Omit<Factors, 'passkeyProblem'>> {
  const app = db().select({ since: totps.confirmedAt }).from(totps).where(eq(totps.userId, viewer.id)).get()
  const left = db().select({ n: count() }).from(recoveryCodes).where(eq(recoveryCodes.userId, viewer.id)).get()
  return { appSince: app?.since ?? null, recoveryCodes: left?.n ?? 0, passkeys: await listPasskeys(viewer) }
}
