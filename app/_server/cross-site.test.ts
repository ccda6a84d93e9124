import { globSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { sessionCookieName } from '#lib/auth/session-cookie-name.ts'
import { useSecret } from './secret.ts'
import { sealSession } from './session-cookie.ts'

useSecret('a secret for tests, 32 characters and more')

const sites = [undefined, 'cross-site', 'same-site', 'same-origin', 'none']
const origins = [undefined, 'null', 'https://evil.example', 'http://localhost:3001', 'http://localhost:3000']
const types = [
  undefined,
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
]
/** next-auth's own door, tried in `next-auth.test.ts`, and the one that wants the secret of the server's processes. */
const others = /^app\/api\/(?:auth|catalogue-changed)\//
const verbs = ['POST', 'PUT', 'PATCH', 'DELETE'] as const
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

/** Whether the browser says that another site sends this, or says nothing of it. */
const isForeign = (site?: string, origin?: string) =>
  site === undefined ? origin !== 'http://localhost:3000' : site !== 'same-origin' && site !== 'none'

let ada: Person
let cookie: string
beforeAll(async () => {
  await freshDatabase()
  ada = await createPerson({ role: 'admin' })
  cookie = `${sessionCookieName(false)}=${await sealSession(ada.sessionId)}`
})

test('no write of any route is executed that another site sends, whatever headers and kind of body it has', async () => {
  const files = globSync('app/api/**/route.ts').filter((file) => !others.test(file))
  let tried = 0
  const executed: string[] = []
  const before = db().$client.prepare('select total_changes()').pluck().get()
  for (const file of files) {
    const routes = (await import(`../../${file}`)) as Partial<Record<string, Handler>>
    for (const verb of verbs)
      for (const site of sites)
        for (const origin of origins)
          for (const type of types) {
            const handler = routes[verb]
            if (!handler || !isForeign(site, origin)) continue
            const headers = { ...(site && { 'sec-fetch-site': site }), ...(origin && { origin }) }
            const request = new Request('http://localhost:3000/api/v1/any', {
              method: verb,
              headers: { host: 'localhost:3000', cookie, ...headers, ...(type && { 'content-type': type }) },
              body: '{}',
            })
            const params = Promise.resolve({ userId: ada.viewer.id, planId: 'none-such', readingId: 'none-such' })
            const { status } = await handler(request, { params: params as Promise<Record<string, string>> })
            tried += 1
            if (status !== 403) executed.push(`${verb} ${file} ${site} ${origin} ${type}: ${status}`)
          }
  }
  expect(executed).toEqual([])
  expect(tried).toBeGreaterThan(5000)
  expect(db().$client.prepare('select total_changes()').pluck().get()).toBe(before)
}, 60_000)

test('from our own pages, and with no other kind of body than JSON, the same writes go through', async () => {
  const { PATCH } = (await import('#app/api/v1/me/route.ts')) as unknown as { PATCH: Handler }
  const send = (type: string) =>
    PATCH(
      new Request('http://localhost:3000/api/v1/me', {
        method: 'PATCH',
        headers: { host: 'localhost:3000', cookie, 'sec-fetch-site': 'same-origin', 'content-type': type },
        body: '{"name":"Ada L"}',
      }),
      { params: Promise.resolve({}) },
    )
  expect((await send('application/json')).status).toBe(200)
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
    expect((await send(type)).status).toBe(415)
})
