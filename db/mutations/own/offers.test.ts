import { beforeEach, expect, it } from 'vitest'
import { db, transaction } from '#db/client.ts'
import { setMark } from '#db/mutations/study/marks.ts'
import { setNote } from '#db/mutations/study/notes.ts'
import { getReading } from '#db/queries/catalogue/readings.ts'
import { listOpenOffers } from '#db/queries/own/offers.ts'
import { listQuotes } from '#db/queries/own/quotes.ts'
import { rebuildSearchIndex } from '#db/queries/search/search.ts'
import { listMarks } from '#db/queries/study/marks.ts'
import { items } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { anyItem, makePlan } from '#db/testing/sharing.ts'
import { emptyCard } from '#lib/notes/note.ts'
import { decideOffer, offerReading, withdrawOffer } from './offers.ts'
import { addOwnReading } from './own-readings.ts'
import { setQuote } from './quotes.ts'

const now = Date.UTC(2026, 10, 28)
const accept = { state: 'accepted' as const, sectionId: 'architecture', topicId: null, title: 'Queues at rest' }
let ada: Person
let eve: Person
let admin: Person
let id: string
beforeEach(async () => {
  await freshDatabase()
  createReadings(['kafka'])
  await transaction((tx) => rebuildSearchIndex(tx))
  ada = await createPerson({ name: 'Ada' })
  eve = await createPerson()
  admin = await createPerson({ role: 'admin' })
  id = (await addOwnReading(ada.viewer, { title: 'Queues', url: 'https://x.example/queues' }, now)).id
})

it('an accepted reading stands in the catalogue, with its mark, note, quote and item moved along', async () => {
  await setMark(ada.viewer, id, { status: 'done' }, now)
  await setNote(ada.viewer, id, { markdown: 'words', card: emptyCard, version: 0 }, now)
  await setQuote(ada.viewer, 'quote-0001', { readingId: id, text: 'kept' }, now)
  const planId = await makePlan(ada, { items: [anyItem({ kind: 'read', readingId: id })] })
  await offerReading(ada.viewer, id, 'A good one', now)
  expect(await listOpenOffers(admin.viewer)).toMatchObject([{ title: 'Queues', by: 'Ada', reason: 'A good one' }])
  const accepted = await decideOffer(admin.viewer, id, accept, now)
  expect(accepted).toBe('queues-at-rest')
  expect(await getReading('queues-at-rest')).toMatchObject({ url: 'https://x.example/queues' })
  expect(await listMarks(ada.viewer)).toMatchObject([{ readingId: 'queues-at-rest', status: 'done' }])
  expect(await listQuotes(ada.viewer, 'queues-at-rest')).toHaveLength(1)
  const readingId = db().select({ id: items.readingId, planId: items.planId }).from(items).all()
  expect(readingId).toEqual([{ id: 'queues-at-rest', planId }])
  expect(await listOpenOffers(admin.viewer)).toEqual([])
})

it('a declined one stays its owner’s, and nothing of it is public', async () => {
  await offerReading(ada.viewer, id, '', now)
  expect(await decideOffer(admin.viewer, id, { state: 'declined' }, now)).toBeNull()
  expect(await getReading(id)).toBeNull()
  await expect(decideOffer(admin.viewer, id, accept, now)).rejects.toMatchObject({ status: 409 })
})

it('what the catalogue has by now becomes that reading', async () => {
  await offerReading(ada.viewer, id, '', now)
  await addOwnReading(eve.viewer, { title: 'The same', url: 'https://x.example/queues' }, now)
  db().$client.exec("update readings set url = 'https://x.example/queues' where id = 'kafka'")
  await transaction((tx) => rebuildSearchIndex(tx))
  expect(await decideOffer(admin.viewer, id, accept, now)).toBe('kafka')
})

it('nobody offers, withdraws or decides what is not theirs to', async () => {
  await expect(offerReading(eve.viewer, id, '', now)).rejects.toMatchObject({ status: 404 })
  await offerReading(ada.viewer, id, '', now)
  await withdrawOffer(eve.viewer, id)
  expect(await listOpenOffers(admin.viewer)).toHaveLength(1)
  await expect(listOpenOffers(ada.viewer)).rejects.toMatchObject({ status: 403 })
  await expect(decideOffer(ada.viewer, id, accept, now)).rejects.toMatchObject({ status: 403 })
  await withdrawOffer(ada.viewer, id)
  expect(await listOpenOffers(admin.viewer)).toEqual([])
})

it('a book without an address is not offered', async () => {
  const book = await addOwnReading(ada.viewer, { title: 'A book', url: null }, now)
  await expect(offerReading(ada.viewer, book.id, '', now)).rejects.toMatchObject({ status: 422 })
})
