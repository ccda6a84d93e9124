import { afterEach, beforeEach, expect, test } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { POST as createLink } from '#app/api/v1/plans/[planId]/links/route.ts'
import { GET as getMarks } from '#app/api/v1/marks/route.ts'
import { PUT as putMark } from '#app/api/v1/marks/[readingId]/route.ts'
import { DELETE as removeMe, GET as getMe, PATCH as setMe } from '#app/api/v1/me/route.ts'
import { GET as getReadings } from '#app/api/v1/readings/route.ts'
import { db } from '#db/client.ts'
import { removeUser } from '#db/mutations/accounts/accounts.ts'
import { setPerson } from '#db/mutations/accounts/people.ts'
import { createResetFor, usePasswordReset } from '#db/mutations/accounts/password-resets.ts'
import { createToken, removeToken } from '#db/mutations/accounts/tokens.ts'
import { setUser } from '#db/mutations/accounts/users.ts'
import { listOwnSecurity } from '#db/queries/accounts/security-events.ts'
import { getTokenHolder, listTokens } from '#db/queries/accounts/tokens.ts'
import { marks, tokens } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import type { TokenScope } from '#lib/auth/token-scope.ts'
import { settings } from '#lib/settings.ts'
import { DELETE as revoke } from './[tokenId]/route.ts'
import { GET as list, POST as make } from './route.ts'

const day = 24 * 60 * 60_000
const limits = settings().RATE_LIMITS
let ada: Person
let eve: Person

beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson({ name: 'Ada', role: 'admin' })
  eve = await createPerson({ name: 'Eve' })
  createReadings(['a-reading'])
})
afterEach(() => {
  settings().RATE_LIMITS = limits
})

