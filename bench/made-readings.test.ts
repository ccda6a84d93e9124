import { expect, it } from 'vitest'
import { db, transaction } from '#db/client.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { searchReadings } from '#db/queries/search/search-readings.ts'
import { readings } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { emptySearch } from '#lib/search/state.ts'
import { addMadeReadings } from './made-readings.ts'

it('made readings fill the catalogue and are found', async () => {
  await freshDatabase()
  await loadCatalogue(readContentFiles(), 0)
  await transaction((tx) => addMadeReadings(tx, 1500))
  expect(await db().$count(readings)).toBe(1500)
  const { total, items } = await searchReadings(null, { ...emptySearch, q: 'm1499' }, 5)
  expect([total, items[0]?.id]).toEqual([1, 'made-1499'])
})
