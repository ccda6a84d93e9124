import { createHash } from 'node:crypto'
import { checkPasskey } from './passkeys.ts'
import { isRightCode, requireSecondFactor, wrongCode, wrongPasskey } from './second-factor.ts'
import type { Sender } from './sender.ts'
import { removeTries, requireTry, returnTry } from '#db/mutations/accounts/rate-limits.ts'
import { recordFailure } from '#db/mutations/security/security-events.ts'
import { createSession, setProved } from '#db/mutations/accounts/sessions.ts'
import { getPasswordAccount, getPasswordHash, listIssuers } from '#db/queries/accounts/accounts.ts'
import { getAskedFactors } from '#db/queries/accounts/factors.ts'
import { emailAddress } from '#lib/auth/email-address.ts'
import { dummyHash, verifyPassword } from '#lib/auth/password.ts'
import { providersOf } from '#lib/auth/providers.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { conflict, invalid } from '#lib/problems.ts'
import { settings } from '#lib/settings.ts'
import { type ProofInput, passkeySignInBody, type ProofWays, signInBody } from '#lib/api/accounts.ts'

const quarter = 15 * 60

/** Addresses of people stay out of the counters. */
const keyOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/**
 * Signs a browser in with what next-auth was given. Unknown address and wrong password take the same path: one look-up,
 * one argon2id, null.
 * @returns the person's id and the new session's, or null.
 * @throws Problem 401 with `secondFactor` where the password was right and a second factor is asked for; 429 after 10 that failed at an account from one address, or 50 that failed from one address, within
 *   15 minutes. The same account from another address is not kept waiting.
 */
export async function signIn(
  given: unknown,
  from: Sender,
  now: number,
): Promise<{ userId: string; sessionId: string } | null> {
  const addressKey = `sign-in:${keyOf(from.address)}`
  await requireTry(addressKey, { tries: 50, seconds: quarter }, now)
  const alone = passkeySignInBody.safeParse(given)
  if (alone.success && !hasPassword(given)) {
    const userId = await passkeyHolder(alone.data.passkey, from, now)
    if (userId === null) return null
    await returnTry(addressKey)
    return { userId, sessionId: await createSession(userId, from.userAgent, now, from.address) }
  }
  const parsed = signInBody.safeParse(given)
  if (!parsed.success) return null
  const email = emailAddress(parsed.data.email) ?? parsed.data.email.trim().toLowerCase()
  const key = `sign-in:${keyOf(from.address)}:${keyOf(email)}`
  await requireTry(key, { tries: 10, seconds: quarter }, now)
  const account = await getPasswordAccount(email)
  const matches = await verifyPassword(parsed.data.password, account?.secret ?? dummyHash)
  // Written in either case: a write more would tell by the time of the answer who has an account.
  if (!account || !matches)
    await recordFailure(account ? 'sign-in-failed' : 'sign-in-unknown', account?.userId ?? null, from, now)
  if (!account || !matches) return null
  await requireSecondFactor(account.userId, parsed.data, from, now)
  await removeTries(key)
  await returnTry(addressKey)
  return { userId: account.userId, sessionId: await createSession(account.userId, from.userAgent, now, from.address) }
}

const hasPassword = (given: unknown) => Boolean((given as { password?: unknown }).password)

/** The person who signs in by a passkey alone: it stands for the password too, so its device asked who holds it. */
async function passkeyHolder(passkey: string, from: Sender, now: number): Promise<string | null> {
  const proof = from.party ? await checkPasskey(from.party, passkey, 'sign-in', now) : null
  return proof?.isOpen && proof.isVerified ? proof.userId : null
}

/** What proves that the viewer sits at a browser: all of it is asked for. */
export async function proofWaysOf(viewer: Viewer, { party }: Sender): Promise<ProofWays> {
  const { code, passkey } = await getAskedFactors(viewer.id)
  const password = (await getPasswordHash(viewer)) !== null
  const issuers = await listIssuers(viewer)
  const providers = providersOf(settings())
    .filter(({ issuer }) => !password && issuers.includes(issuer))
    .map(({ id, name }) => ({ id, name }))
  return { password, code: code || passkey, passkey: Boolean(passkey && party), providers }
}

/**
 * Proves, in a browser that is signed in, that the viewer sits at it, and notes it for the next 15 minutes.
 * @throws Problem 409 for whoever has neither password nor second factor, 422 on what is wrong, 429 after 10 tries in a
 *   quarter of an hour.
 */
export async function proveViewer(viewer: Viewer, given: ProofInput, from: Sender, now: number): Promise<void> {
  const ways = await proofWaysOf(viewer, from)
  if (!ways.password && !ways.code) throw conflict('Sign out and in again: that proves who you are.')
  const key = `proof:${viewer.id}`
  await requireTry(key, { tries: 10, seconds: quarter }, now)
  const { password = '', code = '' } = given
  if (given.passkey && from.party) {
    const proof = await checkPasskey(from.party, given.passkey, 'proof', now)
    if (proof?.userId !== viewer.id) await refuse('passkey', wrongPasskey)
    // One that did not ask who holds it stands for the code alone.
    if (!proof?.isVerified && ways.password && !(await isPassword(viewer, password)))
      await refuse('password', 'Type your password too: this passkey does not tell who holds it.')
    return done()
  }
  if (ways.password && !(await isPassword(viewer, password))) await refuse('password', 'This is not your password.')
  if (ways.code && !(await isRightCode(viewer.id, code, from, now))) await refuse('code', wrongCode)
  await done()

  async function done(): Promise<void> {
    await removeTries(key)
    await setProved(viewer, now)
  }

  async function refuse(field: string, detail: string): Promise<never> {
    await recordFailure('proof-failed', viewer.id, from, now)
    throw invalid(field, detail)
  }
}

async function isPassword(viewer: Viewer, password: string): Promise<boolean> {
  return verifyPassword(password, (await getPasswordHash(viewer)) ?? dummyHash)
}