async function tokenOf(person: Person, scope: TokenScope, now = Date.now()): Promise<string> {
  return (await createToken(person.viewer, { name: 'Script', scope, days: 30 }, now)).token
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const mark = (headers: Record<string, string>, as?: Person) =>
  call(putMark, { method: 'PUT', as, headers, params: { readingId: 'a-reading' }, body: { status: 'done' } })

test('a token is shown once, stored as a hash alone, and reads what is its owner’s', async () => {
  const made = await call(make, { as: ada, method: 'POST', body: { name: ' Laptop ', scope: 'read', days: 30 } })
  expect(made).toMatchObject({ status: 201, body: { item: { name: 'Laptop', scope: 'read', lastUsedAt: null } } })
  const { token } = made.body as { token: string }
  expect(token).toMatch(/^loadpath_[\w-]{43}$/)
  expect(JSON.stringify(db().select().from(tokens).all())).not.toContain(token.slice(9))
  expect((await call(list, { as: ada })).body.items).toHaveLength(1)
  expect(JSON.stringify((await call(list, { as: ada })).body)).not.toContain(token)
  expect(await call(getMe, { headers: bearer(token) })).toMatchObject({ status: 200, body: { name: 'Ada' } })
})

test('a token that reads is refused what writes, in words, and writes nothing; one that writes does', async () => {
  const refused = await mark(bearer(await tokenOf(ada, 'read')))
  expect(refused).toMatchObject({ status: 403, body: { detail: /only read/, error: 'insufficient_scope' } })
  expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="loadpath", error="insufficient_scope"')
  expect(db().select().from(marks).all()).toEqual([])
  expect((await mark(bearer(await tokenOf(ada, 'write')))).status).toBe(200)
  expect(db().select().from(marks).all()).toMatchObject([{ userId: ada.viewer.id }])
})

test('cookies beside a token count for nothing', async () => {
  const { token } = { token: await tokenOf(eve, 'write') }
  expect((await call(getMe, { as: ada, headers: bearer(token) })).body).toMatchObject({ name: 'Eve' })
  expect((await call(getMe, { as: ada, headers: bearer('loadpath_wrong') })).status).toBe(401)
  expect((await call(getMe, { as: ada, headers: bearer('') })).status).toBe(401)
  expect((await mark({ ...bearer(await tokenOf(eve, 'read')) }, ada)).status).toBe(403)
})

test('a program need not come from this site; a browser still must', async () => {
  const elsewhere = { origin: 'https://tool.example', 'sec-fetch-site': 'cross-site' }
  expect((await mark({ ...bearer(await tokenOf(ada, 'write')), ...elsewhere })).status).toBe(200)
  expect((await mark(elsewhere, ada)).status).toBe(403)
})

test('an expired, a revoked and a made-up token are each told what is wrong', async () => {
  const now = Date.now()
  const old = await tokenOf(ada, 'read', now - 31 * day)
  const expired = await call(getMarks, { headers: bearer(old) })
  expect(expired).toMatchObject({
    status: 401,
    body: { detail: /^This token expired on \d+ \w+ \d{4}\. Make a new one\.$/ },
  })
  expect(expired.headers.get('www-authenticate')).toBe('Bearer realm="loadpath", error="invalid_token"')
  const { token, item } = await createToken(ada.viewer, { name: 'Gone', scope: 'read', days: 1 }, now)
  expect((await call(revoke, { as: ada, method: 'DELETE', params: { tokenId: item.id } })).status).toBe(204)
  expect((await call(getMarks, { headers: bearer(token) })).body.detail).toMatch(/^This token was revoked on /)
  expect((await call(getReadings, { headers: bearer(token), path: '/api/v1/readings' })).status).toBe(401)
  const unknown = await call(getMarks, { headers: bearer(`loadpath_${'x'.repeat(43)}`) })
  expect(unknown).toMatchObject({ status: 401, body: { detail: /^There is no such token/ } })
})

test('a token in an address is refused in words, whoever is signed in', async () => {
  const token = await tokenOf(ada, 'read')
  for (const path of [`/api/v1/marks?token=${token}`, `/api/v1/marks?access_token=x`, `/api/v1/marks/${token}`]) {
    const answer = await call(getMarks, { as: ada, path })
    expect(answer).toMatchObject({ status: 400, body: { title: 'Token in the address', detail: /revoke this one/ } })
    expect(JSON.stringify(answer.body)).not.toContain(token)
  }
})

test('a token makes no token, no secret address, and does not touch the account, even an admin’s', async () => {
  const headers = bearer(await tokenOf(ada, 'write'))
  const tries = [
    call(make, { method: 'POST', headers, body: { name: 'More', scope: 'write', days: 366 } }),
    call(list, { headers }),
    call(setMe, { method: 'PATCH', headers, body: { name: 'Other' } }),
    call(removeMe, { method: 'DELETE', headers, body: { currentPassword: 'x' } }),
    call(createLink, { method: 'POST', headers, params: { planId: 'some-plan' }, body: { role: 'guest' } }),
  ]
  for (const answer of await Promise.all(tries))
    expect(answer).toMatchObject({ status: 403, body: { detail: /^A token cannot / } })
  expect((await call(getMe, { headers })).body).toMatchObject({ role: 'user' })
  expect(db().select().from(tokens).all()).toHaveLength(1)
})

test('a browser that was left open makes no token before its owner proves to sit there', async () => {
  const late = await createPerson({ name: 'Lin' }, Date.now() - day)
  const body = { name: 'Script', scope: 'write', days: 30 }
  expect(await call(make, { as: late, method: 'POST', body })).toMatchObject({ status: 403, body: { proof: 'needed' } })
  expect(await listTokens(late.viewer, Date.now())).toEqual([])
})

test('a stranger revokes nothing of somebody else’s, and the owner still can', async () => {
  const { item } = await createToken(ada.viewer, { name: 'Mine', scope: 'read', days: 1 }, Date.now())
  const params = { tokenId: item.id }
  expect((await call(revoke, { as: eve, method: 'DELETE', params })).status).toBe(404)
  expect((await call(list, { as: eve })).body.items).toEqual([])
  expect((await call(revoke, { as: ada, method: 'DELETE', params })).status).toBe(204)
  expect((await call(revoke, { as: ada, method: 'DELETE', params })).status).toBe(404)
})

test('a use is written down, at most every five minutes', async () => {
  const now = Date.now()
  const token = await tokenOf(ada, 'read', now)
  const used = async () => (await listTokens(ada.viewer, now))[0]?.lastUsedAt
  await getTokenHolder(token, now + 1000)
  await getTokenHolder(token, now + 4 * 60_000)
  expect(await used()).toBe(now + 1000)
  await getTokenHolder(token, now + 6 * 60_000)
  expect(await used()).toBe(now + 6 * 60_000)
})

test('a new password, by hand or by a link, revokes all tokens; a disabled or deleted account’s open nothing', async () => {
  const works = async (token: string) => (await call(getMarks, { headers: bearer(token) })).status === 200
  const [first, second, third, hers] = [
    await tokenOf(ada, 'read'),
    await tokenOf(ada, 'write'),
    await tokenOf(eve, 'read'),
    await tokenOf(eve, 'read'),
  ]
  await setUser(ada.viewer, { name: 'Ada L.' }, Date.now())
  expect(await works(first)).toBe(true)
  await setUser(ada.viewer, { passwordHash: 'x' }, Date.now())
  expect([await works(first), await works(second), await works(third)]).toEqual([false, false, true])
  const link = await createResetFor(eve.viewer.email, Date.now())
  await usePasswordReset(link!, 'x', {}, Date.now())
  expect(await works(third)).toBe(false)
  const again = await tokenOf(eve, 'read')
  await setPerson('machine', eve.viewer.id, { disabled: true }, Date.now())
  expect(await works(again)).toBe(false)
  await setPerson('machine', eve.viewer.id, { disabled: false }, Date.now())
  expect([await works(again), await works(hers)]).toEqual([true, false])
  await removeUser(eve.viewer)
  expect(await works(again)).toBe(false)
})

test('making and revoking stand in the security log; twenty that work are enough', async () => {
  const { item } = await createToken(ada.viewer, { name: 'Mine', scope: 'read', days: 1 }, Date.now())
  await removeToken(ada.viewer, item.id, Date.now())
  expect((await listOwnSecurity(ada.viewer)).map(({ kind }) => kind)).toEqual(['token-revoked', 'token-made'])
  for (let n = 0; n < 20; n++) await tokenOf(ada, 'read')
  await expect(tokenOf(ada, 'read')).rejects.toMatchObject({ status: 422 })
  await expect(tokenOf(eve, 'read')).resolves.toMatch(/^loadpath_/)
})

test('ten thousand calls: the token is told to wait, and its owner goes on in the browser', async () => {
  settings().RATE_LIMITS = 'on'
  const headers = bearer(await tokenOf(ada, 'read'))
  let refused
  for (let n = 0; n < 10_000 && !refused; n++) {
    const answer = await call(getMarks, { headers })
    if (answer.status !== 200) refused = answer
  }
  expect(refused).toMatchObject({ status: 429, body: { title: 'Too many tries' } })
  expect(Number(refused!.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await call(getMarks, { as: ada })).status).toBe(200)
})

test.each([
  [{ name: '', scope: 'read', days: 1 }, 'name'],
  [{ name: 'x', scope: 'admin', days: 1 }, 'scope'],
  [{ name: 'x', scope: 'read', days: 0 }, 'days'],
  [{ name: 'x', scope: 'read', days: 367 }, 'days'],
  [{ name: 'x', scope: 'read', days: 1, more: true }, 'more'],
])('a token like %o is refused and named', async (body, field) => {
  expect(await call(make, { as: ada, method: 'POST', body })).toMatchObject({ status: 422, body: { field } })
  expect(await listTokens(ada.viewer, Date.now())).toEqual([])
})
