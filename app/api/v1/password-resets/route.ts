import { handle } from '#app/_server/handle.ts'
import { isMailSet, sendMail } from '#app/_server/mail.ts'
import { ownUrl } from '#app/_server/own-url.ts'
import { createResetFor, requireReset, usePasswordReset } from '#db/mutations/accounts/password-resets.ts'
import { requireTry } from '#db/mutations/accounts/rate-limits.ts'
import { emailAddress } from '#lib/auth/email-address.ts'
import { passwordProblem } from '#lib/auth/password-rules.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { invalid } from '#lib/problems.ts'
import { clientAddress } from '#lib/request-origin.ts'
import { settings } from '#lib/settings.ts'

/**
 * Sends a link to the address where it has an account, and answers before it looks: neither the answer nor its time
 * tells who has one.
 */
export const POST = handle('POST password-resets', {
  viewer: 'none',
  async run({ body, now, request }) {
    const email = emailAddress(body.email)
    await requireTry(`reset:${clientAddress(request.headers, settings())}`, { tries: 10, seconds: 15 * 60 }, now)
    if (email === null || !isMailSet()) return
    await requireTry(`reset-to:${email}`, { tries: 3, seconds: 15 * 60 }, now)
    setImmediate(() => void sendLink(email, (token) => ownUrl(request, `/reset#${token}`), now))
  },
})

async function sendLink(email: string, urlOf: (token: string) => string, now: number): Promise<void> {
  try {
    const token = await createResetFor(email, now)
    if (token === null) return
    await sendMail(
      email,
      'A new password for Loadpath',
      `Somebody, probably you, asked for a new password. Set it here within 30 minutes:\n\n${urlOf(token)}\n\nIf it was not you, do nothing: your password stays as it is.\n`,
    )
  } catch {
    console.error('loadpath  A mail with a link for a new password could not be sent. Look at SMTP_URL.')
  }
}

export const PUT = handle('PUT password-resets', {
  viewer: 'none',
  async run({ body, now, request }) {
    const address = clientAddress(request.headers, settings())
    await requireTry(`use-reset:${address}`, { tries: 30, seconds: 15 * 60 }, now)
    const { name, email } = await requireReset(body.token, now)
    const problem = passwordProblem(body.password, [name, email])
    if (problem) throw invalid('password', problem)
    const from = { address, userAgent: request.headers.get('user-agent') ?? '' }
    await usePasswordReset(body.token, await hashPassword(body.password), from, now)
  },
})
