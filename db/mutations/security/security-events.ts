import { eq } from 'drizzle-orm'
import { type Transaction, transaction } from '#db/client.ts'
import { securityEvents } from '#db/schema/index.ts'
import { errorFields, log } from '#lib/log.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { SecurityKind } from '#lib/auth/security-kinds.ts'

/** Where a request came from. */
export interface Origin {
  address?: string
  userAgent?: string
}

/** Whose account an act was about; null for the server's own. `about`: the id of a link, an invitation, a plan. */
interface Told {
  userId: string | null
  actorId?: string | null
  about?: string | null
}

/** Writes a line of the security log, in the transaction of the act. `actorId` is an admin who did it to another. */
export function recordSecurity(
  tx: Transaction,
  kind: SecurityKind,
  { userId, actorId = null, about = null, address = '', userAgent = '' }: Told & Origin,
  now: number,
): void {
  const row = {
    at: now,
    kind,
    userId,
    actorId,
    about,
    address: address.slice(0, 60),
    userAgent: userAgent.slice(0, 300),
  }
  tx.insert(securityEvents).values(row).run()
}

/** Leaves kind and time of what the log tells of a person, and nothing that tells whose it was. */
export function forgetSecurity(tx: Transaction, userId: string): void {
  const blank = { userId: null, about: null, address: '', userAgent: '' }
  tx.update(securityEvents).set(blank).where(eq(securityEvents.userId, userId)).run()
  tx.update(securityEvents).set({ actorId: null }).where(eq(securityEvents.actorId, userId)).run()
}

/** Writes down that the viewer took everything of theirs away as a file; a full disk does not keep them from it. */
export async function recordExport(viewer: Viewer, from: Origin, now: number): Promise<void> {
  try {
    await transaction((tx) => recordSecurity(tx, 'exported', { userId: viewer.id, ...from }, now))
  } catch (error) {
    log('error', 'export not written to the security log', errorFields(error))
  }
}

/** Writes down that somebody failed to prove to be this person; null where the address belongs to nobody. */
export async function recordFailure(
  kind: 'sign-in-failed' | 'sign-in-unknown' | 'passkey-failed' | 'second-factor-failed' | 'proof-failed',
  userId: string | null,
  from: Origin,
  now: number,
): Promise<void> {
  await transaction((tx) => recordSecurity(tx, kind, { userId, ...from }, now))
}
