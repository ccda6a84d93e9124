import { handle } from '#app/_server/handle.ts'
import { removeUser } from '#db/mutations/accounts/accounts.ts'
import { eraseRemoved } from '#db/mutations/accounts/erase-removed.ts'
import { setUser } from '#db/mutations/accounts/users.ts'
import { passwordProblem } from '#lib/auth/password-rules.ts'
import { requireProof } from '#lib/auth/proof.ts'
import { hashPassword } from '#lib/auth/password.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { errorFields, log } from '#lib/log.ts'
import { invalid } from '#lib/problems.ts'

/** What a person is told of themselves. */
function meOf({ id, name, email, role, timeZone, rolloverHour, speedPercent, usesOwnSpeed, askOnReturn }: Viewer) {
  return { id, name, email, role, timeZone, rolloverHour, speedPercent, usesOwnSpeed, askOnReturn }
}

export const GET = handle('GET me', { viewer: 'required', run: async ({ viewer }) => ({ body: meOf(viewer) }) })

/** Changes what is given. E-mail and password want a recent proof; a new password signs out the other browsers. */
export const PATCH = handle('PATCH me', {
  viewer: 'required',
  async run({ viewer, body, now }) {
    const { password, ...change } = body
    const newEmail = change.email !== undefined && change.email !== viewer.email
    if (newEmail || password !== undefined) requireProof(viewer, now)
    let passwordHash: string | undefined
    if (password !== undefined) {
      const problem = passwordProblem(password, [change.name ?? viewer.name, change.email ?? viewer.email])
      if (problem) throw invalid('password', problem)
      passwordHash = await hashPassword(password)
    }
    await setUser(viewer, { ...change, passwordHash }, now)
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    return { body: { ...meOf(viewer), ...given } }
  },
})

/** Deletes the account with all its rows. */
export const DELETE = handle('DELETE me', {
  viewer: 'required',
  proof: 'recent',
  async run({ viewer, body }) {
    if (body.email !== viewer.email) throw invalid('email', `This account’s address is ${viewer.email}.`)
    await removeUser(viewer)
    // Nobody waits for it; the job does it again, should the server stop meanwhile.
    void eraseRemoved().catch((error: unknown) => log('error', 'erasing failed', errorFields(error)))
  },
})
