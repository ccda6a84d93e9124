import { eq } from 'drizzle-orm'
import { db, type Transaction, transaction } from '#db/client.ts'
import { localIssuer } from '#db/queries/accounts/accounts.ts'
import { accounts, passwordResets, sessions, users } from '#db/schema/index.ts'
import { hashToken, newToken } from '#lib/auth/token.ts'
import { Problem } from '#lib/problems.ts'
import { type Origin, recordSecurity } from '#db/mutations/security/security-events.ts'
import { revokeTokensWithin } from './tokens.ts'

/** How long a link for a new password opens, in milliseconds. */
export const resetMs = 30 * 60_000

const deadReset = () =>
  new Problem(404, 'Not found', 'This link opens nothing any more: it was used, or is older than 30 minutes.')

/**
 * Makes the one link by which a person sets a new password; an earlier one opens nothing from now on.
 * @returns the token for the link's address; only its hash is kept.
 */
export function createResetWithin(tx: Transaction, userId: string, actorId: string | null, now: number): string {
  const token = newToken()
  const row = { tokenHash: hashToken(token), expiresAt: now + resetMs }
  tx.insert(passwordResets)
    .values({ userId, ...row })
    .onConflictDoUpdate({ target: passwordResets.userId, set: row })
    .run()
  recordSecurity(tx, 'reset-link-made', { userId, actorId }, now)
  return token
}

/** A link for whoever has an account with this address, or null where nobody has, or it is disabled. */
export async function createResetFor(email: string, now: number): Promise<string | null> {
  return transaction((tx) => {
    const person = tx
      .select({ id: users.id, disabledAt: users.disabledAt })
      .from(users)
      .where(eq(users.email, email))
      .get()
    return person && person.disabledAt === null ? createResetWithin(tx, person.id, null, now) : null
  })
}

/** Name and address of the person whom a link lets in. @throws Problem 404 for one that opens nothing. */
export async function requireReset(token: string, now: number): Promise<{ name: string; email: string }> {
  const row = db()
    .select({ name: users.name, email: users.email, expiresAt: passwordResets.expiresAt })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(eq(passwordResets.tokenHash, hashToken(token)))
    .get()
  if (!row || row.expiresAt <= now) throw deadReset()
  return { name: row.name, email: row.email }
}

/**
 * Sets a new password by a link, which is used up by it, signs the person out everywhere and revokes their
 * tokens.
 * @throws Problem 404 for a link that opens nothing: never made, used, replaced or too old.
 */
export async function usePasswordReset(token: string, secret: string, from: Origin, now: number): Promise<void> {
  await transaction((tx) => {
    const row = tx
      .delete(passwordResets)
      .where(eq(passwordResets.tokenHash, hashToken(token)))
      .returning()
      .get()
    if (!row || row.expiresAt <= now) throw deadReset()
    const { userId } = row
    tx.insert(accounts)
      .values({ issuer: localIssuer, subject: userId, userId, secret, createdAt: now })
      .onConflictDoUpdate({ target: [accounts.issuer, accounts.subject], set: { secret } })
      .run()
    tx.delete(sessions).where(eq(sessions.userId, userId)).run()
    revokeTokensWithin(tx, userId, now)
    recordSecurity(tx, 'password-reset', { userId, ...from }, now)
  })
}
