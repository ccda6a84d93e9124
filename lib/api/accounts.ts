import { z } from 'zod'
import { passwordProblem } from '#lib/auth/password-rules.ts'
import { line, text, timeZone } from './common.ts'

/** An address to sign in with: trimmed and lower case, so that each is there once. */
export const email = text(254)
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.email('Not an e-mail address. Write it as name@example.org.'))

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

/** Body of PATCH `/api/v1/me`. A new address or password wants the current password with it. */
export const changeMeBody = z.object({
  name: line(80).optional(),
  timeZone: timeZone.optional(),
  rolloverHour: z.int().min(0).max(6).optional(),
  speedPercent: z.int().min(25).max(400).optional(),
  askOnReturn: z.boolean().optional(),
  email: email.optional(),
  password: newPassword.optional(),
  currentPassword: password.optional(),
})

/** Body of DELETE `/api/v1/me`. */
export const removeMeBody = z.object({ currentPassword: password })

/** What next-auth's sign-in gets. Lengths only: what is wrong must not show in the answer. */
export const signInBody = z.object({ email: text(400), password })
