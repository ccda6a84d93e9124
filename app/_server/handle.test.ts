import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { removeSession } from '#db/mutations/accounts/sessions.ts'
import { conflict } from '#lib/problems.ts'
import { text } from '#lib/api/common.ts'
import { handleShape } from './handle.ts'
import { call, requestOf } from './call.testing.ts'

beforeEach(async () => {
  await freshDatabase()
})
afterEach(() => {
  vi.restoreAllMocks()
})

const run = vi.fn(async () => ({ body: { ok: true } }))
const answer = z.strictObject({ ok: z.boolean() })
const note = handleShape(
  { body: z.object({ title: text(5), card: z.object({ choice: text(9) }) }), answer },
  { viewer: 'required', run },
)
const good = { title: 'abc', card: { choice: 'x' } }

beforeEach(() => {
  run.mockClear()
})

test('a signed-in person gets the answer, and no cache keeps it', async () => {
  const ada = await createPerson()
  const whoami = handleShape(
    { answer: z.string() },
    { viewer: 'required', run: async ({ viewer }) => ({ body: viewer.name }) },
  )
  const answer = await call(whoami, { as: ada })
  expect(answer).toMatchObject({ status: 200, body: 'Ada' })
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('nobody gets 401 before anything they sent is read', async () => {
  const answer = await call(note, { method: 'PUT', body: { title: 1 } })
  expect(answer).toMatchObject({ status: 401, body: { status: 401, title: 'Not signed in' } })
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(run).not.toHaveBeenCalled()
})

test('an admin handler refuses others before anything they sent is read, and still serves the admin', async () => {
  const own = handleShape({ body: z.object({ title: text(5) }), answer }, { viewer: 'admin', run })
  const send = (as?: Awaited<ReturnType<typeof createPerson>>) => call(own, { as, method: 'PUT', body: { title: 1 } })
  expect((await send()).status).toBe(401)
  expect((await send(await createPerson())).status).toBe(403)
  expect((await send(await createPerson({ role: 'admin' }))).status).toBe(422)
  expect(run).not.toHaveBeenCalled()
})

test('a session that was revoked is over at the next request', async () => {
  const ada = await createPerson()
  await removeSession(ada.sessionId)
  expect((await call(note, { as: ada, method: 'PUT', body: good })).status).toBe(401)
})

test('a cookie sealed with another secret, or not sealed at all, is nobody', async () => {
  for (const value of ['x', 'a.b.c.d.e', '%ff', ''])
    expect(
      (await call(note, { method: 'PUT', body: good, headers: { cookie: `loadpath.session=${value}` } })).status,
    ).toBe(401)
})

test.each([
  ['sec-fetch-site', 'cross-site'],
  ['sec-fetch-site', 'same-site'],
  ['origin', 'https://evil.example'],
  ['origin', 'null'],
  ['origin', 'http://localhost:3001'],
])('another site cannot write for a signed-in person (%s: %s)', async (name, value) => {
  const ada = await createPerson()
  const answer = await call(note, { as: ada, method: 'PUT', body: good, headers: { [name]: value } })
  expect(answer.status).toBe(403)
  expect(run).not.toHaveBeenCalled()
})

test.each([
  ['sec-fetch-site', 'same-origin'],
  ['sec-fetch-site', 'none'],
  ['origin', 'http://localhost:3000'],
  ['x-nothing', '1'],
])('the own site and programs can write (%s: %s)', async (name, value) => {
  const ada = await createPerson()
  expect((await call(note, { as: ada, method: 'PUT', body: good, headers: { [name]: value } })).status).toBe(200)
})

test('what a client claims in X-Forwarded-Host does not make it the own site', async () => {
  const headers = { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
  const answer = await call(note, { as: await createPerson(), method: 'PUT', body: good, headers })
  expect(answer.status).toBe(403)
})

test('a form of another page is refused for its kind', async () => {
  const ada = await createPerson()
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonx'])
    expect((await call(note, { as: ada, method: 'POST', body: good, headers: { 'content-type': type } })).status).toBe(
      415,
    )
})

test('JSON that is none gets 400', async () => {
  const request = await requestOf({
    as: await createPerson(),
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  })
  for (const body of ['', '{', 'undefined', new Uint8Array([0x22, 0xff, 0x22])])
    expect((await note(new Request(request, { method: 'POST', body }))).status).toBe(400)
})

test('a body over its limit gets 413, also when it does not say how long it is', async () => {
  const request = await requestOf({
    as: await createPerson(),
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  })
  const big = JSON.stringify({ ...good, title: 'x'.repeat(64_000) })
  expect((await note(new Request(request.clone(), { method: 'POST', body: big }))).status).toBe(413)
  let pulled = 0
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1
      controller.enqueue(new TextEncoder().encode(' '.repeat(1000)))
    },
  })
  const init = { body: endless, duplex: 'half' } as RequestInit
  expect((await note(new Request(request.clone(), init))).status).toBe(413)
  expect(pulled).toBeLessThan(100)
  expect(run).not.toHaveBeenCalled()
})

