import { beforeEach, expect, it } from 'vitest'
import { db, transaction } from '#db/client.ts'
import { listOwnReadings } from '#db/queries/own/own-readings.ts'
import { rebuildSearchIndex } from '#db/queries/search/search.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { importBookmarks } from './import-bookmarks.ts'

const now = Date.UTC(2026, 10, 28)
let ada: Person
beforeEach(async () => {
  await freshDatabase()
  createReadings(['kafka'])
  await transaction((tx) => rebuildSearchIndex(tx))
  ada = await createPerson()
})

const file = `https://x.example/a
https://www.x.example/a/?utm_source=mail
https://example.org/kafka
javascript:alert(1)`

it('bookmarks are told first, then brought in, and a second time nothing is added', async () => {
  const bring = (apply: boolean) => importBookmarks(ada.viewer, file, apply, now)
  const told = { links: 3, added: 1, known: 1, inCatalogue: 1, left: 1, noRoom: 0 }
  expect(await bring(false)).toMatchObject({ ...told, isApplied: false })
  expect((await listOwnReadings(ada.viewer, { limit: 10 })).total).toBe(0)
  expect(await bring(true)).toMatchObject({ ...told, isApplied: true })
  expect(await bring(true)).toMatchObject({ added: 0, known: 2 })
  expect((await listOwnReadings(ada.viewer, { limit: 10 })).items).toMatchObject([{ url: 'https://x.example/a' }])
})

it('50,000 links are answered with as many as there is room for, and others get their turn meanwhile', async () => {
  const links = Array.from({ length: 50_000 }, (_, n) => `<DT><A HREF="https://x${n % 97}.example/${n}">Link ${n}</A>`)
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  const report = await importBookmarks(
    ada.viewer,
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n${links.join('\n')}`,
    true,
    now,
  )
  clearInterval(watch)
  expect(report).toMatchObject({ links: 50_000, added: 10_000, noRoom: 40_000 })
  expect(db().$client.prepare('select count(*) from readings where owner_id = ?').pluck().get(ada.viewer.id)).toBe(
    10_000,
  )
  expect(longest).toBeLessThan(1000)
})
