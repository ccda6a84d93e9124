import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const words = 'The library is closed today.'

/** From here on the server refuses every write of this page, and says why. */
async function refuseWrites(page: Page): Promise<void> {
  await page.route('**/api/v1/**', (route) =>
    route.request().method() === 'GET'
      ? route.continue()
      : route.fulfill({
          status: 422,
          contentType: 'application/problem+json',
          body: JSON.stringify({ title: 'Not accepted', detail: words }),
        }),
  )
}

test('a person hears of every kind of write that the server refuses, and sees it taken back', async ({ person }) => {
  const { page, request } = await person()
  const start = new Date().toISOString().slice(0, 10)
  const created = await request.post('/api/v1/plans', {
    data: {
      templateId: 'system-design-interview-1-week',
      startDate: start,
      targetDate: new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10),
      weekdayMinutes: [70, 70, 70, 70, 70, 70, 70],
      daysOff: [],
      timeZone: 'UTC',
    },
  })
  expect(created.status()).toBe(201)
  const plan = (await created.json()) as { id: string }
  await request.put('/api/v1/lists/11111111-1111-4111-8111-111111111111', { data: { title: 'For the train' } })

  const isTold = async (press: () => Promise<void>) => {
    await press()
    const toast = page.getByRole('status').filter({ hasText: `Not saved: ${words}` })
    await expect(toast).toBeVisible()
    // Gone before the next is looked for.
    await page.evaluate(() => document.querySelector('[data-toast]')?.remove())
  }
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()

  const open = async () => {
    await page.goto('/readings/common-bottlenecks')
    await expect(page.getByRole('button', { name: 'Favourite' })).toBeEnabled()
  }
  await open()
  await refuseWrites(page)
  const done = page.getByRole('group', { name: 'Your mark' }).getByRole('button', { name: 'Done' })
  await isTold(() => done.click())
  await expect(done).toHaveAttribute('aria-pressed', 'false')
  await open()
  await isTold(() => press('Favourite'))
  await expect(page.getByRole('button', { name: 'Favourite' })).toHaveAttribute('aria-pressed', 'false')
  await open()
  await isTold(() => press('Rate 4 of 5'))
  await open()
  await isTold(() => press(/^Start a timer|^Time/))
  await open()
  await press(/^Lists/)
  await isTold(() => page.getByRole('checkbox', { name: 'For the train' }).click())

  await page.goto('/catalogue/stability')
  const box = page.locator('.rows > li > button').first()
  await isTold(() => box.click())
  await expect(box).toHaveAttribute('aria-pressed', 'false')

  await page.goto('/today')
  const tick = page.locator('[data-tick]').first()
  await isTold(() => tick.click())
  await expect(tick).toHaveAttribute('aria-pressed', 'false')

  await page.goto(`/plans/${plan.id}/people`)
  const nothing = page.getByRole('radio').first()
  const chosen = page.getByRole('radio', { checked: true })
  const before = await chosen.evaluate((input) => input.parentElement?.textContent)
  await isTold(() => nothing.check())
  await expect.poll(() => chosen.evaluate((input) => input.parentElement?.textContent)).toBe(before)

  await page.goto(`/plans/${plan.id}/share`)
  await isTold(() => page.getByRole('radio', { name: /Public, to look at/ }).check())
  await expect(page.getByRole('radio', { name: /^Private/ })).toBeChecked()
})
