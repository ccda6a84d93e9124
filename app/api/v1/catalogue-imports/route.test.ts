import { beforeEach, describe, expect, test, vi } from 'vitest'
import { PUT as undo } from '#app/api/v1/catalogue-changes/[changeId]/route.ts'
import { PUT as decide } from '#app/api/v1/link-reports/[reportId]/route.ts'
import { PUT as seen } from '#app/api/v1/me/seen-change/route.ts'
import { PUT as setAddress } from '#app/api/v1/readings/[id]/address/route.ts'
import { PUT as setLink } from '#app/api/v1/readings/[id]/link/route.ts'
import { POST as report } from '#app/api/v1/readings/[id]/reports/route.ts'
import { call } from '#app/_server/call.testing.ts'
import { loadCatalogue } from '#db/mutations/catalogue/load-catalogue.ts'
import { listOpenReports } from '#db/queries/catalogue/link-checks.ts'
import { getReading } from '#db/queries/catalogue/readings.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { type Person, createPerson } from '#db/testing/people.ts'
import type { ImportPreview } from '#lib/catalogue/import-preview.ts'
import { POST as preview } from './preview/route.ts'
import { POST as apply } from './route.ts'

vi.mock('#app/_server/refresh-catalogue.ts', () => ({ refreshCatalogue: vi.fn(async () => true) }))

const shipped = `section: talk
title: Talk
position: 1
readings:
  - { id: one, title: Kangaroo, url: 'https://x.org/one', medium: article, listedOn: 2018-01-01 }
  - { id: two, title: Lemming, url: 'https://x.org/two', medium: article, listedOn: 2018-01-01 }
  - { id: three, title: Evolution of Container Usage, url: 'https://x.org/three', medium: article, listedOn: 2018-01-01 }
`
const markdown = `## Talk
* [Kangaroo](https://x.org/one)
* [Porcupine](https://x.org/new)
* [The Evolution of Container Usage](https://y.org/3)
`
let admin: Person
let user: Person

beforeEach(async () => {
  await freshDatabase()
  await loadCatalogue([{ name: 'a.yaml', text: shipped }], 0)
  admin = await createPerson({ role: 'admin' })
  user = await createPerson()
})

const post = <T>(handler: Parameters<typeof call>[0], body: unknown, as: Person | null = admin) =>
  call<T>(handler, { method: 'POST', as, body })

describe('an import', () => {
  test('is looked at, decided, applied and undone by the admin', async () => {
    const given = { name: 'README.md', markdown, list: null }
    const first = await post<ImportPreview>(preview, given)
    expect(first.status).toBe(200)
    expect(first.body.list).toEqual({ id: null, isNew: false })
    expect(first.body.kinds.map(({ kind, count, rows }) => [kind, count, rows[0]?.readingId])).toEqual([
      ['added', 1, 'porcupine'],
      ['delisted', 1, 'two'],
    ])
    const [doubt] = first.body.doubts
    expect(doubt).toMatchObject({ key: 'y.org/3', candidate: { readingId: 'three' }, suggestion: 'same' })
    const decided = { ...given, decisions: { [doubt!.key]: 'three' } }
    const { revision, kinds } = (await post<ImportPreview>(preview, decided)).body
    expect(kinds.map(({ kind }) => kind)).toEqual(['added', 'renamed', 'readdressed', 'delisted'])

    const done = await post<{ changeId: string; changes: number }>(apply, { ...decided, revision, skip: ['two'] })
    expect(done).toMatchObject({ status: 201, body: { changes: 3 } })
    expect(await getReading('three')).toMatchObject({ url: 'https://y.org/3' })
    expect((await getReading('two'))?.delistedOn).toBeNull()
    const stale = await post(apply, { ...decided, revision })
    expect(stale.status).toBe(409)

    const takeBack = { method: 'PUT', as: admin, params: { changeId: done.body.changeId }, body: { undone: true } }
    expect(await call(undo, takeBack)).toMatchObject({ status: 200, body: { undone: 3, stayed: 0 } })
    expect((await call(undo, takeBack)).status).toBe(409)
    expect(await getReading('porcupine')).toBeNull()
  })

  test('is for the admin alone', async () => {
    for (const [as, status] of [
      [user, 403],
      [null, 401],
    ] as const) {
      expect((await post(preview, { name: 'x', markdown }, as)).status).toBe(status)
      expect((await post(apply, { name: 'x', markdown, revision: 1 }, as)).status).toBe(status)
      const undoing = { method: 'PUT', as, params: { changeId: 'x' }, body: { undone: true } }
      expect((await call(undo, undoing)).status).toBe(status)
    }
    expect(await getReading('porcupine')).toBeNull()
  })

  test('larger than the limit, or with no name, is refused', async () => {
    expect((await post(preview, { name: ' ', markdown })).status).toBe(422)
    expect((await post(preview, { name: 'x', markdown: 'a'.repeat(10_000_001) })).status).toBe(422)
    expect((await post(preview, { name: 'x', markdown: 'a'.repeat(12_000_001) })).status).toBe(413)
  })
})

describe('a report', () => {
  const send = (as: Person | null, body: unknown, id = 'one') =>
    call<{ id: string }>(report, { method: 'POST', as, params: { id }, body })

  test('of a signed-in person is accepted by the admin', async () => {
    const { status, body } = await send(user, { kind: 'moved', url: ' https://y.org/one ' })
    expect(status).toBe(201)
    const decision = { method: 'PUT', params: { reportId: body.id }, body: { state: 'accepted' } }
    expect((await call(decide, { ...decision, as: user })).status).toBe(403)
    expect((await call(decide, { ...decision, as: admin })).status).toBe(204)
    expect((await getReading('one'))?.url).toBe('https://y.org/one')
    expect(await listOpenReports('console')).toEqual([])
  })

  test('is refused to nobody, of nothing, and with an address that is none', async () => {
    expect((await send(null, { kind: 'dead' })).status).toBe(401)
    expect((await send(user, { kind: 'dead' }, 'nope')).status).toBe(404)
    expect(await send(user, { kind: 'moved', url: 'javascript:alert(1)' })).toMatchObject({
      status: 422,
      body: { field: 'url' },
    })
    expect((await send(user, { kind: 'gone' })).status).toBe(422)
  })
})

test('the admin alone sets addresses and what is known of links', async () => {
  const put = (handler: typeof setLink, body: unknown, as: Person) =>
    call(handler, { method: 'PUT', as, params: { id: 'one' }, body })
  expect((await put(setAddress, { url: 'https://y.org/one' }, user)).status).toBe(403)
  expect((await put(setLink, { finding: 'dead' }, user)).status).toBe(403)
  expect((await put(setLink, { finding: 'dead' }, admin)).status).toBe(204)
  expect((await getReading('one'))?.link?.status).toBe('dead')
  expect((await put(setAddress, { url: 'https://y.org/one' }, admin)).status).toBe(204)
  expect(await getReading('one')).toMatchObject({ url: 'https://y.org/one', link: null })
})

test('a person keeps how far they looked, for themselves', async () => {
  const { body } = await post<{ changeId: string }>(apply, { name: 'x', markdown, revision: 1 })
  const look = (changeId: string) => call(seen, { method: 'PUT', as: user, body: { changeId } })
  expect((await look(body.changeId)).status).toBe(204)
  expect((await look('0nope')).status).toBe(404)
})
