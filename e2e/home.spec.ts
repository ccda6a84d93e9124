import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const day = (away: number) => new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10)
const names = ['It is slow', 'It is down', 'An interview is coming', 'A team is growing']

/** How far a page's parts have moved by themselves since it began to load. */
async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        const add = (list: PerformanceObserverEntryList) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!entry.hadRecentInput) sum += entry.value
        }
        new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => setTimeout(() => resolve(sum)))
      }),
  )
}

test('a stranger with a phone sees on the first screen what this is and all four situations', async ({
  page,
  checkPage,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 })
  await expect(page.getByText(/readings by engineers at/)).toBeInViewport({ ratio: 1 })
  for (const name of names) await expect(page.getByRole('heading', { name })).toBeInViewport({ ratio: 1 })
  await checkPage(page)
})

test('a situation opens to three readings, each with the reason why it stands there', async ({ page, checkPage }) => {
  await page.goto('/')
  for (const name of names) {
    await page.getByRole('heading', { name }).click()
    const rows = page.getByRole('list', { name: `To begin with: ${name}` }).getByRole('listitem')
    await expect(rows).toHaveCount(3)
    for (const row of await rows.all()) expect((await row.locator('i').innerText()).length).toBeGreaterThan(10)
  }
  await checkPage(page)
  // What a search leads to is open as well.
  await page.goto('/#down')
  await expect(page.getByRole('list', { name: 'To begin with: It is down' })).toBeVisible()
})

test('a newcomer gives an interview day and finds it in the fitting plan, after signing up', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('My interview is on').fill(day(33))
  await page.getByRole('button', { name: 'Show the plan that fits' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Sign up' }).click()
  await page.getByLabel('Name').fill('Ada Lovelace')
  await page.getByLabel('E-mail').fill(`${crypto.randomUUID()}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill('a long walk by the sea')
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('System design interview in 4 weeks')
  await expect(page.getByLabel('Interview day')).toHaveValue(day(33))
  await page.getByRole('link', { name: /1 week/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('System design interview in 1 week')
  await expect(page.getByLabel('Interview day')).toHaveValue(day(33))
})

test('somebody signed in has their day first, ticks in it, and nothing moves when it comes', async ({
  person,
  checkPage,
}) => {
  const ada = await person()
  const { page } = ada
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await expect(page.getByText('You have no plan yet.')).toBeVisible()
  const data = {
    templateId: 'system-design-interview-1-week',
    startDate: day(0),
    targetDate: day(14),
    weekdayMinutes: Array(7).fill(70),
    daysOff: [],
    timeZone: 'UTC',
  }
  expect((await ada.request.post('/api/v1/plans', { data })).status()).toBe(201)
  await page.reload()
  const today = page.getByRole('region', { name: 'Today' })
  await expect(today).toContainText(/\d to do, .*Interview in 14 days · on track/)
  await expect(today).toBeInViewport()
  expect(await shiftOf(page)).toBeLessThan(0.02)
  await checkPage(page)
  const box = today.getByRole('button', { name: /^Not done/ }).first()
  const title = (await box.getAttribute('aria-label'))!.replace('Not done: ', '')
  await box.click()
  await expect(today).toContainText(/1 of \d done/)
  await page.goto('/today')
  await expect(page.getByRole('button', { name: `Done: ${title}`, exact: true })).toBeVisible()
})
