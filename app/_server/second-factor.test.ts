import { TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { DELETE as turnOff, POST as begin, PUT as confirm } from '#app/api/v1/me/app/route.ts'
import { GET as getFactors } from '#app/api/v1/me/factors/route.ts'
import { GET as getWays, POST as prove } from '#app/api/v1/me/proof/route.ts'
import { POST as renew } from '#app/api/v1/me/recovery-codes/route.ts'
import { DELETE as removeFactors } from '#app/api/v1/people/[userId]/factors/route.ts'
import { db } from '#db/client.ts'
import { listOwnSecurity } from '#db/queries/accounts/security-events.ts'
import { accounts } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { answerAuth } from './next-auth.ts'
import { isRightCode } from './second-factor.ts'

const password = 'lantern orbit quill 7'
const hash = await hashPassword(password)
const half = 30_000
let ada: Person
let bob: Person
let address = 0

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

const codeOf = (secret: string) => new TOTP({ secret }).generate()
const wrongOf = (secret: string) => String((Number(codeOf(secret)) + 500_000) % 1_000_000).padStart(6, '0')
const later = (ms = half) => vi.setSystemTime(Date.now() + ms)

/** Sets an app up and goes on to its next code. */
async function setUp(as = ada): Promise<{ secret: string; codes: string[] }> {
  const { secret } = (await call(begin, { as, method: 'POST' })).body
  const { body } = await call(confirm, { as, method: 'PUT', body: { code: codeOf(secret) } })
  later()
  return { secret, codes: body.recoveryCodes }
}

/** Calls next-auth's own door, as any program can. */
async function signIn(fields: Record<string, string>, as = ada) {
  const headers = {
    host: 'localhost:3000',
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
    'x-forwarded-for': `10.0.0.${++address}`,
  }
  const body = new URLSearchParams({ email: as.viewer.email, password, json: 'true', ...fields })
  const answer = await answerAuth(
    new Request('http://localhost:3000/api/auth/callback/credentials', { method: 'POST', headers, body }),
    ['callback', 'credentials'],
  )
  const session = answer.headers.getSetCookie().some((cookie) => /loadpath\.session=[^;]/.test(cookie))
  return { status: answer.status, session, body: (await answer.json()) as Record<string, unknown> }
}
const kinds = async (of = ada) => (await listOwnSecurity(of.viewer)).map(({ kind }) => kind)

test('an app that was only begun is not asked for, and the first code turns it on', async () => {
  const made = await call(begin, { as: ada, method: 'POST' })
  expect(made.body.uri).toContain(`secret=${made.body.secret}`)
  expect(made.body.picture).toMatch(/^<svg/)
  expect(JSON.stringify(db().$client.prepare('select * from totps').all())).not.toContain(made.body.secret)
  expect(await signIn({})).toMatchObject({ status: 200, session: true })
  const wrong = await call(confirm, { as: ada, method: 'PUT', body: { code: wrongOf(made.body.secret) } })
  expect(wrong).toMatchObject({ status: 422, body: { field: 'code' } })
  expect((await call(getFactors, { as: ada })).body).toMatchObject({ appSince: null, recoveryCodes: 0 })
  const right = await call(confirm, { as: ada, method: 'PUT', body: { code: codeOf(made.body.secret) } })
  expect(right.body.recoveryCodes).toHaveLength(10)
  expect((await call(getFactors, { as: ada })).body).toMatchObject({ appSince: Date.now(), recoveryCodes: 10 })
  expect((await call(begin, { as: ada, method: 'POST' })).status).toBe(409)
  expect(await signIn({})).toMatchObject({ status: 401, session: false })
  expect(await signIn({}, bob)).toMatchObject({ status: 200, session: true })
})

test('the right password alone signs nobody in, and with the code it does', async () => {
  const { secret } = await setUp()
  expect(await signIn({})).toMatchObject({
    status: 401,
    session: false,
    body: { secondFactor: { code: true, passkey: false } },
  })
  for (const code of ['', wrongOf(secret), 'abcdef', '1'.repeat(50)])
    expect(await signIn({ code })).toMatchObject({ status: 401, session: false })
  expect(await signIn({ code: codeOf(secret), password: 'wrong' })).toMatchObject({ status: 401, session: false })
  expect(await signIn({ code: codeOf(secret) })).toMatchObject({ status: 200, session: true })
  expect(await kinds()).toEqual(['signed-in', 'sign-in-failed', ...Array(3).fill('second-factor-failed'), 'app-added'])
})

test('a code works once: not again, not an earlier one, and not the one that turned the app on', async () => {
  const { secret } = (await call(begin, { as: ada, method: 'POST' })).body
  const first = codeOf(secret)
  await call(confirm, { as: ada, method: 'PUT', body: { code: first } })
  expect((await signIn({ code: first })).session).toBe(false)
  later()
  const second = codeOf(secret)
  later()
  expect((await signIn({ code: codeOf(secret) })).session).toBe(true)
  expect((await signIn({ code: codeOf(secret) })).session).toBe(false)
  expect((await signIn({ code: second })).session).toBe(false)
})

test('of twenty sign-ins with one code at the same moment one succeeds', async () => {
  const { secret } = await setUp()
  const all = await Promise.all(Array.from({ length: 20 }, () => signIn({ code: codeOf(secret) })))
  expect(all.filter(({ session }) => session)).toHaveLength(1)
})

test('a recovery code signs in once, each on its own, and new ones replace the old', async () => {
  const { codes } = await setUp()
  const [first, second] = codes as [string, string]
  expect((await signIn({ code: first })).session).toBe(true)
  expect((await signIn({ code: first })).session).toBe(false)
  expect((await signIn({ code: second.toUpperCase().replaceAll('-', ' ') })).session).toBe(true)
  const stored = JSON.stringify(db().$client.prepare('select * from recovery_codes').all())
  for (const code of codes) expect(stored).not.toContain(code.replaceAll('-', ''))
  const made = (await call(renew, { as: ada, method: 'POST' })).body.recoveryCodes as string[]
  expect((await signIn({ code: codes[2]! })).session).toBe(false)
  expect((await signIn({ code: made[0]! })).session).toBe(true)
  expect((await call(getFactors, { as: ada })).body.recoveryCodes).toBe(9)
})

test('nobody else’s code or recovery code stands in for one’s own', async () => {
  const mine = await setUp()
  const theirs = await setUp(bob)
  expect((await signIn({ code: codeOf(theirs.secret) })).session).toBe(false)
  expect((await signIn({ code: theirs.codes[0]! })).session).toBe(false)
  expect((await signIn({ code: theirs.codes[0]! }, bob)).session).toBe(true)
  expect((await signIn({ code: mine.codes[0]! })).session).toBe(true)
})

test('fifty wrong codes in a day are the last, from however many addresses, and a recovery code goes on working', async () => {
  const { secret, codes } = await setUp()
  for (let n = 0; n < 50; n++)
    expect(
      await isRightCode(ada.viewer.id, wrongOf(secret), { address: `10.0.0.${n}`, userAgent: '' }, Date.now()),
    ).toBe(false)
  expect((await signIn({ code: codeOf(secret) })).status).toBe(429)
  expect((await signIn({ code: codes[0]! })).session).toBe(true)
  later(24 * 60 * 60_000)
  expect((await signIn({ code: codeOf(secret) })).session).toBe(true)
})

test('a form without JavaScript is sent back to type both once more', async () => {
  const { secret } = await setUp()
  const send = async (fields: Record<string, string>) => {
    const headers = {
      host: 'localhost:3000',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
    }
    const body = new URLSearchParams({ email: 'ada@example.org', password, callbackUrl: '/plans', ...fields })
    const request = new Request('http://localhost:3000/api/auth/callback/credentials', {
      method: 'POST',
      headers,
      body,
    })
    return (await answerAuth(request, ['callback', 'credentials'])).headers.get('location')
  }
  expect(await send({})).toBe('/sign-in?error=SecondFactor&to=%2Fplans')
  expect(await send({ code: wrongOf(secret) })).toBe('/sign-in?error=WrongCode&to=%2Fplans')
  expect(await send({ code: codeOf(secret) })).toBe('http://localhost:3000/plans')
})

test('a proof asks for the code too, and without one nothing is turned off', async () => {
  const { secret } = await setUp()
  later(15 * 60_000)
  for (const handler of [turnOff, begin, renew])
    expect(await call(handler, { as: ada, method: 'POST' })).toMatchObject({ status: 403, body: { proof: 'needed' } })
  expect((await call(getWays, { as: ada })).body).toEqual({ password: true, code: true, passkey: false, providers: [] })
  const send = (body: object) => call(prove, { as: ada, method: 'POST', body })
  expect(await send({ password })).toMatchObject({ status: 422, body: { field: 'code' } })
  expect(await send({ code: codeOf(secret) })).toMatchObject({ status: 422, body: { field: 'password' } })
  expect((await send({ password, code: codeOf(secret) })).status).toBe(204)
  expect((await call(turnOff, { as: ada, method: 'DELETE' })).status).toBe(204)
  expect((await call(getFactors, { as: ada })).body).toMatchObject({ appSince: null, recoveryCodes: 0 })
  expect((await signIn({})).session).toBe(true)
  expect((await kinds()).slice(0, 2)).toEqual(['signed-in', 'app-removed'])
})

test('an admin turns it off for somebody who lost everything, and nobody else does', async () => {
  await setUp()
  const admin = await createPerson({ role: 'admin' })
  const remove = (as: Person | null) => call(removeFactors, { as, method: 'DELETE', params: { userId: ada.viewer.id } })
  expect([(await remove(null)).status, (await remove(bob)).status, (await remove(ada)).status]).toEqual([401, 403, 403])
  expect((await signIn({})).session).toBe(false)
  expect((await remove(admin)).status).toBe(204)
  expect((await signIn({})).session).toBe(true)
  expect((await kinds())[1]).toBe('factors-removed')
})

test('nobody is told about, or changes, a second step without being signed in', async () => {
  for (const handler of [getFactors, begin, confirm, turnOff, renew, getWays])
    expect((await call(handler, { method: 'POST', body: { code: '123456' } })).status).toBe(401)
  expect((await call(renew, { as: bob, method: 'POST' })).status).toBe(409)
})

test('a code that was sealed by another server is never right, and the recovery codes still are', async () => {
  const { secret, codes } = await setUp()
  db().$client.prepare("update totps set sealed = 'of another server'").run()
  expect((await signIn({ code: codeOf(secret) })).session).toBe(false)
  expect((await signIn({ code: codes[0]! })).session).toBe(true)
})
