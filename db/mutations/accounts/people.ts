import type { Keeper } from '#lib/auth/keeper.ts'
import type { UserRole } from '#lib/auth/user-role.ts'
import { and, count, eq, isNull, ne, not } from 'drizzle-orm'
import { type Transaction, transaction } from '#db/client.ts'
import { sessions, users } from '#db/schema/index.ts'
import { canAdministrate } from '#lib/permissions.ts'
import { conflict, forbidden, notFound } from '#lib/problems.ts'
import { isRemoved } from '#db/conditions.ts'
import { createResetWithin } from './password-resets.ts'
import { recordSecurity } from '#db/mutations/security/security-events.ts'

/** What an admin changes of somebody's account; undefined stays. */
export interface PersonChange {
  role?: UserRole | undefined
  disabled?: boolean | undefined
}

/** The id of the admin who acts, null at the machine itself. @throws Problem 403 for everybody else. */
export function requireKeeper(keeper: Keeper): string | null {
  if (keeper === 'machine') return null
  if (!canAdministrate(keeper)) throw forbidden('Only an admin may do this.')
  return keeper.id
}

/** The person of an id, as far as this page changes them. @throws Problem 404. */
export function requirePerson(tx: Transaction, userId: string) {
  const person = tx
    .select({ email: users.email, role: users.role, disabledAt: users.disabledAt })
    .from(users)
    .where(and(eq(users.id, userId), not(isRemoved)))
    .get()
  if (!person) throw notFound('person')
  return person
}

/**
 * Disables and enables an account, makes somebody admin or takes that away. A disabled account is signed out everywhere
 * and cannot sign in; nothing of it is lost.
 * @throws Problem 403 for all but an admin, 404, 409 where the server would be left without an admin.
 */
export async function setPerson(keeper: Keeper, userId: string, change: PersonChange, now: number): Promise<void> {
  const actorId = requireKeeper(keeper)
  await transaction((tx) => {
    const before = requirePerson(tx, userId)
    const role = change.role ?? before.role
    const disabledAt =
      change.disabled === undefined ? before.disabledAt : change.disabled ? (before.disabledAt ?? now) : null
    if (before.role === 'admin' && before.disabledAt === null && (role !== 'admin' || disabledAt !== null))
      requireAnotherAdmin(tx, userId)
    tx.update(users).set({ role, disabledAt }).where(eq(users.id, userId)).run()
    const told = { userId, actorId }
    if (role !== before.role) recordSecurity(tx, role === 'admin' ? 'made-admin' : 'made-user', told, now)
    if ((disabledAt === null) === (before.disabledAt === null)) return
    recordSecurity(tx, disabledAt === null ? 'enabled' : 'disabled', told, now)
    if (disabledAt !== null) tx.delete(sessions).where(eq(sessions.userId, userId)).run()
  })
}

/** @throws Problem 409 where no other admin's account is open. */
export function requireAnotherAdmin(tx: Transaction, userId: string): void {
  const others = tx
    .select({ n: count() })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.disabledAt), ne(users.id, userId)))
    .get()
  if (!others?.n) throw conflict('This is the only admin. Make somebody else an admin first.')
}

/**
 * Makes the link by which a person sets a new password.
 * @returns its token. @throws Problem 403 for all but an admin, 404, 409 for a disabled account.
 */
export async function createPersonReset(keeper: Keeper, userId: string, now: number): Promise<string> {
  const actorId = requireKeeper(keeper)
  return transaction((tx) => {
    if (requirePerson(tx, userId).disabledAt !== null) throw conflict('This account is disabled. Enable it first.')
    return createResetWithin(tx, userId, actorId, now)
  })
}

/** Signs a person out everywhere. Gives how many browsers that were. @throws Problem 403 for all but an admin, 404. */
export async function signPersonOut(keeper: Keeper, userId: string, now: number): Promise<number> {
  const actorId = requireKeeper(keeper)
  return transaction((tx) => {
    requirePerson(tx, userId)
    recordSecurity(tx, 'signed-out-by-admin', { userId, actorId }, now)
    return tx.delete(sessions).where(eq(sessions.userId, userId)).run().changes
  })
}