test('wrong input gets 422 that names the field, in words', async () => {
  const ada = await createPerson()
  const put = (body: unknown) => call(note, { as: ada, method: 'PUT', body })
  expect(await put({ title: 'abcdef', card: {} })).toMatchObject({
    status: 422,
    body: {
      field: 'title',
      detail: 'Use at most 5 characters.',
      errors: [
        { field: 'title', detail: 'Use at most 5 characters.' },
        { field: 'card.choice', detail: 'This is missing.' },
      ],
    },
  })
  expect((await put({ title: 'a\0b', card: { choice: '' } })).body.field).toBe('title')
  expect((await put({ title: 'a\uD800', card: { choice: '' } })).body.field).toBe('title')
  expect((await put([])).body).toMatchObject({ field: '', detail: 'This must be an object.' })
  expect(run).not.toHaveBeenCalled()
})

test('a path that fits nothing is not there; a query that fits nothing is wrong input', async () => {
  const reading = handleShape(
    {
      params: z.object({ id: z.string().regex(/^[a-z]+$/) }),
      query: z.object({ limit: z.coerce.number().max(50).default(20), topic: z.array(z.string()).optional() }),
      answer: z.object({ id: z.string() }),
    },
    { viewer: 'none', run: async ({ params, query }) => ({ body: { id: params.id, ...query } }) },
  )
  expect((await call(reading, { params: { id: 'A b' } })).status).toBe(404)
  expect(await call(reading, { params: { id: 'a' }, path: '/?limit=99' })).toMatchObject({
    status: 422,
    body: { field: 'limit' },
  })
  expect((await call(reading, { params: { id: 'a' }, path: '/?topic=x&topic=y' })).body).toEqual({
    id: 'a',
    limit: 20,
    topic: ['x', 'y'],
  })
})

test('a problem is told with its status; an accident keeps its words to itself', async () => {
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const fails = (error: unknown) =>
    call(handleShape({ answer: 'nothing' }, { viewer: 'none', run: () => Promise.reject(error) }))
  expect(await fails(conflict('Older.', { version: 3 }))).toMatchObject({
    status: 409,
    body: { current: { version: 3 } },
  })
  expect(log).not.toHaveBeenCalled()
  const answer = await fails(new Error('SQLITE: /data/loadpath.db'))
  expect(answer.status).toBe(500)
  expect(JSON.stringify(answer.body)).not.toContain('SQLITE')
  expect(String(log.mock.calls[0]?.[0])).toContain(answer.body.id)
})

test('an answer without a body is 204, and a handler may answer by itself', async () => {
  expect((await call(handleShape({ answer: 'nothing' }, { viewer: 'none', run: async () => {} }))).status).toBe(204)
  const own = handleShape(
    { answer: 'file' },
    { viewer: 'none', run: async () => new Response('"x"', { headers: { 'cache-control': 'max-age=60' } }) },
  )
  const answer = await call(own)
  expect(answer).toMatchObject({ status: 200, body: 'x' })
  expect(answer.headers.get('cache-control')).toBe('max-age=60')
})

test('an answer that is not what was promised fails, and the log says where', async () => {
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const shape = z.strictObject({ id: z.string() })
  for (const body of [{ id: 1 }, { id: 'a', secret: 'b' }, {}] as never[]) {
    const answer = await call(handleShape({ answer: shape }, { viewer: 'none', run: async () => ({ body }) }))
    expect(answer.status).toBe(500)
  }
  expect(String(log.mock.calls[1]?.[0])).toContain('secret')
})
