import { join } from 'node:path'
import { useDatabase } from '#db/client.ts'
import { openDatabase } from '#db/connect.ts'
import { bumpRevision } from '#db/mutations/catalogue/catalogue-state.ts'
import { deriveTitles } from '#db/mutations/catalogue/reading-titles.ts'
import { setReadingFacts } from '#db/mutations/catalogue/readings.ts'
import { rebuildSearchIndex } from '#db/queries/search/search.ts'
import { expect, test } from './fixtures.ts'
import { startServer } from './own-server.ts'

test('a change of the catalogue by another process is on the static pages seconds later, and after a restart', async ({
  request,
}) => {
  test.setTimeout(120_000)
  const first = await startServer()
  const page = (server: { address: string }, path: string) => request.get(`${server.address}${path}`)
  expect(await (await page(first, '/readings/common-bottlenecks')).text()).toContain('Common Bottlenecks')
  expect((await page(first, '/readings/made-today')).status()).toBe(404)

  const database = openDatabase(join(first.folder, 'loadpath.db'))
  useDatabase(database)
  database.transaction((tx) => {
    setReadingFacts(tx, 'common-bottlenecks', { title: 'Bottlenecks, renamed' })
    setReadingFacts(tx, 'made-today', {
      title: 'Made today',
      url: 'https://example.org/made-today',
      formerUrls: [],
      organisation: null,
      people: [],
      technologies: [],
      medium: 'article',
      parts: 1,
      minutes: 12,
      listedOn: '2026-01-01',
      delistedOn: null,
    })
    deriveTitles(tx)
    rebuildSearchIndex(tx)
    bumpRevision(tx, Date.now())
  })
  database.$client.close()

  const seen = async (server: { address: string }) => ({
    renamed: (await (await page(server, '/readings/common-bottlenecks')).text()).includes('Bottlenecks, renamed'),
    added: (await page(server, '/readings/made-today')).status(),
    unknown: (await page(server, '/readings/never-made')).status(),
  })
  await expect.poll(() => seen(first), { timeout: 15_000 }).toEqual({ renamed: true, added: 200, unknown: 404 })
  expect(await first.stop()).toBe(0)
  expect(first.output()).toContain('Stopping')

  const second = await startServer(first.folder)
  await expect.poll(() => seen(second), { timeout: 15_000 }).toEqual({ renamed: true, added: 200, unknown: 404 })
  expect(await second.stop()).toBe(0)
})
