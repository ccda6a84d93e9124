import { measureScripts, measureSize } from '../bench/measure.ts'
import { expect, test } from './fixtures.ts'

const kB = 1000

/** Pages of the viewer. */
const own = ['/today', '/dashboard', '/notes', '/lists', '/plans', '/plans/new', '/settings']

test('a page of the catalogue is small enough for a train', async ({ request, baseURL }) => {
  const paths = new Set(['/catalogue'])
  // A set that grows while it is walked: every page that one leads to is looked at as well.
  for (const path of paths) {
    const html = await (await request.get(path)).text()
    for (const [, found = ''] of html.matchAll(/href="(\/catalogue\/[^"#?]+)"/g)) paths.add(found)
    const depth = path.split('/').length
    // The longest are 46.4 and 12.5 kB: what a page says of itself and the bar at the foot weigh up to 3 kB of it.
    if (depth === 3) expect(await measureSize(`${baseURL}${path}`), path).toBeLessThanOrEqual(47 * kB)
    if (depth > 3) expect(await measureSize(`${baseURL}${path}`), path).toBeLessThanOrEqual(13 * kB)
  }
  expect(paths.size).toBeGreaterThan(45)
})

test('what a page needs of JavaScript at first stays within its budget', async ({ person, baseURL }) => {
  const ada = await person()
  const cookie = (await ada.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const budgets = {
    '/': 150,
    '/catalogue/scalability': 150,
    '/catalogue/availability/resilience-engineering': 150,
    '/readings/common-bottlenecks': 150,
    '/search?q=kafka': 152,
    ...Object.fromEntries(own.map((path) => [path, 165])),
    // Above the 165 that study pages should need: the queue of presses and the timer weigh 3.4 kB more.
    '/today': 169,
    '/settings': 170,
    '/lists': 166,
  }
  const found: string[] = []
  for (const [path, budget] of Object.entries(budgets)) {
    const headers: Record<string, string> = own.includes(path) ? { cookie } : {}
    const size = await measureScripts(`${baseURL}${path}`, headers)
    if (size > budget * kB) found.push(`${path}: ${(size / kB).toFixed(1)} kB of ${budget}`)
  }
  expect(found).toEqual([])
})

test('a page asks for each of its two typefaces once, and early', async ({ page }) => {
  const fonts: string[] = []
  page.on('request', (request) => request.url().endsWith('.woff2') && fonts.push(request.url()))
  for (const path of ['/', '/catalogue/scalability', '/sign-in']) {
    fonts.length = 0
    const answer = await page.goto(path, { waitUntil: 'networkidle' })
    expect(new Set(fonts).size, path).toBe(fonts.length)
    expect(fonts.length, path).toBeLessThanOrEqual(2)
    const preloaded = (await answer!.text()).match(/<link rel="preload"[^>]+as="font"/g) ?? []
    const inHeader = answer!.headers().link?.match(/as="?font/g) ?? []
    expect(preloaded.length + inHeader.length, path).toBe(2)
  }
})
