import { eq } from 'drizzle-orm'
import { type Transaction, transaction } from '#db/client.ts'
import { askedFactorsWithin } from '#db/queries/accounts/factors.ts'
import { passkeys, recoveryCodes, totps } from '#db/schema/index.ts'
import { hashRecoveryCode, newRecoveryCodes } from '#lib/auth/recovery-codes.ts'
import type { Keeper } from '#lib/auth/keeper.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { conflict } from '#lib/problems.ts'
import { requireKeeper, requirePerson } from './people.ts'
import { type Origin, recordSecurity } from '#db/mutations/security/security-events.ts'

/** Replaces a person's recovery codes. @returns the new ones, which are never to be had again. */
function renewCodes(tx: Transaction, userId: string): string[] {
  const codes = newRecoveryCodes()
  tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)).run()
  tx.insert(recoveryCodes)
    .values(codes.map((code) => ({ userId, codeHash: hashRecoveryCode(code) as string })))
    .run()
  return codes
}

/** Recovery codes for somebody whose first factor was just added; null for who has some. */
export function firstCodesWithin(tx: Transaction, userId: string): string[] | null {
  const some = tx.select().from(recoveryCodes).where(eq(recoveryCodes.userId, userId)).get()
  return some ? null : renewCodes(tx, userId)
}

/** After a factor was taken away: without any, recovery codes open nothing and go. */
export function dropCodesWithin(tx: Transaction, userId: string): void {
  const { code, passkey } = askedFactorsWithin(tx, userId)
  if (!code && !passkey) tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)).run()
}

/** Makes new recovery codes; earlier ones open nothing from now on. @throws Problem 409 without a second factor. */
export async function setRecoveryCodes(viewer: Viewer, now: number): Promise<string[]> {
  return transaction((tx) => {
    const { code, passkey } = askedFactorsWithin(tx, viewer.id)
    if (!code && !passkey) throw conflict('Set up an app or a passkey first. Recovery codes stand in for those.')
    recordSecurity(tx, 'recovery-codes-made', { userId: viewer.id }, now)
    return renewCodes(tx, viewer.id)
  })
}

/** Uses up a recovery code. @returns whether the person had it. */
export async function takeRecoveryCode(userId: string, codeHash: string, from: Origin, now: number): Promise<boolean> {
  return transaction((tx) => {
    const mine = tx.select().from(recoveryCodes).where(eq(recoveryCodes.userId, userId)).all()
    if (!mine.some((row) => row.codeHash === codeHash)) return false
    tx.delete(recoveryCodes).where(eq(recoveryCodes.codeHash, codeHash)).run()
    recordSecurity(tx, 'recovery-code-used', { userId, ...from }, now)
    return true
  })
}

/** Takes all second factors off the account of somebody who is locked out. @throws Problem 403 for all but an admin, 404. */
export async function removeFactors(keeper: Keeper, userId: string, now: number): Promise<void> {
  const actorId = requireKeeper(keeper)
  await transaction((tx) => {
    requirePerson(tx, userId)
    for (const table of [totps, passkeys, recoveryCodes] as const)
      tx.delete(table).where(eq(table.userId, userId)).run()
    recordSecurity(tx, 'factors-removed', { userId, actorId }, now)
  })
}
