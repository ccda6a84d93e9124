import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { coverKey } from '#lib/marks/coverage.ts'
import { emptySearch } from '#lib/search/state.ts'
import { db } from '#db/client.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { readings } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { listMapSections } from './catalogue-map.ts'
import { getOrganisation, getTechnology, listOrganisations, listTechnologyIds } from './organisations.ts'
import { listReadingIds } from './readings.ts'
import { listRelatedReadings } from './related.ts'
import { searchReadings } from '#db/queries/search/search-readings.ts'

// The real catalogue, read only.
beforeAll(async () => {
  await freshDatabase()
  await loadCatalogue(readContentFiles(), Date.UTC(2026, 0, 10))
})

describe('the map of the real catalogue', () => {
  it('holds every reading', async () => {
    const shown = (await listMapSections()).flatMap((section) => section.topics.flatMap((topic) => topic.readingIds))
    expect(new Set(shown)).toEqual(new Set(await listReadingIds()))
  })

  it('gives no two readings the same key', async () => {
    const ids = await listReadingIds()
    expect(new Set(ids.map(coverKey)).size).toBe(ids.length)
  })
})

describe('organisations and technologies', () => {
  it('show each of their readings once, under a topic', async () => {
    const organisations = await listOrganisations()
    const netflix = organisations.find((one) => one.id === 'netflix')
    const portrait = await getOrganisation('netflix')
    const shown = portrait?.groups.flatMap((group) => group.rows.map((row) => row.id)) ?? []
    expect(shown.toSorted()).toEqual(netflix?.readingIds.toSorted())
    expect(portrait?.alongside.map((one) => one.id)).toContain('cassandra')
    expect((await getTechnology('kafka'))?.alongside.map((one) => one.id)).toContain('linkedin')
    expect(await listTechnologyIds()).toContain('kafka')
  })

  it('agree with what the search counts', async () => {
    const { facets } = await searchReadings(null, emptySearch, 0)
    const counted = (await listOrganisations()).map((one) => [one.id, one.readingIds.length])
    expect(new Map(facets.organisation?.map((one) => [one.id, one.count]))).toEqual(
      new Map(counted as [string, number][]),
    )
  })

  it('are null when nobody knows them, or nothing is left of them', async () => {
    expect(await getOrganisation('nobody')).toBeNull()
    expect(await getTechnology('nothing')).toBeNull()
  })
})

describe('related readings', () => {
  it('begin with what shares topic and technology, and leave the reading itself out', async () => {
    const rows = await listRelatedReadings('kafka-at-pinterest', 6)
    expect(rows).toHaveLength(6)
    expect(rows.map((row) => row.id)).not.toContain('kafka-at-pinterest')
    expect(rows.every((row) => /kafka/i.test(row.title))).toBe(true)
  })

  it('are there for nearly every reading', async () => {
    const ids = db().select({ id: readings.id }).from(readings).limit(100).all()
    const without = []
    for (const { id } of ids) if ((await listRelatedReadings(id, 1)).length === 0) without.push(id)
    expect(without.length).toBeLessThan(40)
    const of = db().select().from(readings).where(eq(readings.organisationId, 'netflix')).get()
    expect(await listRelatedReadings(of?.id ?? '', 3)).toHaveLength(3)
  })
})
