import { beforeEach, expect, test } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { db } from '#db/client.ts'
import { getArchive } from '#db/queries/archive/archive.ts'
import { getEstimation } from '#db/queries/numbers/estimates.ts'
import { figureKey, listFigures } from '#db/queries/numbers/figures.ts'
import { estimates, notes } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { PUT } from './[estimateId]/route.ts'

let ada: Person
let figure: string
beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson()
  createReadings(['timelines', 'queues'])
  for (const [readingId, numbers] of [
    ['timelines', '300,000 reads and 6,000 posts a second'],
    ['queues', 'a lot of messages'],
  ] as const)
    db()
      .insert(notes)
      .values({
        userId: ada.viewer.id,
        readingId,
        markdown: '',
        problem: '',
        numbers,
        choice: '',
        tradeOff: '',
        useWhen: '',
        version: 1,
        createdAt: 1,
        updatedAt: 1,
      })
      .run()
  const own = (await listFigures(ada.viewer)).figures.filter(({ isOwn }) => isOwn)
  figure = figureKey(own[0]!)
})

const put = (change: Record<string, unknown> = {}, as = ada, estimateId = 'estimate-0001') =>
  call(PUT, {
    as,
    method: 'PUT',
    params: { estimateId },
    body: { figure, low: 1e5, high: 1e6, at: Date.now(), ...change },
  })

test('figures are read out of cards, and a line without one is kept as text', async () => {
  const { figures, unread } = await listFigures(ada.viewer)
  expect(figures.filter(({ isOwn }) => isOwn).map(({ kind, value, system }) => [kind, value, system])).toEqual([
    ['rate', 300_000, 'Title of timelines'],
    ['rate', 6000, 'Title of timelines'],
  ])
  expect(unread.map(({ text }) => text)).toEqual(['a lot of messages'])
  expect(figures.length).toBeGreaterThan(100)
})

test('a range is told the truth, and the first one stands however often it is sent', async () => {
  expect(await put()).toMatchObject({ status: 200, body: { low: 1e5, high: 1e6, value: 300_000 } })
  expect(await put({ low: 299_999, high: 300_001 })).toMatchObject({ body: { low: 1e5, high: 1e6 } })
})

test('what is asked does not give its numbers away', async () => {
  const { figures } = await listFigures(ada.viewer)
  for (const { sentence } of (await getEstimation(ada.viewer, figures)).asked) {
    expect(sentence).toContain('[?]')
    expect(sentence).not.toContain('300,000')
  }
})

test('a person sees how good their ranges are from ten on', async () => {
  const { figures } = await listFigures(ada.viewer)
  expect((await getEstimation(ada.viewer, figures)).score).toBeNull()
  for (let index = 0; index < 10; index += 1)
    await put(index < 6 ? {} : { low: 1, high: 10 }, ada, `estimate-${1000 + index}`)
  expect((await getEstimation(ada.viewer, figures)).score).toEqual({ ranges: 10, held: 6, width: 1 })
})

test('input that will not do is refused by its field', async () => {
  for (const [change, field] of [
    [{ low: 0 }, 'low'],
    [{ low: 10, high: 1 }, 'high'],
    [{ figure: 'gone' }, 'figure'],
  ] as const)
    expect(await put(change)).toMatchObject({ status: 422, body: { field } })
})

test('a stranger can neither write over a range nor ask for another person’s figure; it goes with its owner’s archive', async () => {
  await put()
  const eve = await createPerson()
  expect((await put({}, eve)).status).toBe(404)
  expect(await put({}, eve, 'estimate-0002')).toMatchObject({ status: 422, body: { field: 'figure' } })
  expect((await getArchive(ada.viewer, Date.now())).estimates).toMatchObject([{ figure, value: 300_000 }])
  expect((await getArchive(eve.viewer, Date.now())).estimates).toEqual([])
  expect(db().select().from(estimates).all()).toHaveLength(1)
})
