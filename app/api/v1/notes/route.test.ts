import { beforeEach, expect, test } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { DELETE, GET, PUT } from './[readingId]/route.ts'
import { GET as GET_VERSION } from './[readingId]/versions/[version]/route.ts'
import { GET as GET_VERSIONS } from './[readingId]/versions/route.ts'
import { GET as GET_ALL } from './route.ts'

const params = { readingId: 'caching' }
const card = { problem: 'Herd', numbers: '', choice: 'Leases', tradeOff: '', useWhen: '' }

let ada: Person
beforeEach(async () => {
  await freshDatabase()
  createReadings(['caching'])
  ada = await createPerson()
})

const put = (body: unknown, as = ada) => call(PUT, { as, method: 'PUT', params, body })

test('a note is read as it was written, and as HTML that does nothing', async () => {
  await put({ markdown: '**one** <script>', card, version: 0 })
  expect(await call(GET, { as: ada, params })).toMatchObject({
    status: 200,
    body: {
      readingId: 'caching',
      markdown: '**one** <script>',
      card,
      version: 1,
      html: '<p dir="auto"><strong>one</strong> &lt;script&gt;</p>\n',
    },
  })
  expect((await call(GET_ALL, { as: ada })).body).toMatchObject({ items: [{ readingId: 'caching', version: 1 }] })
})

test('where no note is the answer is 404, and a blank note for who asks so', async () => {
  expect((await call(GET, { as: ada, params })).status).toBe(404)
  expect(await call(GET, { as: ada, params, path: '/?orBlank=1' })).toMatchObject({ status: 200, body: { version: 0 } })
  expect((await put({ markdown: 'a', card, version: 3 })).status).toBe(409)
  expect(
    (await call(PUT, { as: ada, method: 'PUT', params: { readingId: 'nowhere' }, body: { markdown: 'a', version: 0 } }))
      .status,
  ).toBe(404)
})

test('an old version gets 409 with the note as it is now', async () => {
  await put({ markdown: 'one', card, version: 0 })
  await put({ markdown: 'two', card, version: 1 })
  expect(await put({ markdown: 'three', card, version: 1 })).toMatchObject({
    status: 409,
    body: { status: 409, current: { markdown: 'two', card, version: 2 } },
  })
})

test('input that will not do is refused by its field, and nothing is stored', async () => {
  const wrong: [unknown, string][] = [
    [{ markdown: 1, card, version: 0 }, 'markdown'],
    [{ markdown: 'a\0', card, version: 0 }, 'markdown'],
    [{ markdown: 'a'.repeat(50_001), card, version: 0 }, 'markdown'],
    [{ markdown: 'a', card: { ...card, choice: 'a'.repeat(1001) }, version: 0 }, 'card.choice'],
    [{ markdown: 'a', card: { ...card, colour: 'red' }, version: 0 }, 'card.colour'],
    [{ markdown: 'a', card, version: -1 }, 'version'],
    [{ markdown: 'a', card }, 'version'],
  ]
  for (const [body, field] of wrong) expect(await put(body)).toMatchObject({ status: 422, body: { field } })
  expect((await put({ markdown: 'a'.repeat(450_000), card, version: 0 })).status).toBe(413)
  expect((await call(GET_ALL, { as: ada })).body).toEqual({ items: [] })
})

test('a stranger finds neither note nor history, and the writer finds both', async () => {
  await put({ markdown: 'one', card, version: 0 })
  const eve = await createPerson()
  const version = { ...params, version: '1' }
  expect((await call(GET, { as: eve, params })).status).toBe(404)
  expect((await call(GET_VERSIONS, { as: eve, params })).body).toEqual({ items: [] })
  expect((await call(GET_VERSION, { as: eve, params: version })).status).toBe(404)
  expect((await call(GET_VERSION, { as: ada, params: { ...params, version: 'x' } })).status).toBe(404)
  await call(DELETE, { as: eve, method: 'DELETE', params })
  expect(await call(GET_VERSION, { as: ada, params: version })).toMatchObject({ body: { markdown: 'one', card } })
  expect((await call(DELETE, { as: ada, method: 'DELETE', params })).status).toBe(204)
  expect((await call(GET, { as: ada, params })).status).toBe(404)
  expect((await call(GET_VERSIONS, { as: ada, params })).body).toMatchObject({ items: [{ length: 0 }, { length: 13 }] })
})
