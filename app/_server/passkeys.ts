import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { createChallenge, setPasskeyUsed, takeChallenge } from '#db/mutations/accounts/passkeys.ts'
import { getPasskey, listPasskeyIds, type StoredPasskey } from '#db/queries/accounts/passkeys.ts'
import { passkeyAnswer, passkeyCreation } from '#lib/api/passkey-answers.ts'
import type { RelyingParty } from '#lib/auth/relying-party.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { invalid } from '#lib/problems.ts'

/** EdDSA, ES256, RS256, as COSE numbers them: what phones, laptops and keys can all do. */
const algorithms = [-8, -7, -257]

/** Transports are hints that browsers make up as they go: whatever they are is handed back. */
type Hints = Parameters<typeof generateRegistrationOptions>[0]['excludeCredentials']

/** What a browser needs to make a passkey for the viewer. */
export async function newPasskeyOptions(viewer: Viewer, party: RelyingParty, now: number) {
  const options = await generateRegistrationOptions({
    rpName: 'Loadpath',
    rpID: party.id,
    userID: new TextEncoder().encode(viewer.id),
    userName: viewer.email,
    userDisplayName: viewer.name,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: (await listPasskeyIds(viewer.id)) as Hints & object,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
  await createChallenge(options.challenge, 'new-passkey', viewer.id, now)
  return options
}

/** Checks the passkey that the viewer's browser made. @throws Problem 422 on `response`. */
export async function checkNewPasskey(
  viewer: Viewer,
  party: RelyingParty,
  text: string,
  now: number,
): Promise<Omit<StoredPasskey, 'userId'>> {
  const refused = () => invalid('response', 'This passkey was not accepted. Begin again.')
  const response = readJson(passkeyCreation, text)
  const challenge = response && challengeOf(response.response.clientDataJSON)
  if (!challenge || (await takeChallenge(challenge, 'new-passkey', now))?.userId !== viewer.id) throw refused()
  const checked = await verifyRegistrationResponse({
    response: response as Parameters<typeof verifyRegistrationResponse>[0]['response'],
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: false,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null)
  if (!checked?.verified) throw refused()
  const { id, publicKey, counter } = checked.registrationInfo.credential
  return {
    id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports: response.response.transports ?? [],
  }
}

/** What a browser needs to sign with a passkey: of `userId` alone, or of anybody. */
export async function passkeyOptions(
  purpose: 'sign-in' | 'proof',
  userId: string | null,
  party: RelyingParty,
  now: number,
) {
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    // Alone, a passkey stands for password and second step: whoever holds it has to show that it is theirs.
    userVerification: userId === null ? 'required' : 'preferred',
    allowCredentials: userId === null ? [] : ((await listPasskeyIds(userId)) as Hints & object),
  })
  await createChallenge(options.challenge, purpose, userId, now)
  return options
}

/** Whose passkey signed, and what that proves. */
export interface PasskeyProof {
  userId: string
  /** Whether the device had its holder show who they are, by finger, face or PIN. */
  isVerified: boolean
  /** Whether it answered a challenge that anybody might answer. */
  isOpen: boolean
}

/** Checks what a passkey signed; null where anything is wrong with it. The challenge is used up in any case. */
export async function checkPasskey(
  party: RelyingParty,
  text: string,
  purpose: 'sign-in' | 'proof',
  now: number,
): Promise<PasskeyProof | null> {
  const response = readJson(passkeyAnswer, text)
  const challenge = response && challengeOf(response.response.clientDataJSON)
  const asked = challenge ? await takeChallenge(challenge, purpose, now) : null
  const key = asked && response ? await getPasskey(response.id) : null
  if (!asked || !key || !challenge || (asked.userId !== null && asked.userId !== key.userId)) return null
  const handle = response?.response.userHandle
  if (handle && Buffer.from(handle, 'base64url').toString() !== key.userId) return null
  const isOpen = asked.userId === null
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: isOpen,
      credential: {
        id: key.id,
        publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
        counter: key.counter,
      },
    })
    if (!verified || !(await setPasskeyUsed(key, authenticationInfo.newCounter, now))) return null
    return { userId: key.userId, isVerified: authenticationInfo.userVerified, isOpen }
  } catch {
    return null
  }
}

function readJson<T>(
  schema: { safeParse: (value: unknown) => { success: boolean; data?: T } },
  text: string,
): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** The challenge that a browser says it was given. */
function challengeOf(clientData: string): string | null {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientData, 'base64url').toString()) as { challenge?: unknown }
    return typeof challenge === 'string' ? challenge : null
  } catch {
    return null
  }
}
