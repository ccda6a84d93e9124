import { z } from 'zod'
import { line, text, time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

/** Six digits of an app, or a recovery code. */
export const code = text(60)

/** A passkey, as its owner sees it. */
const passkey = z.strictObject({ id: z.string(), name: z.string(), createdAt: time, lastUsedAt: time.nullable() })
/** An output of `passkey`. */
export type PasskeyItem = z.output<typeof passkey>

/** What a passkey signed, as the browser answered: JSON. */
export const signed = text(12_000)

/** What the browser's part of WebAuthn is called with. */
const options = z.strictObject({ options: z.record(z.string(), z.unknown()) })

/** What a person has beside their password. */
const factors = z.strictObject({
  /** Since when an app is asked for; null where none is. */
  appSince: time.nullable(),
  /** How many recovery codes are left. */
  recoveryCodes: z.int(),
  passkeys: z.array(passkey),
  /** Why there can be no passkeys at this address; null where there can. */
  passkeyProblem: z.string().nullable(),
})
/** An output of `factors`. */
export type Factors = z.output<typeof factors>

/** Recovery codes, shown this once; null where the person has some already. */
const codesOnce = z.strictObject({ recoveryCodes: z.array(z.string()).nullable() })

/** What an authenticator app is given. `picture` is an SVG of the QR code for `uri`. */
const newApp = z.strictObject({ secret: z.string(), uri: z.string(), picture: z.string() })
/** An output of `newApp`. */
export type NewApp = z.output<typeof newApp>

export const factorEndpoints = {
  'GET me/factors': { answer: factors },
  /** Begins to set up an app; nothing is asked for before its first code was typed. Wants a recent proof. */
  'POST me/app': { status: 201, answer: newApp },
  /** Ends setting up an app by its first code. Wants a recent proof. */
  'PUT me/app': { body: z.object({ code }), answer: codesOnce },
  'DELETE me/app': { answer: 'nothing' },
  /** Replaces the recovery codes. Wants a recent proof. */
  'POST me/recovery-codes': { status: 201, answer: codesOnce },
  /** Asks for what a browser needs to make a passkey. Wants a recent proof, as all that changes factors. */
  'POST me/passkey-options': { status: 201, answer: options },
  'POST me/passkeys': { body: z.object({ name: line(60), response: signed }), status: 201, answer: codesOnce },
  'DELETE me/passkeys/[passkeyId]': {
    params: z.object({ passkeyId: z.string().min(1).max(1400) }),
    answer: 'nothing',
  },
  /** Asks for what a browser needs to prove by a passkey who sits at it. */
  'POST me/passkey-challenge': { status: 201, answer: options },
  /** The same to sign in with, by whichever passkey the person has. */
  'POST passkey-challenges': { status: 201, answer: options },
} as const satisfies EndpointPage
