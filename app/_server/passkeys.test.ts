import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { GET as getFactors } from '#app/api/v1/me/factors/route.ts'
import { POST as askProof } from '#app/api/v1/me/passkey-challenge/route.ts'
import { POST as getOptions } from '#app/api/v1/me/passkey-options/route.ts'
import { DELETE as remove } from '#app/api/v1/me/passkeys/[passkeyId]/route.ts'
import { POST as add } from '#app/api/v1/me/passkeys/route.ts'
import { POST as prove } from '#app/api/v1/me/proof/route.ts'
import { POST as ask } from '#app/api/v1/passkey-challenges/route.ts'
import { db } from '#db/client.ts'
import { listOwnSecurity } from '#db/queries/accounts/security-events.ts'
import { accounts } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { createAuthenticator, type Wrong } from './authenticator.testing.ts'
import { answerAuth } from './next-auth.ts'

const password = 'lantern orbit quill 7'
const hash = await hashPassword(password)
let ada: Person
let bob: Person
type Key = ReturnType<typeof createAuthenticator>

async function person(email: string): Promise<Person> {
  const made = await createPerson({ email })
  const { id } = made.viewer
  db().insert(accounts).values({ issuer: 'local', subject: id, userId: id, secret: hash, createdAt: 0 }).run()
  return made
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 28, 12) })
  await freshDatabase()
  ada = await person('ada@example.org')
  bob = await person('bob@example.org')
})
afterEach(() => vi.useRealTimers())

const optionsOf = async (as: Person) => (await call(getOptions, { as, method: 'POST' })).body.options
async function addKey(as = ada, key = createAuthenticator(), wrong: Wrong = {}) {
  const body = { name: 'Laptop', response: key.make(await optionsOf(as), wrong) }
  return { key, answer: await call(add, { as, method: 'POST', body }) }
}
const challenge = async () => (await call(ask, { method: 'POST' })).body.options

