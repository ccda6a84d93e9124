import { randomUUID } from 'node:crypto'
import { and, count, eq, ne, not } from 'drizzle-orm'
import { transaction, type Transaction } from '#db/client.ts'
import { localIssuer } from '#db/queries/accounts/accounts.ts'
import { isRemoved } from '#db/conditions.ts'
import { movingDays } from '#db/mutations/dealing/dealings.ts'
import { recordSecurity } from '#db/mutations/security/security-events.ts'
import { revokeTokensWithin } from './tokens.ts'
import { takeInviteWithin } from './sign-up-links.ts'
import { takeInvitation } from '#db/mutations/sharing/take-link.ts'
import { accounts, members, sessions, users } from '#db/schema/index.ts'
import type { UserRole } from '#lib/auth/user-role.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSignUp } from '#lib/permissions.ts'
import { forbidden, invalid } from '#lib/problems.ts'
import type { Settings } from '#lib/settings.ts'

/** A new person. */
export interface NewUser {
  name: string
  /** Lower case and trimmed. */
  email: string
  /** How they sign in: by a password, its hash the secret, or by another server. */
  account: { issuer?: string; subject?: string; secret: string | null }
  timeZone: string
  /** The token of an invitation to the server or of a link to a plan: each account takes a use of it. */
  invite?: string | undefined
}

/**
 * Makes an account. The first of a server is its admin; `mode` rules the others.
 *
 * An address that is taken is said to be so (422 on `email`). That tells who has an account, and cannot be helped while
 * this server sends no mail: an answer that hid it would leave people with an account that they cannot enter. What
 * keeps lists of addresses from being tried is the rate limit on sign-up.
 * @throws Problem 403 when no account may be made, 422 when the address is taken.
 */
export async function createUser(
  given: NewUser,
  mode: Settings['SIGN_UP'],
  now: number,
): Promise<{ id: string; role: UserRole }> {
  return transaction((tx) => {
    const isFirst = (tx.select({ n: count() }).from(users).where(not(isRemoved)).get()?.n ?? 0) === 0
    // In any mode but `closed`: in an open one it may still make an admin.
    const inviteOfServer =
      mode !== 'closed' && !isFirst && given.invite !== undefined ? takeInviteWithin(tx, given.invite, now) : null
    const needsInvite = mode === 'invite' && !isFirst && inviteOfServer === null
    const invited =
      needsInvite && given.invite !== undefined ? takeInvitation(tx, given.invite, given.timeZone, now) : null
    if (!canSignUp(mode, isFirst, invited !== null || inviteOfServer !== null))
      throw forbidden(
        mode === 'invite'
          ? 'New accounts here need an invitation: open the link that you were sent and sign up from there.'
          : 'This server takes no new accounts.',
      )
    refuseTaken(tx, given.email)
    const id = randomUUID()
    const role = isFirst ? 'admin' : (inviteOfServer?.role ?? 'user')
    const { name, email, timeZone } = given
    tx.insert(users).values({ id, name, email, role, timeZone, createdAt: now }).run()
    tx.insert(accounts)
      .values({ issuer: localIssuer, subject: id, ...given.account, userId: id, createdAt: now })
      .run()
    recordSecurity(tx, 'signed-up', { userId: id }, now)
    if (invited)
      tx.insert(members)
        .values({ ...invited, userId: id })
        .run()
    return { id, role }
  })
}

/** The changes to a person; undefined fields stay as they are. */
export interface UserChange {
  name?: string | undefined
  email?: string | undefined
  timeZone?: string | undefined
  rolloverHour?: number | undefined
  speedPercent?: number | undefined
  usesOwnSpeed?: boolean | undefined
  askOnReturn?: boolean | undefined
  passwordHash?: string | undefined
}

/**
 * Changes the viewer's own row. A new password signs out every browser but this one and revokes all tokens.
 * @throws Problem 422 on `email` when another account has it.
 */
export async function setUser(viewer: Viewer, { passwordHash, ...change }: UserChange, now: number): Promise<void> {
  await transaction((tx) => {
    if (change.email !== undefined && change.email !== viewer.email) refuseTaken(tx, change.email)
    const write = () => tx.update(users).set(change).where(eq(users.id, viewer.id)).run()
    const movesDays = [change.timeZone, change.rolloverHour, change.speedPercent].some((value) => value !== undefined)
    if (movesDays) movingDays(tx, [viewer.id], now, write)
    else if (Object.values(change).some((value) => value !== undefined)) write()
    if (change.email !== undefined && change.email !== viewer.email)
      recordSecurity(tx, 'email-changed', { userId: viewer.id }, now)
    if (passwordHash === undefined) return
    recordSecurity(tx, 'password-changed', { userId: viewer.id }, now)
    // Whoever came by another server has none yet.
    tx.insert(accounts)
      .values({ issuer: localIssuer, subject: viewer.id, userId: viewer.id, secret: passwordHash, createdAt: now })
      .onConflictDoUpdate({ target: [accounts.issuer, accounts.subject], set: { secret: passwordHash } })
      .run()
    revokeTokensWithin(tx, viewer.id, now)
    tx.delete(sessions)
      .where(and(eq(sessions.userId, viewer.id), ne(sessions.idHash, viewer.sessionId)))
      .run()
  })
}

function refuseTaken(tx: Transaction, email: string): void {
  if (tx.select({ id: users.id }).from(users).where(eq(users.email, email)).get())
    throw invalid('email', 'There is an account with this address already. Sign in instead.')
}
