import { createSession } from '#db/mutations/accounts/sessions.ts'
import { joinByLink } from '#db/mutations/sharing/joins.ts'
import { getViewerBySession } from '#db/queries/accounts/sessions.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { db } from '#db/client.ts'
import { accounts, links, members, plans, users } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { hashToken } from '#lib/auth/token.ts'
import * as settings from '#lib/settings.ts'
import { POST } from './route.ts'

const ada = { name: ' Ada  Lovelace ', email: 'Ada@Example.org', password: 'lantern orbit quill 7' }
const signUp = (body: object) => call(POST, { method: 'POST', body })
const setMode = (SIGN_UP: 'open' | 'invite' | 'closed') =>
  vi.spyOn(settings, 'settings').mockReturnValue(settings.parseSettings({ SIGN_UP }))

beforeEach(async () => {
  await freshDatabase()
})
afterEach(() => {
  vi.restoreAllMocks()
})

test('the first person to sign up is the admin, the next is not', async () => {
  expect(await signUp(ada)).toMatchObject({
    status: 201,
    body: { name: 'Ada Lovelace', email: 'ada@example.org', role: 'admin', timeZone: 'UTC' },
  })
  expect((await signUp({ ...ada, email: 'bob@example.org', timeZone: 'Asia/Tokyo' })).body).toMatchObject({
    role: 'user',
    timeZone: 'Asia/Tokyo',
  })
})

test('the password is nowhere, only its hash', async () => {
  const answer = await signUp(ada)
  expect(JSON.stringify(answer.body)).not.toContain('lantern')
  expect(db().select().from(accounts).all()[0]?.secret).toMatch(/^\$argon2id\$/)
  expect(JSON.stringify(db().select().from(users).all())).not.toContain('argon2id')
})

test('an address that is taken is named, whatever its spelling', async () => {
  await signUp(ada)
  expect(await signUp({ ...ada, email: ' ADA@example.org' })).toMatchObject({ status: 422, body: { field: 'email' } })
})

test.each([
  ['name', { ...ada, name: '  ' }],
  ['name', { ...ada, name: 'x'.repeat(81) }],
  ['email', { ...ada, email: 'ada' }],
  ['email', { name: 'Ada', password: ada.password }],
  ['password', { ...ada, password: 'short' }],
  ['password', { ...ada, password: 'password1234' }],
  ['password', { ...ada, password: 'adalovelace123' }],
  ['password', { ...ada, password: 'x'.repeat(500) }],
  ['timeZone', { ...ada, timeZone: 'Mars/Base' }],
])('a wrong %s is named and nothing is stored', async (field, body) => {
  expect(await signUp(body)).toMatchObject({ status: 422, body: { field } })
  expect(db().select().from(users).all()).toEqual([])
})

test('nobody makes themselves an admin', async () => {
  await signUp(ada)
  const { body } = await signUp({ ...ada, email: 'eve@example.org', role: 'admin', id: 'x' })
  expect(body.role).toBe('user')
})

test('a closed server takes the first account and no other', async () => {
  setMode('closed')
  expect((await signUp(ada)).status).toBe(201)
  expect((await signUp({ ...ada, email: 'bob@example.org' })).status).toBe(403)
})

test('a server by invitation takes those with a live link to a plan, and a public page is no invitation', async () => {
  setMode('invite')
  const owner = await createPerson({ role: 'admin' })
  db().insert(plans).values({ id: 'p', title: 'P', version: 1, createdAt: 0, updatedAt: 0 }).run()
  const link = (id: string, more: Partial<typeof links.$inferInsert>) =>
    db()
      .insert(links)
      .values({
        id,
        planId: 'p',
        role: 'member',
        tokenHash: hashToken(id),
        createdBy: owner.viewer.id,
        createdAt: 0,
        ...more,
      })
      .run()
  link('live', { maxUses: 2, uses: 1, expiresAt: Date.now() + 60_000 })
  link('revoked', { revokedAt: 1 })
  link('expired', { expiresAt: 1 })
  link('used', { maxUses: 1, uses: 1 })
  link('public:p', { tokenHash: hashToken('p') })
  for (const invite of ['revoked', 'expired', 'used', 'unknown', 'p', undefined])
    expect((await signUp({ ...ada, invite })).status).toBe(403)
  expect((await signUp({ ...ada, invite: 'live' })).status).toBe(201)
  expect(db().select().from(members).all()).toMatchObject([{ planId: 'p', role: 'member', joinedAt: null }])
  expect((await signUp({ ...ada, email: 'bob@example.org', invite: 'live' })).status).toBe(403)
})

test('a link of one use makes one account of twenty, and that person joins by it', async () => {
  setMode('invite')
  const owner = await createPerson({ role: 'admin' })
  db().insert(plans).values({ id: 'p', title: 'P', version: 1, createdAt: 0, updatedAt: 0 }).run()
  db()
    .insert(links)
    .values({
      id: 'one',
      planId: 'p',
      role: 'editor',
      tokenHash: hashToken('one'),
      createdBy: owner.viewer.id,
      createdAt: 0,
      maxUses: 1,
    })
    .run()
  const all = Array.from({ length: 20 }, (_, n) => signUp({ ...ada, email: `ada${n}@example.org`, invite: 'one' }))
  const answers = await Promise.all(all)
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  const { id } = answers.find(({ status }) => status === 201)!.body as { id: string }
  const viewer = (await getViewerBySession(await createSession(id, '', 1), 1))!
  const settings = { startDate: '2026-11-30', targetDate: null, weekdayMinutes: [], daysOff: [], timeZone: 'UTC' }
  expect(await joinByLink(viewer, 'one', { ...settings, weekdayMinutes: [1, 1, 1, 1, 1, 1, 1] }, 2)).toEqual({
    planId: 'p',
    role: 'editor',
  })
  expect(db().select({ uses: links.uses }).from(links).all()).toEqual([{ uses: 1 }])
})

test('two people who sign up with one address at the same moment: one of them gets it', async () => {
  const answers = await Promise.all([signUp(ada), signUp(ada)])
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 422])
})
