import { handle } from '#app/_server/handle.ts'
import { requireTry } from '#db/mutations/accounts/rate-limits.ts'
import { createUser } from '#db/mutations/accounts/users.ts'
import { passwordProblem } from '#lib/auth/password-rules.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { invalid } from '#lib/problems.ts'
import { clientAddress } from '#lib/request-origin.ts'
import { settings } from '#lib/settings.ts'

/** Sign up. The answer says whether this is the server's admin; signing in is next-auth's. */
export const POST = handle('POST users', {
  viewer: 'none',
  async run({ body, now, request }) {
    const { name, email, password, timeZone, invite } = body
    const problem = passwordProblem(password, [name, email])
    if (problem) throw invalid('password', problem)
    const address = clientAddress(request.headers, settings())
    // A whole company may sit behind one address.
    await requireTry(`sign-up:${address}`, { tries: 300, seconds: 60 * 60 }, now)
    const account = { secret: await hashPassword(password) }
    const { id, role } = await createUser({ name, email, account, timeZone, invite }, settings().SIGN_UP, now)
    return { body: { id, name, email, role, timeZone } }
  },
})