/** Calls next-auth's own door, as any program can. */
async function signIn(fields: Record<string, string>) {
  const headers = { host: 'localhost:3000', 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  const answer = await answerAuth(
    new Request('http://localhost:3000/api/auth/callback/credentials', {
      method: 'POST',
      headers,
      body: JSON.stringify(fields),
    }),
    ['callback', 'credentials'],
  )
  const session = answer.headers.getSetCookie().some((cookie) => /loadpath\.session=[^;]/.test(cookie))
  const body = (await answer.json()) as { secondFactor?: { passkey: boolean; passkeyOptions?: Record<string, string> } }
  return { status: answer.status, session, body }
}
const byPassword = { email: 'ada@example.org', password }
const kinds = async () => (await listOwnSecurity(ada.viewer)).map(({ kind }) => kind)

test('a passkey alone signs its person in, and the device has to ask who holds it', async () => {
  const { key, answer } = await addKey()
  expect(answer).toMatchObject({ status: 201 })
  expect(answer.body.recoveryCodes).toHaveLength(10)
  const options = await challenge()
  expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
  expect((await signIn({ passkey: key.sign(options, { userHandle: ada.viewer.id }) })).session).toBe(true)
  expect((await signIn({ passkey: key.sign(await challenge(), { isVerified: false }) })).session).toBe(false)
  expect((await kinds()).slice(0, 2)).toEqual(['signed-in', 'passkey-added'])
  const { passkeys } = (await call(getFactors, { as: ada })).body
  expect(passkeys).toMatchObject([{ name: 'Laptop', lastUsedAt: Date.now() }])
})

test.each<[string, Wrong]>([
  ['an origin of another site', { origin: 'https://evil.example' }],
  ['the key of another site', { rpId: 'evil.example' }],
  ['a challenge of its own', { challenge: 'bm8gc3VjaCBjaGFsbGVuZ2U' }],
  ['an answer to another question', { type: 'webauthn.create' }],
  ['another key’s signature', { signature: 'of another key' }],
  ['a counter that goes back', { counter: 0 }],
  ['another person’s name on it', { userHandle: 'somebody else' }],
])('a passkey with %s signs nobody in', async (_, wrong) => {
  const { key } = await addKey()
  expect((await signIn({ passkey: key.sign(await challenge()) })).session).toBe(true)
  expect(await signIn({ passkey: key.sign(await challenge(), wrong) })).toMatchObject({ status: 401, session: false })
})

test('a challenge is good for one answer, and for five minutes', async () => {
  const { key } = await addKey()
  const options = await challenge()
  const answer = key.sign(options)
  expect((await signIn({ passkey: answer })).session).toBe(true)
  expect((await signIn({ passkey: answer })).session).toBe(false)
  expect((await signIn({ passkey: key.sign(options) })).session).toBe(false)
  const late = await challenge()
  vi.setSystemTime(Date.now() + 5 * 60_000)
  expect((await signIn({ passkey: key.sign(late) })).session).toBe(false)
})

test.each(['', 'x', '{}', '[]', 'null', '{"id":"x","response":{}}'])(
  '%s is no answer of a passkey',
  async (passkey) => {
    await addKey()
    expect((await signIn({ passkey })).session).toBe(false)
    expect((await signIn({ ...byPassword, passkey })).session).toBe(false)
    const body = { name: 'x', response: passkey }
    expect((await call(add, { as: ada, method: 'POST', body })).status).toBe(422)
  },
)

test('where there is a passkey the password alone signs nobody in; with the passkey or a recovery code it does', async () => {
  const { key, answer } = await addKey()
  const refused = await signIn(byPassword)
  expect(refused).toMatchObject({ status: 401, session: false, body: { secondFactor: { passkey: true } } })
  const options = refused.body.secondFactor!.passkeyOptions!
  expect(options).toMatchObject({ allowCredentials: [{ id: key.id }] })
  // Two steps: here the device need not ask who holds it.
  expect((await signIn({ ...byPassword, passkey: key.sign(options, { isVerified: false }) })).session).toBe(true)
  expect((await signIn({ ...byPassword, code: answer.body.recoveryCodes[0] })).session).toBe(true)
  const again = (await signIn(byPassword)).body.secondFactor!.passkeyOptions!
  expect((await signIn({ ...byPassword, password: 'wrong', passkey: key.sign(again) })).session).toBe(false)
})

test('a challenge that belongs to the second step does not sign in without the password', async () => {
  const { key } = await addKey()
  const options = (await signIn(byPassword)).body.secondFactor!.passkeyOptions!
  expect((await signIn({ passkey: key.sign(options) })).session).toBe(false)
})

test('another person’s passkey is no second step, and cannot be added twice', async () => {
  const { key } = await addKey()
  const theirs = await addKey(bob)
  expect((await signIn({ ...byPassword, passkey: theirs.key.sign(await challenge()) })).session).toBe(false)
  expect((await addKey(bob, key)).answer.status).toBe(409)
  const body = { name: 'x', response: createAuthenticator().make(await optionsOf(ada)) }
  expect((await call(add, { as: bob, method: 'POST', body })).status).toBe(422)
})

test.each<[string, Wrong]>([
  ['an origin of another site', { origin: 'https://evil.example' }],
  ['the name of another site', { rpId: 'evil.example' }],
  ['an answer to another question', { type: 'webauthn.get' }],
  ['a challenge of its own', { challenge: 'bm8gc3VjaCBjaGFsbGVuZ2U' }],
])('a new passkey with %s is not added', async (_, wrong) => {
  expect((await addKey(ada, createAuthenticator(), wrong)).answer).toMatchObject({
    status: 422,
    body: { field: 'response' },
  })
  expect((await signIn(byPassword)).session).toBe(true)
})

test('a passkey proves who sits at a browser; one that does not ask who holds it needs the password too', async () => {
  const { key } = await addKey()
  vi.setSystemTime(Date.now() + 15 * 60_000)
  expect((await call(getOptions, { as: ada, method: 'POST' })).status).toBe(403)
  const send = async (wrong: Wrong, more = {}, by: Key = key) => {
    const { options } = (await call(askProof, { as: ada, method: 'POST' })).body
    return call(prove, { as: ada, method: 'POST', body: { passkey: by.sign(options, wrong), ...more } })
  }
  expect(await send({}, {}, createAuthenticator())).toMatchObject({ status: 422, body: { field: 'passkey' } })
  expect(await send({ isVerified: false })).toMatchObject({ status: 422, body: { field: 'password' } })
  expect(await send({ isVerified: false }, { password })).toMatchObject({ status: 204 })
  vi.setSystemTime(Date.now() + 15 * 60_000)
  expect((await send({})).status).toBe(204)
  expect((await call(getOptions, { as: ada, method: 'POST' })).status).toBe(201)
})

test('a passkey is removed by its owner alone, and then opens nothing', async () => {
  const { key } = await addKey()
  const params = { passkeyId: key.id }
  expect((await call(remove, { as: bob, method: 'DELETE', params })).status).toBe(404)
  expect((await call(remove, { method: 'DELETE', params })).status).toBe(401)
  expect((await call(getFactors, { as: bob })).body.passkeys).toEqual([])
  expect((await call(remove, { as: ada, method: 'DELETE', params })).status).toBe(204)
  expect((await signIn({ passkey: key.sign(await challenge()) })).session).toBe(false)
  expect((await signIn(byPassword)).session).toBe(true)
  expect((await kinds())[1]).toBe('passkey-removed')
})

test('a disabled person’s passkey opens nothing', async () => {
  const { key } = await addKey()
  db().$client.prepare('update users set disabled_at = 1 where id = ?').run(ada.viewer.id)
  expect((await signIn({ passkey: key.sign(await challenge()) })).session).toBe(false)
})

test('where the server was not told its address there are no passkeys, and it says why', async () => {
  const headers = { host: '192.168.1.7:3000', origin: 'http://192.168.1.7:3000' }
  const answer = await call(ask, { method: 'POST', headers })
  expect(answer).toMatchObject({ status: 409, body: { detail: /PUBLIC_URL/ } })
  expect((await call(getFactors, { as: ada, headers })).body.passkeyProblem).toMatch(/PUBLIC_URL/)
})
