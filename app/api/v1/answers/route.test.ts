import { beforeEach, expect, test } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { removeUser } from '#db/mutations/accounts/accounts.ts'
import { eraseRemoved } from '#db/mutations/accounts/erase-removed.ts'
import { db } from '#db/client.ts'
import { answers } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { DELETE, GET, PUT } from './[answerId]/route.ts'
import { GET as GET_ALL } from './route.ts'

const params = { answerId: 'answer-0001' }
const drill = {
  questionId: 'chat',
  kind: 'drill',
  itemId: null,
  mock: null,
  markdown: 'Sockets and a log',
  diagram: '',
  ticked: [],
  scores: {},
  nextTime: '',
  seconds: 60,
  isFinished: false,
  version: 0,
}

let ada: Person
beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson()
})

const put = (change: Record<string, unknown> = {}, as = ada) =>
  call(PUT, { as, method: 'PUT', params, body: { ...drill, ...change } })

test('a stranger finds no answer, cannot write over it or delete it; who wrote it still can', async () => {
  expect((await put()).status).toBe(200)
  const eve = await createPerson()
  expect((await call(GET, { as: eve, params })).status).toBe(404)
  expect((await call(GET_ALL, { as: eve })).body).toEqual({ items: [] })
  expect((await put({ markdown: 'Mine now', version: 1 }, eve)).status).toBe(404)
  await call(DELETE, { as: eve, method: 'DELETE', params })
  expect(await call(GET, { as: ada, params })).toMatchObject({ status: 200, body: { markdown: 'Sockets and a log' } })
  expect((await put({ markdown: 'And ids', version: 1 })).status).toBe(200)
  expect((await call(DELETE, { as: ada, method: 'DELETE', params })).status).toBe(204)
  expect((await call(GET, { as: ada, params })).status).toBe(404)
})

test('an answer of 60,000 characters is refused in a sentence, and what was saved stays', async () => {
  await put()
  const { status, body } = await put({ markdown: 'a'.repeat(60_000), version: 1 })
  expect({ status, body }).toMatchObject({ status: 422, body: { field: 'markdown' } })
  expect((body as { detail: string }).detail).toMatch(/50,?000 characters/)
  expect((await call(GET, { as: ada, params })).body).toMatchObject({ markdown: 'Sockets and a log', version: 1 })
})

test('input that will not do is refused by its field', async () => {
  const wrong: [Record<string, unknown>, string][] = [
    [{ diagram: 'a'.repeat(10_001) }, 'diagram'],
    [{ nextTime: 'a'.repeat(501) }, 'nextTime'],
    [{ seconds: -1 }, 'seconds'],
    [{ questionId: 'gone' }, 'questionId'],
    [{ scores: { depth: { score: 4, evidence: 'They went deep on the hot keys.' } } }, 'scores.depth.score'],
    [{ scores: { depth: { score: 1, evidence: 'no' } } }, 'scores.depth.evidence'],
  ]
  for (const [change, field] of wrong) expect(await put(change)).toMatchObject({ status: 422, body: { field } })
  expect((await call(GET_ALL, { as: ada })).body).toEqual({ items: [] })
})

test('an answer that another device changed is refused with what that device saved', async () => {
  await put()
  await put({ markdown: 'From the phone', version: 1 })
  expect(await put({ markdown: 'From the desk', version: 1 })).toMatchObject({
    status: 409,
    body: { current: { markdown: 'From the phone', version: 2 } },
  })
})

test('answers go with the account', async () => {
  await put()
  await removeUser(ada.viewer)
  await eraseRemoved()
  expect(db().select().from(answers).all()).toEqual([])
})
