import { createHash } from 'node:crypto'
import { removeTries, requireTry, returnTry } from '#db/mutations/accounts/rate-limits.ts'
import { recordFailure } from '#db/mutations/accounts/security-events.ts'
import { createSession } from '#db/mutations/accounts/sessions.ts'
import { getPasswordAccount, getPasswordHash } from '#db/queries/accounts/accounts.ts'
import { emailAddress } from '#lib/auth/email-address.ts'
import { dummyHash, verifyPassword } from '#lib/auth/password.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { invalid } from '#lib/problems.ts'
import { signInBody } from '#lib/api/accounts.ts'

const quarter = 15 * 60

/** Addresses of people stay out of the counters. */
const keyOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/**
 * Signs a browser in with what next-auth was given. Unknown address and wrong password take the same path: one look-up,
 * one argon2id, null.
 * @returns the person's id and the new session's, or null.
 * @throws Problem 429 after 10 that failed at an account from one address, or 50 that failed from one address, within
 *   15 minutes. The same account from another address is not kept waiting.
 */
export async function signIn(
  given: unknown,
  from: { address: string; userAgent: string },
  now: number,
): Promise<{ userId: string; sessionId: string } | null> {
  const addressKey = `sign-in:${keyOf(from.address)}`
  await requireTry(addressKey, { tries: 50, seconds: quarter }, now)
  const parsed = signInBody.safeParse(given)
  if (!parsed.success) return null
  const email = emailAddress(parsed.data.email) ?? parsed.data.email.trim().toLowerCase()
  const key = `sign-in:${keyOf(from.address)}:${keyOf(email)}`
  await requireTry(key, { tries: 10, seconds: quarter }, now)
  const account = await getPasswordAccount(email)
  const matches = await verifyPassword(parsed.data.password, account?.secret ?? dummyHash)
  if (account && !matches) await recordFailure(account.userId, from, now)
  if (!account || !matches) return null
  await removeTries(key)
  await returnTry(addressKey)
  return { userId: account.userId, sessionId: await createSession(account.userId, from.userAgent, now, from.address) }
}

/**
 * Checks that the person at the keyboard knows the viewer's password, before something that cannot be undone.
 * @throws Problem 422 on `currentPassword`, 429 after 10 tries in a quarter of an hour.
 */
export async function requirePassword(viewer: Viewer, password: string | undefined, now: number): Promise<void> {
  if (password === undefined) throw invalid('currentPassword', 'Type your current password to change this.')
  const key = `password:${viewer.id}`
  await requireTry(key, { tries: 10, seconds: quarter }, now)
  if (!(await verifyPassword(password, (await getPasswordHash(viewer)) ?? dummyHash)))
    throw invalid('currentPassword', 'This is not your current password.')
  await removeTries(key)
}
