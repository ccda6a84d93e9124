import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#db/client.ts'
import { getList, listLists } from '#db/queries/study/lists.ts'
import { listOpinions } from '#db/queries/study/opinions.ts'
import { listQueue } from '#db/queries/study/queue.ts'
import { listEntries } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { addToList, removeFromList, removeList, setList, setListOrder } from './lists.ts'
import { removeMark, setMark } from './marks.ts'
import { setOpinion } from './opinions.ts'

const now = Date.UTC(2026, 2, 2, 12)

let ada: Viewer
let eve: Viewer
beforeEach(async () => {
  await freshDatabase()
  ada = (await createPerson()).viewer
  eve = (await createPerson()).viewer
  createReadings(['a', 'b', 'c', 'd'])
})

describe('the queue', () => {
  it('is in the order of queueing until its owner orders it, and what comes later is last', async () => {
    for (const [index, id] of ['b', 'a', 'c'].entries()) await setMark(ada, id, { status: 'queued' }, now + index)
    expect(await listQueue(ada)).toEqual(['b', 'a', 'c'])
    await setListOrder(ada, 'queue', ['c', 'b', 'a'], now + 5)
    expect(await listQueue(ada)).toEqual(['c', 'b', 'a'])
    await setMark(ada, 'd', { status: 'queued' }, now + 6)
    expect(await listQueue(ada)).toEqual(['c', 'b', 'a', 'd'])
  })

  it('that was put into another order meanwhile is not put into an older one', async () => {
    for (const [index, id] of ['a', 'b', 'c'].entries()) await setMark(ada, id, { status: 'queued' }, now + index)
    await setListOrder(ada, 'queue', ['c', 'b', 'a'], now + 5, ['a', 'b', 'c'])
    await expect(setListOrder(ada, 'queue', ['b', 'a', 'c'], now + 6, ['a', 'b', 'c'])).rejects.toMatchObject({
      status: 409,
      extra: { current: { readingIds: ['c', 'b', 'a'] } },
    })
    await setListOrder(ada, 'queue', ['a', 'c', 'b'], now + 7, ['c', 'b', 'a', 'gone'])
    expect(await listQueue(ada)).toEqual(['a', 'c', 'b'])
  })

  it('loses what is done, and keeps the order of the rest', async () => {
    for (const id of ['a', 'b', 'c']) await setMark(ada, id, { status: 'queued' }, now)
    await setListOrder(ada, 'queue', ['c', 'a', 'b'], now)
    await setMark(ada, 'a', { status: 'done' }, now + 1)
    await removeMark(ada, 'b', now + 1)
    expect(await listQueue(ada)).toEqual(['c'])
  })

  it('is nobody else’s: a stranger’s order changes the stranger’s alone', async () => {
    for (const viewer of [ada, eve])
      for (const [index, id] of ['a', 'b'].entries()) await setMark(viewer, id, { status: 'queued' }, now + index)
    await setListOrder(eve, 'queue', ['b', 'a', 'nowhere'], now)
    expect(await listQueue(ada)).toEqual(['a', 'b'])
    expect(await listQueue(eve)).toEqual(['b', 'a'])
  })
})

describe('a named list', () => {
  beforeEach(async () => {
    await setList(ada, 'list-0001', 'For Monday', now)
    for (const id of ['a', 'b', 'c']) await addToList(ada, 'list-0001', id, now)
  })

  it('keeps its readings in its own order, each once, whatever is sent twice', async () => {
    await setList(ada, 'list-0001', 'For Monday', now + 1)
    await addToList(ada, 'list-0001', 'a', now + 1)
    await setListOrder(ada, 'list-0001', ['c', 'd', 'a', 'c'], now + 2)
    expect(await getList(ada, 'list-0001')).toEqual({
      id: 'list-0001',
      title: 'For Monday',
      readingIds: ['c', 'a', 'b'],
    })
    await removeFromList(ada, 'list-0001', 'a', now + 3)
    await removeFromList(ada, 'list-0001', 'a', now + 3)
    expect((await getList(ada, 'list-0001'))?.readingIds).toEqual(['c', 'b'])
  })

  it('is not there for a stranger, and its owner still can', async () => {
    expect(await getList(eve, 'list-0001')).toBeNull()
    const notThere = { status: 404 }
    await expect(addToList(eve, 'list-0001', 'd', now)).rejects.toMatchObject(notThere)
    await expect(removeFromList(eve, 'list-0001', 'a', now)).rejects.toMatchObject(notThere)
    await expect(setListOrder(eve, 'list-0001', ['a'], now)).rejects.toMatchObject(notThere)
    await expect(setList(eve, 'list-0001', 'Mine', now)).rejects.toMatchObject({ status: 409 })
    await removeList(eve, 'list-0001')
    expect(await listLists(ada)).toHaveLength(1)
    await setList(ada, 'list-0001', 'For Tuesday', now)
    await removeList(ada, 'list-0001')
    expect(await listLists(ada)).toEqual([])
  })
})

describe('an opinion', () => {
  it('keeps favourite and rating apart, and is seen by its owner alone', async () => {
    await setOpinion(ada, 'a', { favourite: true }, now)
    await setOpinion(ada, 'a', { rating: 4 }, now)
    expect(await listOpinions(ada)).toEqual([{ readingId: 'a', favourite: true, rating: 4 }])
    expect(await listOpinions(eve)).toEqual([])
    await setOpinion(eve, 'a', { rating: 1 }, now)
    await setOpinion(ada, 'a', { favourite: false, rating: null }, now)
    expect(await listOpinions(ada)).toEqual([])
    expect(await listOpinions(eve)).toHaveLength(1)
    await expect(setOpinion(ada, 'nowhere', { rating: 1 }, now)).rejects.toMatchObject({ status: 404 })
  })
})

it('a list through which many readings went takes the next one', async () => {
  await setList(ada, 'rotating-list', 'Rotating', now)
  await addToList(ada, 'rotating-list', 'a', now)
  db().update(listEntries).set({ position: 1999 }).run()
  await addToList(ada, 'rotating-list', 'b', now)
  expect((await getList(ada, 'rotating-list'))?.readingIds).toEqual(['a', 'b'])
})
