import { beforeEach, expect, it } from 'vitest'
import { importArchive } from '#db/mutations/archive/import-archive.ts'
import { getArchive } from '#db/queries/archive/archive.ts'
import { listQuotes } from '#db/queries/own/quotes.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { sourceOf } from '#lib/archive/source.testing.ts'
import { addOwnReading } from './own-readings.ts'
import { removeQuote, setQuote } from './quotes.ts'
import { removeOwnReading, restoreOwnReading } from './remove-own-reading.ts'

const now = Date.UTC(2026, 10, 28)
let ada: Person
let eve: Person
beforeEach(async () => {
  await freshDatabase()
  createReadings(['kafka'])
  ada = await createPerson()
  eve = await createPerson()
})
const keep = (person = ada, text = 'The log is the database.') =>
  setQuote(person.viewer, 'quote-0001', { readingId: 'kafka', text }, now)

it('a quote is kept with its reading, changed and deleted by its owner', async () => {
  await keep()
  await keep(ada, 'The log is all.')
  expect(await listQuotes(ada.viewer, 'kafka')).toMatchObject([{ text: 'The log is all.' }])
  await removeQuote(ada.viewer, 'quote-0001')
  expect(await listQuotes(ada.viewer)).toEqual([])
})

it('a stranger sees no quote, changes none and deletes none; its owner still has it', async () => {
  await keep()
  expect(await listQuotes(eve.viewer)).toEqual([])
  await expect(keep(eve, 'hers')).rejects.toMatchObject({ status: 404 })
  await removeQuote(eve.viewer, 'quote-0001')
  expect(await listQuotes(ada.viewer)).toHaveLength(1)
})

it('nobody quotes an own reading of somebody else', async () => {
  const { id } = await addOwnReading(ada.viewer, { title: 'A book', url: null }, now)
  const attempt = setQuote(eve.viewer, 'quote-0002', { readingId: id, text: 'x' }, now)
  await expect(attempt).rejects.toMatchObject({ status: 404 })
})

it('quotes go into the archive and come back, also into another account', async () => {
  await keep()
  const archive = await getArchive(ada.viewer, now)
  const report = await importArchive(eve.viewer, sourceOf(archive, true), now)
  expect(report.counts.quotes.added).toBe(1)
  expect(await listQuotes(eve.viewer, 'kafka')).toMatchObject([{ text: 'The log is the database.' }])
  expect((await importArchive(eve.viewer, sourceOf(archive, true), now)).counts.quotes).toMatchObject({ added: 0 })
})

it('quotes go with an own reading that is deleted, and come back with it', async () => {
  const { id } = await addOwnReading(ada.viewer, { title: 'A book', url: null }, now)
  await setQuote(ada.viewer, 'quote-0003', { readingId: id, text: 'kept' }, now)
  await removeOwnReading(ada.viewer, id, now)
  expect(await listQuotes(ada.viewer)).toEqual([])
  await restoreOwnReading(ada.viewer, id, now)
  expect(await listQuotes(ada.viewer, id)).toMatchObject([{ text: 'kept' }])
})
