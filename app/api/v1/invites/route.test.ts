import { beforeEach, expect, test } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { GET as exportAll } from '#app/api/v1/archive/route.ts'
import { GET as getMe } from '#app/api/v1/me/route.ts'
import { DELETE as removePersonRoute } from '#app/api/v1/people/[userId]/route.ts'
import { DELETE as signOutRoute } from '#app/api/v1/people/[userId]/sessions/route.ts'
import { POST as makeLink } from '#app/api/v1/plans/[planId]/links/route.ts'
import { DELETE as revokeLink } from '#app/api/v1/plans/[planId]/links/[linkId]/route.ts'
import { POST as signUp } from '#app/api/v1/users/route.ts'
import { requestOf } from '#app/_server/call.testing.ts'
import { db } from '#db/client.ts'
import { listOwnSecurity, listSecurity } from '#db/queries/accounts/security-events.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { makePlan } from '#db/testing/sharing.ts'
import { settings } from '#lib/settings.ts'
import { DELETE as revoke } from './[inviteId]/route.ts'
import { GET as list, POST as make } from './route.ts'

let admin: Person
let ada: Person
beforeEach(async () => {
  await freshDatabase()
  admin = await createPerson({ name: 'Admin', role: 'admin' })
  ada = await createPerson({ name: 'Ada' })
  Object.assign(settings(), { SIGN_UP: 'invite' })
  return () => Object.assign(settings(), { SIGN_UP: 'open' })
})

const invite = async (body: object = {}, as: Person | null = admin) => call(make, { as, method: 'POST', body })
const tokenOf = (url: string) => new URL(url).searchParams.get('invite')!
let count = 0
const joinBy = (token: string) =>
  call(signUp, {
    method: 'POST',
    body: { name: 'New', email: `new-${++count}@example.org`, password: 'lantern orbit quill 7', invite: token },
  })

test('an invitation lets as many people in as it says, with the role that it says, and the log tells of it', async () => {
  const made = await invite({ role: 'admin', maxUses: 2 })
  expect(made.status).toBe(201)
  const token = tokenOf(made.body.url)
  expect(JSON.stringify(db().$client.prepare('select * from sign_up_links').all())).not.toContain(token)
  expect((await joinBy(token)).body.role).toBe('admin')
  expect((await call(list, { as: admin })).body.items).toMatchObject([{ uses: 1, maxUses: 2, role: 'admin' }])
  expect((await joinBy(token)).status).toBe(201)
  expect((await joinBy(token)).status).toBe(403)
  expect((await call(list, { as: admin })).body.items).toEqual([])
  expect((await listOwnSecurity(admin.viewer)).map(({ kind }) => kind)).toEqual(['invite-made'])
})

test('of twenty who take the last use at the same moment one gets it', async () => {
  const token = tokenOf((await invite()).body.url)
  const all = await Promise.all(Array.from({ length: 20 }, () => joinBy(token)))
  expect(all.filter(({ status }) => status === 201)).toHaveLength(1)
})

test('a revoked or old invitation lets nobody in, and neither does a made-up one', async () => {
  const { id, url } = (await invite()).body
  expect((await call(revoke, { as: admin, method: 'DELETE', params: { inviteId: id } })).status).toBe(204)
  expect((await joinBy(tokenOf(url))).status).toBe(403)
  expect((await call(revoke, { as: admin, method: 'DELETE', params: { inviteId: id } })).status).toBe(404)
  const old = (await invite({ days: 1 })).body
  db()
    .$client.prepare('update sign_up_links set expires_at = ?')
    .run(Date.now() - 1)
  expect((await joinBy(tokenOf(old.url))).status).toBe(403)
  expect((await joinBy('made-up')).status).toBe(403)
})

test('on an open server an invitation still makes an admin; on a closed one it lets nobody in', async () => {
  const [first, second] = [(await invite({ role: 'admin' })).body, (await invite({ role: 'admin' })).body]
  Object.assign(settings(), { SIGN_UP: 'open' })
  expect((await joinBy(tokenOf(first.url))).body.role).toBe('admin')
  Object.assign(settings(), { SIGN_UP: 'closed' })
  expect((await joinBy(tokenOf(second.url))).status).toBe(403)
})

test('nobody but an admin with a recent proof invites, signs out or deletes others', async () => {
  const params = { userId: admin.viewer.id, inviteId: 'some-invitation' }
  expect([(await call(list, { as: ada })).status, (await call(list)).status]).toEqual([403, 401])
  for (const handler of [make, revoke, removePersonRoute, signOutRoute]) {
    expect((await call(handler, { as: ada, method: 'POST', params, body: {} })).status).toBe(403)
    expect((await call(handler, { method: 'POST', params, body: {} })).status).toBe(401)
  }
  db().$client.prepare('update sessions set proved_at = 0').run()
  for (const handler of [make, removePersonRoute, signOutRoute])
    expect(await call(handler, { as: admin, method: 'POST', params, body: {} })).toMatchObject({
      status: 403,
      body: { proof: 'needed' },
    })
})

test('an admin signs somebody out, and deletes them: never themselves, never the last admin', async () => {
  const at = (person: Person) => ({ as: admin, method: 'DELETE', params: { userId: person.viewer.id } })
  expect((await call(signOutRoute, at(ada))).body).toEqual({ removed: 1 })
  expect((await call(getMe, { as: ada })).status).toBe(401)
  expect((await call(removePersonRoute, at(admin))).status).toBe(409)
  expect((await call(removePersonRoute, at(ada))).status).toBe(204)
  expect((await call(removePersonRoute, at(ada))).status).toBe(404)
  const log = await listSecurity(admin.viewer)
  expect(log.map(({ kind, name }) => [kind, name])).toEqual([
    ['deleted-by-admin', null],
    ['signed-out-by-admin', null],
  ])
})

test('links made and revoked and exports stand in the person’s log', async () => {
  const planId = await makePlan(ada)
  const body = { role: 'guest', expiresAt: null, maxUses: null }
  const { id } = (await call(makeLink, { as: ada, method: 'POST', params: { planId }, body })).body
  await call(revokeLink, { as: ada, method: 'DELETE', params: { planId, linkId: id } })
  await exportAll(await requestOf({ as: ada, path: '/api/v1/archive' }))
  expect((await listOwnSecurity(ada.viewer)).map(({ kind }) => kind)).toEqual(['exported', 'link-revoked', 'link-made'])
  const rows = db().$client.prepare('select about from security_events order by id').pluck().all()
  expect(rows).toEqual([id, id, null])
})
