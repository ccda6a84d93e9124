import { randomUUID } from 'node:crypto'
import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import { type Transaction, transaction } from '#db/client.ts'
import { isOpenInvite } from '#db/queries/accounts/sign-up-links.ts'
import { signUpLinks } from '#db/schema/index.ts'
import type { Keeper } from '#lib/auth/keeper.ts'
import type { UserRole } from '#lib/auth/user-role.ts'
import { hashToken, newToken } from '#lib/auth/token.ts'
import { notFound } from '#lib/problems.ts'
import { requireKeeper } from './people.ts'
import { recordSecurity } from '#db/mutations/security/security-events.ts'

const day = 24 * 60 * 60_000

/** What an invitation gives, for how many days, and how many accounts it makes. */
export interface NewInvite {
  role: UserRole
  days: number
  maxUses: number
}

/**
 * Makes an invitation to this server.
 * @returns its id, and its token, which is given here once and kept nowhere. @throws Problem 403 for all but an admin.
 */
export async function createInvite(
  keeper: Keeper,
  { role, days, maxUses }: NewInvite,
  now: number,
): Promise<{ id: string; token: string }> {
  const createdBy = requireKeeper(keeper)
  return transaction((tx) => {
    // One that ended a month ago is of no use to anybody.
    tx.delete(signUpLinks)
      .where(lte(signUpLinks.expiresAt, now - 30 * day))
      .run()
    const [id, token] = [randomUUID(), newToken()]
    const row = { id, role, maxUses, createdBy, tokenHash: hashToken(token), expiresAt: now + days * day }
    tx.insert(signUpLinks)
      .values({ ...row, createdAt: now })
      .run()
    recordSecurity(tx, 'invite-made', { userId: createdBy, about: id }, now)
    return { id, token }
  })
}

/** Revokes an invitation; accounts that it made stay. @throws Problem 403 for all but an admin, 404. */
export async function removeInvite(keeper: Keeper, id: string, now: number): Promise<void> {
  const actorId = requireKeeper(keeper)
  await transaction((tx) => {
    const gone = tx
      .update(signUpLinks)
      .set({ revokedAt: now })
      .where(and(eq(signUpLinks.id, id), isNull(signUpLinks.revokedAt)))
      .returning({ id: signUpLinks.id })
      .get()
    if (!gone) throw notFound('invitation')
    recordSecurity(tx, 'invite-revoked', { userId: actorId, about: id }, now)
  })
}

/** Takes one use of an invitation: one statement counts, and only where a use is left. Null for one that lets nobody in. */
export function takeInviteWithin(tx: Transaction, token: string, now: number): { role: UserRole } | null {
  const taken = tx
    .update(signUpLinks)
    .set({ uses: sql`${signUpLinks.uses} + 1` })
    .where(and(eq(signUpLinks.tokenHash, hashToken(token)), isOpenInvite(now)))
    .returning({ role: signUpLinks.role })
    .get()
  return taken ?? null
}
