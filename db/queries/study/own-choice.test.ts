import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { listEntries, lists } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { getListChoice, getOrganisationChoice, getSearchChoice, listChoices } from './own-choice.ts'

beforeAll(async () => {
  await freshDatabase()
  await loadCatalogue(readContentFiles(), Date.now())
})

test('an organisation’s readings come by topic, and one that wrote nothing has none', async () => {
  const choice = await getOrganisationChoice('uber')
  expect(choice).toMatchObject({ title: 'Uber' })
  expect(choice!.groups.length).toBeGreaterThan(3)
  expect(choice!.groups.flatMap((group) => group.readingIds).length).toBeGreaterThan(20)
  expect(await getOrganisationChoice('nowhere')).toBeNull()
})

test('a list comes in its own order for its owner, and is not there for a stranger', async () => {
  const { viewer: ada } = await createPerson()
  const { viewer: eve } = await createPerson()
  db().insert(lists).values({ id: 'l1', userId: ada.id, kind: 'list', title: 'Mine', createdAt: 1, updatedAt: 1 }).run()
  const wanted = ['how-sharding-works', 'cap-theorem-and-trade-offs']
  for (const [position, readingId] of wanted.entries())
    db().insert(listEntries).values({ listId: 'l1', readingId, position, addedAt: 1 }).run()
  expect(await getListChoice(ada, 'l1')).toMatchObject({ title: 'Mine', groups: [{ readingIds: wanted }] })
  expect(await listChoices(ada)).toEqual([{ id: 'l1', title: 'Mine' }])
  expect(await getListChoice(eve, 'l1')).toBeNull()
  expect(await listChoices(eve)).toEqual([])
})

test('a search gives what it finds, the best first, at most 200', async () => {
  const { viewer } = await createPerson()
  const few = await getSearchChoice(viewer, 'consistent hashing')
  expect(few.groups[0]!.readingIds.length).toBeGreaterThan(0)
  const all = await getSearchChoice(viewer, '')
  expect(all.groups[0]!.readingIds).toHaveLength(200)
  expect(all.summary).toMatch(/^The best 200 of [\d,]+/)
})
