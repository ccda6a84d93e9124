import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { signIn } from '#app/_server/sign-in.ts'
import { GET as getMe } from '#app/api/v1/me/route.ts'
import { PATCH as setPersonRoute } from '#app/api/v1/people/[userId]/route.ts'
import { POST as makeLink } from '#app/api/v1/people/[userId]/reset/route.ts'
import { db } from '#db/client.ts'
import { createResetFor } from '#db/mutations/accounts/password-resets.ts'
import { setPerson } from '#db/mutations/accounts/people.ts'
import { removeUser } from '#db/mutations/accounts/accounts.ts'
import { listOwnSecurity, listSecurity } from '#db/queries/accounts/security-events.ts'
import { accounts, passwordResets, securityEvents } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { settings } from '#lib/settings.ts'
import { POST as ask, PUT as reset } from './route.ts'

const old = 'lantern orbit quill 7'
const password = 'marble tundra 55 kite'
const from = { address: '10.0.0.1', userAgent: 'Firefox' }
const before = { ...settings() }
let admin: Person
let ada: Person

beforeEach(async () => {
  await freshDatabase()
  admin = await createPerson({ name: 'Admin', role: 'admin' })
  ada = await createPerson({ name: 'Ada', email: 'ada@example.org' })
  const { id } = ada.viewer
  db()
    .insert(accounts)
    .values({ issuer: 'local', subject: id, userId: id, secret: await hashPassword(old), createdAt: 0 })
    .run()
})
afterEach(() => {
  Object.assign(settings(), { SMTP_URL: undefined }, before)
})

const set = (token: string, word = password) =>
  call(reset, { method: 'PUT', body: { token, password: word }, headers: { 'user-agent': 'Firefox' } })
const signsIn = async (word: string) =>
  (await signIn({ email: 'ada@example.org', password: word }, from, Date.now())) !== null
const linkFor = async (as: Person, person = ada) =>
  call(makeLink, { as, method: 'POST', params: { userId: person.viewer.id } })

test('an admin’s link sets a new password once, signs out everywhere, and the old password opens nothing', async () => {
  const made = await linkFor(admin)
  expect(made.status).toBe(201)
  const token = /^http:\/\/localhost:3000\/reset#([\w-]{43})$/.exec(made.body.url)![1]!
  expect(JSON.stringify(db().select().from(passwordResets).all())).not.toContain(token)
  expect((await set(token, 'short')).body).toMatchObject({ status: 422, field: 'password' })
  expect((await set(token)).status).toBe(204)
  expect((await call(getMe, { as: ada })).status).toBe(401)
  expect([await signsIn(old), await signsIn(password)]).toEqual([false, true])
  expect((await set(token)).status).toBe(404)
  expect((await listOwnSecurity(ada.viewer)).map(({ kind }) => kind)).toEqual([
    'signed-in',
    'sign-in-failed',
    'password-reset',
    'reset-link-made',
  ])
})

test('a link is dead after 30 minutes, and as soon as there is a newer one', async () => {
  const now = Date.now()
  const late = (await createResetFor('ada@example.org', now - 30 * 60_000))!
  expect((await set(late)).status).toBe(404)
  const first = (await createResetFor('ada@example.org', now))!
  const second = (await createResetFor('ada@example.org', now))!
  expect((await set(first)).status).toBe(404)
  expect((await set(second)).status).toBe(204)
})

test('nobody but an admin makes a link or changes an account of another', async () => {
  expect((await linkFor(ada, admin)).status).toBe(403)
  const change = { params: { userId: admin.viewer.id }, method: 'PATCH', body: { role: 'user' } }
  expect((await call(setPersonRoute, { as: ada, ...change })).status).toBe(403)
  expect((await call(setPersonRoute, change)).status).toBe(401)
  await expect(setPerson(ada.viewer, admin.viewer.id, { disabled: true }, 1)).rejects.toMatchObject({ status: 403 })
  await expect(listSecurity(ada.viewer)).rejects.toMatchObject({ status: 403 })
})

test('asking tells nobody who has an account, and mails a link that works', async () => {
  const mails: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _, done) {
      let text = ''
      stream.on('data', (piece: Buffer) => (text += piece.toString()))
      stream.on('end', () => {
        mails.push(text)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(3600, '127.0.0.1', resolve))
  try {
    Object.assign(settings(), { SMTP_URL: 'smtp://127.0.0.1:3600' })
    const answers = []
    for (const email of ['nobody@example.org', 'no address', 'Ada@example.org'])
      answers.push(await call(ask, { method: 'POST', body: { email } }))
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [204, null],
      [204, null],
      [204, null],
    ])
    await vi.waitFor(() => expect(mails).toHaveLength(1), { timeout: 10_000 })
    expect(mails[0]).toContain('To: ada@example.org')
    const plain = mails[0]!.replaceAll('=\r\n', '')
    expect((await set(/\/reset#([\w-]{43})/.exec(plain)![1]!)).status).toBe(204)
  } finally {
    await new Promise<void>((resolve) => server.close(resolve))
  }
})

test('a disabled person is signed out and cannot sign in, gets no link, and loses nothing', async () => {
  const change = (disabled: boolean) =>
    call(setPersonRoute, { as: admin, method: 'PATCH', params: { userId: ada.viewer.id }, body: { disabled } })
  expect((await change(true)).status).toBe(204)
  expect((await call(getMe, { as: ada })).status).toBe(401)
  expect(await signsIn(old)).toBe(false)
  expect((await linkFor(admin)).status).toBe(409)
  expect(await createResetFor('ada@example.org', Date.now())).toBeNull()
  expect((await change(false)).status).toBe(204)
  expect(await signsIn(old)).toBe(true)
})

test('the last admin stays one: not demoted, not disabled, by nobody', async () => {
  const { id } = admin.viewer
  for (const keeper of [admin.viewer, 'machine'] as const)
    for (const change of [{ role: 'user' }, { disabled: true }] as const)
      await expect(setPerson(keeper, id, change, 1)).rejects.toMatchObject({ status: 409 })
  await setPerson('machine', ada.viewer.id, { role: 'admin', disabled: true }, 1)
  await expect(setPerson(admin.viewer, id, { role: 'user' }, 1)).rejects.toMatchObject({ status: 409 })
  await setPerson('machine', ada.viewer.id, { disabled: false }, 1)
  await setPerson(admin.viewer, id, { role: 'user' }, 1)
})

test('of a deleted account the log keeps kind and time, and nothing that tells whose it was', async () => {
  await signsIn('wrong')
  await removeUser(ada.viewer)
  const rows = db().select().from(securityEvents).all()
  expect(rows.map(({ kind }) => kind)).toEqual(['sign-in-failed', 'deleted'])
  for (const row of rows) expect(row).toMatchObject({ userId: null, actorId: null, address: '', userAgent: '' })
  expect(await listSecurity(admin.viewer)).toHaveLength(2)
})
