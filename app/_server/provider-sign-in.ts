import { createSession } from '#db/mutations/accounts/sessions.ts'
import { linkAccount } from '#db/mutations/accounts/outside-accounts.ts'
import { createUser } from '#db/mutations/accounts/users.ts'
import { getOutsideAccount, type OutsideIdentity } from '#db/queries/accounts/accounts.ts'
import { emailAddress } from '#lib/auth/email-address.ts'
import { isProven } from '#lib/auth/proof.ts'
import { inviteIn, type ProviderRefusal } from '#lib/auth/providers.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { Problem } from '#lib/problems.ts'
import { settings } from '#lib/settings.ts'
import type { Sender } from './sender.ts'

/** What a provider says of somebody, checked by next-auth. */
export interface Outsider extends OutsideIdentity {
  name: string
  /** Null where it has none, or did not check it. */
  email: string | null
}

/** Where a sign-in by a provider began. */
export interface ProviderRequest {
  from: Sender
  /** Whoever was signed in before. */
  viewer: Viewer | null
  /** The path to go on to. */
  target: string
  /** IANA name, as the browser says it. */
  timeZone: string
}

/**
 * Signs somebody in whom a provider vouches for: into the account that is connected with them; else, for who is signed in
 * already, it is connected from now on; else into a new account, where this server takes any. That an e-mail address is
 * the same never connects anything.
 * @returns the new session, or why there is none.
 */
export async function signInByProvider(
  outsider: Outsider,
  { from, viewer, target, timeZone }: ProviderRequest,
  now: number,
): Promise<{ sessionId: string } | ProviderRefusal> {
  const start = async (userId: string) => ({
    sessionId: await createSession(userId, from.userAgent, now, from.address),
  })
  const known = await getOutsideAccount(outsider)
  if (known && viewer && known.userId !== viewer.id) return 'OtherAccount'
  if (known) return known.isDisabled ? 'Disabled' : start(known.userId)
  if (viewer) {
    if (!isProven(viewer, now)) return 'ProofNeeded'
    return (await linkAccount(viewer, outsider, now)) ? start(viewer.id) : 'OtherAccount'
  }
  const email = outsider.email === null ? null : emailAddress(outsider.email)
  if (email === null) return 'NoEmail'
  const { issuer, subject, name } = outsider
  const person = { name, email, timeZone, account: { issuer, subject, secret: null }, invite: inviteIn(target) }
  try {
    return await start((await createUser(person, settings().SIGN_UP, now)).id)
  } catch (error) {
    if (error instanceof Problem && error.status === 403) return 'NoSignUp'
    if (error instanceof Problem && error.extra.field === 'email') return 'AddressTaken'
    throw error
  }
}
