import { eraseRemoved } from '#db/mutations/accounts/erase-removed.ts'
import { beforeEach, expect, test } from 'vitest'
import { call, type TestCall } from '#app/_server/call.testing.ts'
import { db } from '#db/client.ts'
import { createSession } from '#db/mutations/accounts/sessions.ts'
import { listOwnSecurity } from '#db/queries/accounts/security-events.ts'
import * as schema from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { POST } from './proof/route.ts'
import { DELETE, GET, PATCH } from './route.ts'
import { DELETE as signOutElsewhere, GET as listSessions } from './sessions/route.ts'

const password = 'lantern orbit quill 7'
const hash = await hashPassword(password)
const { accounts, members, plans, users } = schema
let ada: Person

async function person(given: Parameters<typeof createPerson>[0] = {}): Promise<Person> {
  const made = await createPerson(given)
  const { id } = made.viewer
  db().insert(accounts).values({ issuer: 'local', subject: id, userId: id, secret: hash, createdAt: 0 }).run()
  return made
}
const patch = (body: object, more: TestCall = {}) => call(PATCH, { as: ada, method: 'PATCH', body, ...more })
const remove = (as: Person, email = as.viewer.email) => call(DELETE, { as, method: 'DELETE', body: { email } })
const prove = (word: string, as = ada) => call(POST, { as, method: 'POST', body: { password: word } })
/** As if this browser had signed in a quarter of an hour ago. */
const waitForProof = ({ viewer }: Person) =>
  db()
    .$client.prepare('update sessions set proved_at = ? where user_id = ?')
    .run(Date.now() - 15 * 60_000, viewer.id)

beforeEach(async () => {
  await freshDatabase()
  ada = await person({ email: 'ada@example.org' })
})

test('nobody is told nothing and changes nothing', async () => {
  for (const answer of [
    await call(GET),
    await call(PATCH, { method: 'PATCH', body: { name: 'x' } }),
    await call(DELETE, { method: 'DELETE', body: { email: 'ada@example.org' } }),
    await call(POST, { method: 'POST', body: { password } }),
    await call(listSessions),
    await call(signOutElsewhere, { method: 'DELETE' }),
  ])
    expect(answer.status).toBe(401)
})

test('a person sees and changes what is theirs, and no one else changes with them', async () => {
  const bob = await person({ name: 'Bob' })
  const change = { name: 'Ada L', timeZone: 'Asia/Tokyo', rolloverHour: 4, speedPercent: 150, askOnReturn: true }
  expect((await patch(change)).body).toMatchObject(change)
  expect((await call(GET, { as: ada })).body).toMatchObject({ ...change, email: 'ada@example.org' })
  expect((await call(GET, { as: bob })).body).toMatchObject({ name: 'Bob', timeZone: 'UTC', speedPercent: 100 })
})

test.each([
  ['rolloverHour', { rolloverHour: 7 }],
  ['rolloverHour', { rolloverHour: 1.5 }],
  ['speedPercent', { speedPercent: 0 }],
  ['timeZone', { timeZone: 'x' }],
  ['name', { name: '' }],
  ['askOnReturn', { askOnReturn: 'yes' }],
  ['password', { password: 'short' }],
  ['email', { email: 'bob@example.org' }],
])('a wrong %s is named and changes nothing', async (field, body) => {
  await person({ email: 'bob@example.org' })
  const before = db().select().from(users).all()
  expect(await patch({ name: 'Changed', ...body })).toMatchObject({ status: 422, body: { field } })
  expect(db().select().from(users).all()).toEqual(before)
})

test('a role, an id or a creation day cannot be sent along', async () => {
  await patch({ name: 'Eve', role: 'admin', id: 'x', createdAt: 1 })
  expect((await call(GET, { as: ada })).body).toMatchObject({ name: 'Eve', role: 'user', id: ada.viewer.id })
})

test('a new password signs out the other browsers and not this one', async () => {
  const phone = { ...ada, sessionId: await createSession(ada.viewer.id, 'phone', Date.now()) }
  expect((await patch({ password: 'marble tundra 55 kite' })).status).toBe(200)
  expect((await call(GET, { as: phone })).status).toBe(401)
  expect((await call(GET, { as: ada })).status).toBe(200)
})

test('whoever finds an open browser changes nothing that matters, and cannot try passwords for long', async () => {
  waitForProof(ada)
  for (const answer of [
    await patch({ email: 'eve@example.org' }),
    await patch({ password: 'marble tundra 55 kite' }),
    await remove(ada),
  ])
    expect(answer).toMatchObject({ status: 403, body: { proof: 'needed' } })
  expect((await patch({ name: 'Ada L', email: 'ada@example.org' })).status).toBe(200)
  for (let n = 0; n < 10; n++) expect(await prove('wrong')).toMatchObject({ status: 422, body: { field: 'password' } })
  expect((await prove(password)).status).toBe(429)
  expect((await listOwnSecurity(ada.viewer)).map(({ kind }) => kind)).toEqual(Array(10).fill('proof-failed'))
})

