import { z } from 'zod'
import { clientId, text, time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

/** Six digits of an app, or a recovery code. */
export const code = text(60)

/** What a person has beside their password. */
const factors = z.strictObject({
  /** Since when an app is asked for; null where none is. */
  appSince: time.nullable(),
  /** How many recovery codes are left. */
  recoveryCodes: z.int(),
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
  /** Takes the second factors off the account of somebody who lost them. */
  'DELETE people/[userId]/factors': { params: z.object({ userId: clientId }), answer: 'nothing' },
} as const satisfies EndpointPage
