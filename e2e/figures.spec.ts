import type { Locator } from '@playwright/test'
import { expect, type SignedIn, test } from './fixtures.ts'

const day = (away: number) => new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10)

interface Plan {
  id: string
  items: { id: string; kind: string; title: string; readingId: string | null }[]
}

/** A plan under way: behind, some items done, one skipped, read at one and a half times the estimate. */
async function studyFor(ada: SignedIn): Promise<Plan> {
  await ada.request.patch('/api/v1/me', { data: { speedPercent: 150 } })
  const data = {
    templateId: 'system-design-interview-4-weeks',
    startDate: day(-9),
    targetDate: day(20),
    weekdayMinutes: Array(7).fill(60),
    daysOff: [],
    timeZone: 'UTC',
  }
  const plan = (await (await ada.request.post('/api/v1/plans', { data })).json()) as Plan
  for (const [at, item] of plan.items.slice(0, 5).entries()) {
    const state = at === 2 ? 'skipped' : 'done'
    const answer = await ada.request.put(`/api/v1/plans/${plan.id}/items/${item.id}`, { data: { state, day: day(-2) } })
    expect(answer.status()).toBe(200)
  }
  return plan
}

/** The first group of a pattern in what a part of a page says. */
async function find(part: Locator, pattern: RegExp): Promise<string> {
  await expect(part.first()).toContainText(pattern)
  return pattern.exec((await part.first().innerText()).replaceAll(/\s+/g, ' '))![1]!
}

test('what is done, left and due is the same on every page that says it', async ({ person }) => {
  const ada = await person()
  const { page } = ada
  const plan = await studyFor(ada)
  const title = 'System design interview in 4 weeks'

  await page.goto(`/plans/${plan.id}`)
  const figures = page.getByRole('region', { name: 'How it goes' })
  const figure = (name: string) =>
    figures
      .locator('dl > div')
      .filter({ hasText: new RegExp(`^${name}`) })
      .locator('dd')
  const done = await find(page.locator('main header'), /(\d+ of \d+) done/)
  const left = await find(page.locator('main header'), /· ([^·]+) left/)
  const pace = (await figure('Pace').innerText()).toLowerCase()
  expect(done).toMatch(/^4 of /)
  await expect(figure('Done')).toHaveText(`${done} items`)
  await expect(figure('Left')).toHaveText(left)
  await expect(figure('Your reading time')).toHaveText('1.5 times the estimate')
  await expect(figures.getByRole('img')).toHaveCount(1)
  const studied = await figure('Studied').innerText()
  await expect(figures.locator('svg:visible text', { hasText: /^done/ })).toHaveText(`done ${studied}`)
  await expect(page.locator('main header').first()).toContainText(pace)

  await page.goto('/plans')
  const row = page.getByRole('listitem').filter({ hasText: title })
  await expect(row).toContainText(`${done} items, ${left} left`)
  expect((await row.innerText()).toLowerCase()).toContain(pace)

  await page.goto('/today')
  const head = page.locator('main header')
  const due = await find(head, /(\d+) to do/)
  const minutes = await find(head, /to do, (.+?)\s*Interview/)
  await expect(head).toContainText(pace)
  const rows = page.locator('[data-keys] section').first().locator('.item')
  const first = await rows.first().locator('.item-title').innerText()
  const itsMinutes = await rows.first().locator('.item-minutes').innerText()

  await page.goto('/dashboard')
  await expect(page.getByRole('link', { name: `Today ${due} items, ${minutes}` })).toBeVisible()
  await expect(page.getByRole('region', { name: 'This week' })).toContainText(pace)

  await page.goto('/')
  const home = page.getByRole('region', { name: 'Today' })
  await expect(home).toContainText(`${due} to do, ${minutes}`)
  await expect(home).toContainText(pace)
  await expect(home.locator('.item').filter({ hasText: first }).locator('.item-minutes')).toHaveText(itsMinutes.trim())

  // One reading takes as long wherever its item stands.
  for (const view of ['', '?view=items']) {
    await page.goto(`/plans/${plan.id}${view}`)
    const there = page.locator('.item').filter({ hasText: first }).first()
    await expect(there.locator('.item-minutes')).toHaveText(itsMinutes.trim())
  }
})
