import { beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '#db/testing/database.ts'
import { createReadings } from '#db/testing/readings.ts'
import { getPageFacts } from './page-facts.ts'
import { listPublicPaths } from './public-paths.ts'

beforeEach(() => freshDatabase())

test('every page of the sitemap has a title and a description of its own, and no two share them', async () => {
  createReadings(['a', 'b'])
  const paths = await listPublicPaths()
  const facts = await Promise.all(paths.map((path) => getPageFacts(path)))
  expect(paths.filter((_, index) => facts[index] === null)).toEqual([])
  expect(new Set(facts.map((one) => one?.title)).size).toBe(paths.length)
  expect(new Set(facts.map((one) => one?.description)).size).toBe(paths.length)
  for (const one of facts) expect(one!.description.length).toBeGreaterThan(30)
})

test('what is no public page has none', async () => {
  for (const path of [
    '/readings/none',
    '/catalogue/none',
    '/catalogue/a/b/c',
    '/plans',
    '/readings/a/b',
    '/organisations/x',
  ])
    expect(await getPageFacts(path), path).toBeNull()
})
