import { beforeAll, expect, test } from 'vitest'
import { requestOf, call } from '#app/_server/call.testing.ts'
import { PUT as putMark } from '#app/api/v1/marks/[readingId]/route.ts'
import { DELETE as removeFeed } from '#app/api/v1/feeds/[kind]/route.ts'
import { GET as listFeeds, POST as makeFeed } from '#app/api/v1/feeds/route.ts'
import { setPerson } from '#db/mutations/accounts/people.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { GET as getNew } from './new/[kind]/[file]/route.ts'
import { GET as getSecret } from './[file]/route.ts'

let ada: Person
beforeAll(async () => {
  await freshDatabase()
  await loadCatalogue(readContentFiles(), Date.now())
  ada = await createPerson({ name: 'Ada Lovelace', email: 'ada@example.org' })
}, 180_000)

async function feedOf(kind: string, file: string) {
  const request = await requestOf({ path: `/feeds/new/${kind}/${file}` })
  const answer = await getNew(request, { params: Promise.resolve({ kind, file }) })
  return { status: answer.status, type: answer.headers.get('content-type'), xml: await answer.text() }
}

async function secret(url: string) {
  const { pathname, search } = new URL(url)
  const request = await requestOf({ path: pathname + search })
  const answer = await getSecret(request, { params: Promise.resolve({ file: pathname.split('/').at(-1) }) })
  return { status: answer.status, text: await answer.text() }
}

async function make(kind: 'done' | 'badge', as = ada): Promise<string> {
  return (await call<{ url: string }>(makeFeed, { as, method: 'POST', body: { kind } })).body.url
}

test.each([
  ['sections', 'scalability.atom', 'Loadpath: new in Scalability'],
  ['topics', 'scalability.distributed-locking.atom', 'Loadpath: new in Distributed Locking'],
  ['organisations', 'netflix.atom', 'Loadpath: new in Netflix'],
])('what is new can be followed without an account: %s/%s', async (kind, file, title) => {
  const { status, type, xml } = await feedOf(kind, file)
  expect([status, type]).toEqual([200, 'application/atom+xml; charset=utf-8'])
  expect(xml).toContain(`<title>${title}</title>`)
  const dates = [...xml.matchAll(/<entry>.*?<updated>(.*?)<\/updated>/gs)].map(([, at]) => at)
  expect(dates.length).toBeGreaterThan(2)
  expect(dates).toEqual(dates.toSorted().toReversed())
})

test('a feed of what does not exist is not there', async () => {
  expect((await feedOf('sections', 'nowhere.atom')).status).toBe(404)
  expect((await feedOf('people', 'ada.atom')).status).toBe(404)
  expect((await feedOf('sections', '..%2f.atom')).status).toBe(404)
})

test('what a person has done is shown at a secret address until they revoke it', async () => {
  const params = { readingId: 'distributed-locking-at-uber' }
  await call(putMark, { as: ada, method: 'PUT', params, body: { status: 'done' } })
  const eve = await createPerson()
  await call(putMark, { as: eve, method: 'PUT', params: { readingId: 'common-bottlenecks' }, body: { status: 'done' } })
  const url = await make('done')
  const { status, text } = await secret(url)
  expect(status).toBe(200)
  expect(text).toContain('Distributed Locking at Uber')
  expect(text).not.toMatch(/Bottlenecks|Lovelace|ada@/)
  const renewed = await make('done')
  expect([(await secret(url)).status, (await secret(renewed)).status]).toEqual([404, 200])
  expect((await call(listFeeds, { as: ada })).body.items).toMatchObject([{ kind: 'done' }])
  expect((await call(listFeeds, { as: eve })).body.items).toEqual([])
  await call(removeFeed, { as: eve, method: 'DELETE', params: { kind: 'done' } })
  expect((await secret(renewed)).status).toBe(200)
  await call(removeFeed, { as: ada, method: 'DELETE', params: { kind: 'done' } })
  expect((await secret(renewed)).status).toBe(404)
})

test('a badge tells counts and nothing else; of an account that is shut it is not there', async () => {
  const ada = await createPerson({ name: 'Ada Lovelace' })
  await call(putMark, { as: ada, method: 'PUT', params: { readingId: 'common-bottlenecks' }, body: { status: 'done' } })
  const url = await make('badge', ada)
  expect(url).toMatch(/\/feeds\/[\w-]{43}\.svg$/)
  for (const form of ['', '?form=card']) {
    const { status, text } = await secret(url + form)
    expect([status, text.startsWith('<svg ')]).toEqual([200, true])
    expect(text).not.toMatch(/Ada|Lovelace|example\.org|Bottlenecks|<script|href/)
  }
  expect((await secret(url)).text).toContain('>1 read<')
  expect((await secret(url.replace('.svg', '.atom'))).status).toBe(404)
  await setPerson('machine', ada.viewer.id, { disabled: true }, Date.now())
  expect((await secret(url)).status).toBe(404)
})