test('who types the password is not asked again for 15 minutes, in this browser alone', async () => {
  const phone = { ...ada, sessionId: await createSession(ada.viewer.id, 'phone', Date.now()) }
  waitForProof(ada)
  expect((await prove(password)).status).toBe(204)
  expect((await patch({ email: 'new@example.org' })).body.email).toBe('new@example.org')
  expect((await patch({ email: 'other@example.org' }, { as: phone })).status).toBe(403)
  waitForProof(ada)
  expect((await patch({ email: 'third@example.org' })).status).toBe(403)
})

test('a person sees their browsers, and signs out everywhere else', async () => {
  const bob = await person()
  await createSession(ada.viewer.id, 'phone', Date.now())
  const { items } = (await call(listSessions, { as: ada })).body
  expect(items.map((item: { userAgent: string }) => item.userAgent).toSorted()).toEqual(['phone', 'test'])
  expect((await call(signOutElsewhere, { as: ada, method: 'DELETE' })).body).toEqual({ removed: 1 })
  expect((await call(listSessions, { as: ada })).body.items).toHaveLength(1)
  expect((await call(listSessions, { as: bob })).body.items).toHaveLength(1)
})

/** Every row of the database that names this person, by table. */
function rowsOf(id: string): string[] {
  const client = db().$client
  const tables = client.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
  return tables.filter((table) => {
    const rows = client.prepare(`select * from "${table}"`).all()
    return JSON.stringify(rows).includes(id)
  })
}

function plan(id: string, roles: [Person, (typeof members.$inferInsert)['role'], number | null][]) {
  db().insert(plans).values({ id, title: id, version: 1, createdAt: 0, updatedAt: 0 }).run()
  for (const [{ viewer }, role, joinedAt] of roles)
    db()
      .insert(members)
      .values({
        planId: id,
        userId: viewer.id,
        role,
        startDate: '2026-03-01',
        weekdayMinutes: [0, 0, 0, 0, 0, 0, 0],
        daysOff: [],
        timeZone: 'UTC',
        passStartedAt: 0,
        joinedAt,
        invitedBy: roles[0]![0].viewer.id,
        createdAt: 0,
      })
      .run()
}
const rolesOn = (planId: string) =>
  Object.fromEntries(
    db()
      .select({ planId: members.planId, userId: members.userId, role: members.role })
      .from(members)
      .all()
      .filter((row) => row.planId === planId)
      .map((row) => [row.userId, row.role]),
  )

test('deleting an account wants its address, and then leaves no row of it', async () => {
  plan('alone', [[ada, 'owner', 1]])
  db()
    .insert(schema.links)
    .values({ id: 'l', planId: 'alone', role: 'guest', tokenHash: 'h', createdBy: ada.viewer.id, createdAt: 0 })
    .run()
  db()
    .insert(schema.lists)
    .values({
      id: `queue:${ada.viewer.id}`,
      userId: ada.viewer.id,
      kind: 'queue',
      title: 'Queue',
      createdAt: 0,
      updatedAt: 0,
    })
    .run()
  expect(await remove(ada, 'bob@example.org')).toMatchObject({ status: 422, body: { field: 'email' } })
  expect(rowsOf(ada.viewer.id).length).toBeGreaterThan(4)
  expect((await remove(ada)).status).toBe(204)
  await eraseRemoved()
  expect(rowsOf(ada.viewer.id)).toEqual([])
  expect(db().select().from(plans).all()).toEqual([])
  expect((await call(GET, { as: ada })).status).toBe(401)
})

test('plans that others do go on: to the editor who joined first, else to the member who did', async () => {
  const [early, late, editor, guest] = [await person(), await person(), await person(), await person()]
  plan('edited', [
    [ada, 'owner', 1],
    [early, 'member', 2],
    [late, 'editor', 5],
    [editor, 'editor', 3],
  ])
  plan('done', [
    [ada, 'owner', 1],
    [late, 'member', 5],
    [early, 'member', 2],
    [guest, 'guest', 1],
  ])
  plan('looked at', [
    [ada, 'owner', 1],
    [guest, 'guest', 2],
  ])
  plan('invited to', [
    [ada, 'owner', 1],
    [early, 'member', null],
  ])
  plan('of another', [
    [early, 'owner', 1],
    [ada, 'editor', 2],
  ])
  await remove(ada)
  await eraseRemoved()
  expect(rolesOn('edited')).toEqual({
    [early.viewer.id]: 'member',
    [late.viewer.id]: 'editor',
    [editor.viewer.id]: 'owner',
  })
  expect(rolesOn('done')).toEqual({
    [early.viewer.id]: 'owner',
    [late.viewer.id]: 'member',
    [guest.viewer.id]: 'guest',
  })
  expect(rolesOn('looked at')).toEqual({})
  expect(rolesOn('invited to')).toEqual({})
  expect(rolesOn('of another')).toEqual({ [early.viewer.id]: 'owner' })
  expect(rowsOf(ada.viewer.id)).toEqual([])
})

test('when the only admin goes, the oldest account becomes admin', async () => {
  const admin = await person({ role: 'admin', createdAt: 1 })
  const second = await person({ createdAt: 2 })
  await person({ createdAt: 3 })
  await remove(admin)
  const people = db().select({ id: users.id, role: users.role }).from(users).all()
  expect(people.filter((one) => one.role === 'admin').map((one) => one.id)).toEqual([second.viewer.id])
})
