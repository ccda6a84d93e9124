import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, type SignedIn, test } from './fixtures.ts'

const day = (away: number) => new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10)
const long = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunte'
const readingId = 'common-bottlenecks'

/** A person with data on every page, whose every text is one long word. */
async function fill({ request }: SignedIn): Promise<string[]> {
  await request.patch('/api/v1/me', { data: { name: long } })
  const data = {
    templateId: 'system-design-interview-1-week',
    title: long,
    startDate: day(-6),
    targetDate: day(12),
    weekdayMinutes: Array(7).fill(60),
    daysOff: [],
    timeZone: 'UTC',
  }
  const plan = (await (await request.post('/api/v1/plans', { data })).json()) as { id: string; items: { id: string }[] }
  const path = `plans/${plan.id}`
  const listId = randomUUID()
  const card = { problem: long, numbers: long, choice: long, tradeOff: long, useWhen: long }
  const item = { id: randomUUID(), kind: 'drill', title: long, reason: long, prompt: long, minutes: 10, tier: 'must' }
  const calls: [verb: string, path: string, body?: object][] = [
    ['PATCH', path, { description: long }],
    ['POST', `${path}/phases`, { id: randomUUID(), title: long, goal: long }],
    ['POST', `${path}/items`, item],
    ['PATCH', `${path}/items/${plan.items[3]!.id}`, { title: long, reason: long, remark: long, prompt: long }],
    ['PUT', `${path}/items/${plan.items[0]!.id}`, { state: 'done' }],
    ['PUT', `${path}/items/${plan.items[1]!.id}`, { state: 'skipped', reason: long }],
    ['PUT', `notes/${readingId}`, { markdown: `# ${long}\n\n${long}`, card, version: 0 }],
    ['PUT', `marks/${readingId}`, { status: 'done' }],
    ['PUT', `lists/${listId}`, { title: long }],
    ['PUT', `lists/${listId}/entries/${readingId}`, {}],
  ]
  for (const [method, to, body] of calls) {
    const answer = await request.fetch(`/api/v1/${to}`, { method, data: body })
    expect(answer.status(), `${method} ${to}: ${await answer.text()}`).toBeLessThan(300)
  }
  const own = [
    '',
    '?view=calendar',
    '?view=items',
    '?view=history',
    '/people',
    '/notes',
    '/activity',
    '/share',
    '/settings',
  ]
  const pages = ['/', '/today', '/plans', '/dashboard', '/notes', '/notes?view=cards', '/lists', '/settings']
  return [...pages, `/lists/${listId}`, `/readings/${readingId}`, ...own.map((end) => `/plans/${plan.id}${end}`)]
}

/** Sums up layout shifts that nobody caused, from the first paint on. */
function watchShifts(): void {
  const seen = { sum: 0, parts: [] as string[] }
  Object.assign(window, { loadpathShifts: seen })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
      sources: { node: Node | null }[]
    })[]) {
      if (entry.hadRecentInput) continue
      seen.sum += entry.value
      for (const { node } of entry.sources) seen.parts.push(`${node?.nodeName}: ${node?.textContent?.slice(0, 40)}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

const shifts = (page: Page) =>
  page.evaluate(() => (window as unknown as { loadpathShifts: { sum: number; parts: string[] } }).loadpathShifts)

test('with much data on a phone no page moves as it loads, and no long word widens one', async ({ person }) => {
  test.setTimeout(180_000)
  const ada = await person()
  const { page } = ada
  const paths = await fill(ada)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.addInitScript(watchShifts)
  const found: string[] = []
  for (const path of paths) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    const { sum, parts } = await shifts(page)
    if (sum > 0.02) found.push(`${path} moves by ${sum.toFixed(3)}: ${parts.join(' | ')}`)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 390) found.push(`${path} is ${width} px wide`)
  }
  expect(found).toEqual([])
})

test('in the dark every page of a person is as accessible as in the light', async ({ person, checkPage }) => {
  test.setTimeout(180_000)
  const ada = await person()
  const { page } = ada
  const paths = await fill(ada)
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const path of [...paths, '/catalogue', '/catalogue/performance', '/questions', '/plans/new']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached()
    await checkPage(page)
  }
})
