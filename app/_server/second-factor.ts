import { requireTry, returnTry } from '#db/mutations/accounts/rate-limits.ts'
import { takeRecoveryCode } from '#db/mutations/accounts/factors.ts'
import { recordFailure } from '#db/mutations/security/security-events.ts'
import { takeTotpStep } from '#db/mutations/accounts/totps.ts'
import { type AskedFactors, getAskedFactors, getSealedTotp } from '#db/queries/accounts/factors.ts'
import { hashRecoveryCode } from '#lib/auth/recovery-codes.ts'
import { totpStep } from '#lib/auth/totp.ts'
import { Problem } from '#lib/problems.ts'
import { checkPasskey, passkeyOptions } from './passkeys.ts'
import { openTotp } from './sealed-totp.ts'
import type { Sender } from './sender.ts'

/** Of an app's million codes three are right at any time: nobody gets more tries in a day, from however many addresses. */
const codesADay = { tries: 50, seconds: 24 * 60 * 60 }

/** Tells what is asked for, and what a browser needs to sign with one of the person's passkeys. */
async function needed(userId: string, asked: AskedFactors, { party }: Sender, now: number, wrong?: string) {
  const usesPasskey = asked.passkey && party
  const options = usesPasskey ? { passkeyOptions: await passkeyOptions('sign-in', userId, party, now) } : {}
  const secondFactor = { code: true, passkey: Boolean(usesPasskey), ...options }
  const detail = wrong ?? 'Type the code that your app shows now, or one of your recovery codes.'
  return new Problem(401, 'Second step', detail, { secondFactor, ...(wrong && { field: 'code' }) })
}

/**
 * Ends the sign-in of somebody whose password was right: where they have a second factor, nothing goes on without it.
 * @throws Problem 401 with `secondFactor`, the kinds to choose from, where none was given or it was wrong; 429 after 50
 *   wrong codes of an app in a day. Recovery codes go on working then.
 */
export async function requireSecondFactor(
  userId: string,
  { code, passkey }: { code?: string | undefined; passkey?: string | undefined },
  from: Sender,
  now: number,
): Promise<void> {
  const asked = await getAskedFactors(userId)
  if (!asked.code && !asked.passkey) return
  if (passkey && from.party) {
    const proof = await checkPasskey(from.party, passkey, 'sign-in', now)
    if (proof?.userId === userId) return
    await recordFailure('passkey-failed', userId, from, now)
    throw await needed(userId, asked, from, now, wrongPasskey)
  }
  if (!code) throw await needed(userId, asked, from, now)
  if (await isRightCode(userId, code, from, now)) return
  await recordFailure('second-factor-failed', userId, from, now)
  throw await needed(userId, asked, from, now, wrongCode)
}

/** What a passkey's wrong answer is answered with. */
export const wrongPasskey = 'This passkey’s answer was not right. Try it again.'

/** What a wrong code is answered with. */
export const wrongCode = 'This code is wrong, or was used already. Type the one that your app shows now.'

/** Whether this is a code of the person's app or a recovery code. It is used up by being asked. */
export async function isRightCode(userId: string, typed: string, from: Sender, now: number): Promise<boolean> {
  const recovery = hashRecoveryCode(typed)
  if (recovery !== null) return takeRecoveryCode(userId, recovery, from, now)
  const key = `code:${userId}`
  await requireTry(key, codesADay, now)
  const sealed = await getSealedTotp(userId, 'confirmed')
  const secret = sealed === null ? null : await openTotp(sealed)
  const step = secret === null ? null : totpStep(secret, typed.replaceAll(/\s/g, ''), now)
  if (step === null || !(await takeTotpStep(userId, step))) return false
  await returnTry(key)
  return true
}
