import { eq } from 'drizzle-orm'
import { type Transaction, transaction } from '#db/client.ts'
import { securityEvents } from '#db/schema/index.ts'
import type { SecurityKind } from '#lib/auth/security-kinds.ts'

/** Where a request came from. */
export interface Origin {
  address?: string
  userAgent?: string
}

/** Writes a line of the security log, in the transaction of the act. `actorId` is an admin who did it to another. */
export function recordSecurity(
  tx: Transaction,
  kind: SecurityKind,
  { userId, actorId = null, address = '', userAgent = '' }: { userId: string; actorId?: string | null } & Origin,
  now: number,
): void {
  const row = { at: now, kind, userId, actorId, address: address.slice(0, 60), userAgent: userAgent.slice(0, 300) }
  tx.insert(securityEvents).values(row).run()
}

/** Leaves kind and time of what the log tells of a person, and nothing that tells whose it was. */
export function forgetSecurity(tx: Transaction, userId: string): void {
  const blank = { userId: null, address: '', userAgent: '' }
  tx.update(securityEvents).set(blank).where(eq(securityEvents.userId, userId)).run()
  tx.update(securityEvents).set({ actorId: null }).where(eq(securityEvents.actorId, userId)).run()
}

/** Writes down that somebody failed to prove to be this person. */
export async function recordFailure(
  kind: 'sign-in-failed' | 'passkey-failed' | 'second-factor-failed' | 'proof-failed',
  userId: string,
  from: Origin,
  now: number,
): Promise<void> {
  await transaction((tx) => recordSecurity(tx, kind, { userId, ...from }, now))
}
