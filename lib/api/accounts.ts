import { z } from 'zod'
import { userRoles } from '#lib/auth/user-role.ts'
import { passwordProblem } from '#lib/auth/password-rules.ts'
import { line, listOf, text, time, timeZone } from './common.ts'
import type { EndpointPage } from './endpoint.ts'
import { code, signed } from './factors.ts'
import { providerIds } from '#lib/auth/providers.ts'
import { emailAddress } from '#lib/auth/email-address.ts'

/** An address to sign in with, in the one form in which it is kept; letters of any script. */
export const email = text(254)
  .transform((value, context) => {
    const address = emailAddress(value)
    if (address !== null) return address
    context.addIssue({ code: 'custom', message: 'Not an e-mail address. Write it as name@example.org.' })
    return z.NEVER
  })
  .pipe(z.string().max(254))

/** A password as typed. Its rules are checked where one is set; an old one only has to fit. */
export const password = text(400)

/** A password that somebody wants to have, checked as far as can be without knowing who. */
export const newPassword = password.superRefine((value, context) => {
  const problem = passwordProblem(value)
  if (problem) context.addIssue({ code: 'custom', message: problem })
})

/** Body of POST `/api/v1/users`. `invite` is the token of a link to a plan, for servers that want one. */
export const signUpBody = z.object({
  name: line(80),
  email,
  password: newPassword,
  timeZone: timeZone.default('UTC'),
  invite: text(100).optional(),
})

/** Body of PATCH `/api/v1/me`. A new address or password wants a recent proof. */
const changeMeBody = z.object({
  name: line(80).optional(),
  timeZone: timeZone.optional(),
  rolloverHour: z.int().min(0).max(6).optional(),
  speedPercent: z.int().min(25).max(400).optional(),
  usesOwnSpeed: z.boolean().optional(),
  askOnReturn: z.boolean().optional(),
  email: email.optional(),
  password: newPassword.optional(),
})
/** What is sent of a change to oneself. */
export type ChangeMeInput = z.input<typeof changeMeBody>

/** What next-auth's sign-in gets. Lengths only: what is wrong must not show in the answer. */
export const signInBody = z.object({
  email: text(400),
  password,
  code: code.optional(),
  /** What a passkey signed, in place of a code. */
  passkey: signed.optional(),
})
/** The same, by a passkey alone. */
export const passkeySignInBody = z.object({ passkey: signed })

/** What proves, in a browser that is signed in, who sits at it. */
const proofBody = z.object({ password: password.optional(), code: code.optional(), passkey: signed.optional() })
/** What a proof asks for: password and code, as far as they are true; or a passkey, where that is. */
const proofWays = z.strictObject({
  password: z.boolean(),
  code: z.boolean(),
  passkey: z.boolean(),
  /** Where there is neither password nor code: the servers to sign in by once more. */
  providers: z.array(z.strictObject({ id: z.enum(providerIds), name: z.string() })),
})
/** An output of `proofWays`. */
export type ProofWays = z.output<typeof proofWays>
/** What is sent of a proof. */
export type ProofInput = z.input<typeof proofBody>

/** What a person is told of themselves. */
const me = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(userRoles),
  /** IANA name. */
  timeZone: z.string(),
  /** The hour, 0 to 6, at which this person's study day begins. */
  rolloverHour: z.int(),
  /** Percent of the estimated minutes that this person needs. */
  speedPercent: z.number(),
  usesOwnSpeed: z.boolean(),
  askOnReturn: z.boolean(),
})
/** An output of `me`. */
export type Me = z.output<typeof me>

/** A signed-in browser, as its owner sees it. */
const session = z.strictObject({
  id: z.string(),
  userAgent: z.string(),
  createdAt: time,
  lastSeenAt: time,
  /** Whether it is the one that asks. */
  current: z.boolean(),
})
/** An output of `session`. */
export type SessionItem = z.output<typeof session>

export const accountEndpoints = {
  /** Sign up. The answer says whether this is the server's admin; signing in is next-auth's. */
  'POST users': {
    body: signUpBody,
    status: 201,
    answer: me.pick({ id: true, name: true, email: true, role: true, timeZone: true }),
  },
  'GET me': { answer: me },
  'PATCH me': { body: changeMeBody, answer: me },
  /** Deletes the account with all its rows. Wants a recent proof, and the address, so that nobody does it by mistake. */
  'DELETE me': { body: z.object({ email }), answer: 'nothing' },
  /** Proves who sits at this browser, for 15 minutes. */
  /** What a proof asks this person for. */
  'GET me/proof': { answer: proofWays },
  'POST me/proof': { body: proofBody, answer: 'nothing' },
  /** Asks for a link to set a new password with. The answer is the same whoever has an account. */
  'POST password-resets': { body: z.object({ email: text(400) }), answer: 'nothing' },
  /** Sets a new password by such a link, and signs out everywhere. */
  'PUT password-resets': { body: z.object({ token: text(100), password }), answer: 'nothing' },
  /** Disconnects another server by which one signed in. Wants a recent proof. */
  'DELETE me/accounts/[provider]': { params: z.object({ provider: z.enum(providerIds) }), answer: 'nothing' },
  'GET me/sessions': { answer: listOf(session) },
  /** Signs out everywhere but here. */
  'DELETE me/sessions': { answer: z.strictObject({ removed: z.int() }) },
} as const satisfies EndpointPage
