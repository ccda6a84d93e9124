import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { BadContent } from '#lib/catalogue/check-content.ts'
import { db } from '#db/client.ts'
import { getCatalogueState } from '#db/queries/catalogue/catalogue-state.ts'
import { listings, allReadings, readings, topics } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { loadCatalogue, readContentFiles } from './load-catalogue.ts'

const now = Date.UTC(2026, 0, 10)
const file = (text: string) => [{ name: 'test.yaml', text }]
const small = (entries: string) => `section: principle\ntitle: Principle\nposition: 1\nreadings:\n${entries}`
const one = (extra = '', title = 'One') => `  - id: one
    title: ${title}
    url: https://example.org/one
    medium: article
    listedOn: 2018-01-01
${extra}`

beforeEach(async () => {
  await freshDatabase()
})

describe('loading the shipped catalogue', () => {
  it('finds every reading once and every listing in its place', async () => {
    const result = await loadCatalogue(readContentFiles(), now)
    expect(result).toEqual({ changed: true, readings: 1063, listings: 1070 })
    const rows = db().select({ seedOrder: listings.seedOrder }).from(listings).all()
    const edition = rows.map((row) => row.seedOrder).filter((order) => order !== null)
    expect(rows).toHaveLength(1070)
    expect(edition.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 652 }, (_, index) => index + 1))
    expect(rows.length - edition.length).toBe(418)
  })

  it('changes nothing when it runs again', async () => {
    await loadCatalogue(readContentFiles(), now)
    const before = await getCatalogueState()
    const result = await loadCatalogue(readContentFiles(), now + 1)
    expect(result.changed).toBe(false)
    expect(await getCatalogueState()).toEqual(before)
  })

  it('keeps an address that an admin changed until the shipped one changes too', async () => {
    await loadCatalogue(file(small(one())), now)
    db().update(allReadings).set({ url: 'https://example.org/moved' }).run()
    await loadCatalogue(file(small(one('', 'Renamed'))), now)
    expect(db().select().from(readings).get()).toMatchObject({ title: 'Renamed', url: 'https://example.org/moved' })
  })

  it('delists a reading that the content dropped, and deletes nothing', async () => {
    const two = one() + one('', 'Two').replaceAll('one', 'two')
    await loadCatalogue(file(small(two)), now)
    await loadCatalogue(file(small(one())), now)
    expect(db().select().from(readings).where(eq(readings.id, 'two')).get()?.delistedOn).toBe('2026-01-10')
  })

  it('drops a topic once nothing is listed in it', async () => {
    const nested = `${small(one())}topics:\n  - slug: caching\n    title: Caching\n    readings:\n${one('', 'Two').replaceAll('one', 'two').replaceAll(/^/gm, '    ').trimEnd()}\n`
    await loadCatalogue(file(nested), now)
    expect(db().select().from(topics).all()).toHaveLength(1)
    const flat = one() + one('', 'Two').replaceAll('one', 'two')
    await loadCatalogue(file(small(flat)), now)
    expect(db().select().from(topics).all()).toHaveLength(0)
  })
})

describe('a mistake in a content file', () => {
  const cases: [name: string, text: string, line: number, reason: RegExp][] = [
    ['an unknown field', small(one('    colour: red\n')), 5, /colour/],
    ['a bad address', small(one().replace('https://example.org/one', 'ftp:/x')), 7, /http/],
    ['a broken date', small(one().replace('2018-01-01', '2018-02-31')), 9, /day such as/],
    ['one id twice', small(one() + one().replace('example.org/one', 'example.org/two')), 5, /second reading/],
    ['one address twice', small(one() + one().replace('id: one', 'id: two')), 10, /same address/],
    ['a pointer to nothing', small('  - see: nowhere\n    listed: Nowhere\n'), 5, /no reading/],
    ['a listing that ends before it begins', small(one('    delistedOn: 2017-01-01\n')), 5, /before it came/],
    ['YAML that is none', 'section: [', 1, /./],
  ]
  it.each(cases)('says file, line and reason for %s, and loads nothing', async (_name, text, line, reason) => {
    const error = await loadCatalogue(file(text), now).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(BadContent)
    expect((error as BadContent).mistakes[0]).toMatchObject({ file: 'test.yaml', line })
    expect((error as BadContent).mistakes[0]?.reason).toMatch(reason)
    expect(db().select().from(readings).all()).toHaveLength(0)
  })
})
