import { measureScripts, measureSize } from '../bench/measure.ts'
import { expect, test } from './fixtures.ts'

const kB = 1000

test('a page of the catalogue is small enough for a train', async ({ request, baseURL }) => {
  const paths = new Set(['/catalogue'])
  // A set that grows while it is walked: every page that one leads to is looked at as well.
  for (const path of paths) {
    const html = await (await request.get(path)).text()
    for (const [, found = ''] of html.matchAll(/href="(\/catalogue\/[^"#?]+)"/g)) paths.add(found)
    const depth = path.split('/').length
    if (depth === 3) expect(await measureSize(`${baseURL}${path}`), path).toBeLessThanOrEqual(45 * kB)
    if (depth > 3) expect(await measureSize(`${baseURL}${path}`), path).toBeLessThanOrEqual(12 * kB)
  }
  expect(paths.size).toBeGreaterThan(45)
})

test('what a page needs of JavaScript at first stays within its budget', async ({ person, baseURL }) => {
  const ada = await person()
  const cookie = (await ada.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  for (const path of ['/', '/catalogue/scalability', '/readings/common-bottlenecks', '/search?q=kafka'])
    expect(await measureScripts(`${baseURL}${path}`), path).toBeLessThanOrEqual(budgets.catalogue)
  for (const path of ['/today', '/dashboard', '/notes', '/lists', '/plans', '/plans/new', '/settings'])
    expect(await measureScripts(`${baseURL}${path}`, { cookie }), path).toBeLessThanOrEqual(230 * kB)
})
