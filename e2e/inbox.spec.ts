import { randomUUID } from 'node:crypto'
import { expect, openPalette, test } from './fixtures.ts'

const dates = { startDate: '2030-01-07', weekdayMinutes: [60, 60, 60, 60, 60, 0, 0], timeZone: 'UTC' }

test('a person who is mentioned sees it counted on any page, reads it, and chooses what comes in', async ({
  person,
  checkPage,
}) => {
  const olive = await person('Olive Owner')
  const grace = await person('Grace Guest')
  const made = await olive.request.post('/api/v1/plans', { data: { templateId: 'it-is-slow', ...dates } })
  const plan = (await made.json()) as { id: string; items: { id: string }[] }
  const link = await olive.request.post(`/api/v1/plans/${plan.id}/links`, { data: { role: 'member' } })
  const token = ((await link.json()) as { url: string }).url.split('/').pop()
  expect((await grace.request.post(`/api/v1/shared/${token}/join`, { data: dates })).ok()).toBe(true)
  const comment = { id: randomUUID(), itemId: plan.items[0]!.id, markdown: '@Grace look at section 4' }
  expect((await olive.request.post(`/api/v1/plans/${plan.id}/comments`, { data: comment })).status()).toBe(201)

  const { page } = grace
  const unread = () => page.evaluate(() => document.documentElement.style.getPropertyValue('--unread'))
  await page.goto('/catalogue')
  await expect.poll(unread).toBe('"1"')
  // Known by now, so the next page shows it before it asks.
  await page.reload({ waitUntil: 'commit' })
  await expect.poll(unread).toBe('"1"')

  await page.getByRole('link', { name: /^Inbox/ }).click()
  await expect(page.getByText('1 unread')).toBeVisible()
  await checkPage(page)
  await page.getByRole('link', { name: /Olive Owner mentioned you/ }).click()
  await expect(page).toHaveURL(/\/items\/.*#comments$/)
  await page.goto('/inbox')
  await expect(page.getByText('All read')).toBeVisible()
  await expect.poll(unread).toBe('')
  await page.getByRole('button', { name: /^Mark unread/ }).click()
  await expect(page.getByText('1 unread')).toBeVisible()

  await page.goto('/settings')
  await page.getByLabel('Somebody mentions you in a comment').uncheck()
  await expect(page.getByRole('region', { name: 'Inbox' }).getByText('Saved')).toBeVisible()
  await page.goto('/inbox')
  await expect(page.getByText('Nothing yet.')).toBeVisible()
  await expect.poll(unread).toBe('')
})

test('the palette goes to a person’s own plans and does what it says', async ({ person }) => {
  const { page, request } = await person()
  const title = `Plan ${randomUUID().slice(0, 8)}`
  const made = await request.post('/api/v1/plans', { data: { templateId: 'it-is-slow', title, ...dates } })
  const { id } = (await made.json()) as { id: string }

  await page.goto('/readings/common-bottlenecks')
  let palette = await openPalette(page)
  await palette.getByRole('combobox').fill('mark done')
  await palette.getByRole('option', { name: /^Mark done/ }).click()
  await expect(palette).toBeHidden()
  const done = page.getByRole('group', { name: 'Your mark' }).getByRole('button', { name: 'Done' })
  await expect(done).toHaveAttribute('aria-pressed', 'true')

  palette = await openPalette(page)
  await palette.getByRole('combobox').fill('theme dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  palette = await openPalette(page)
  await palette.getByRole('combobox').fill(title)
  await palette.getByRole('option', { name: new RegExp(`^${title}`) }).click()
  await expect(page).toHaveURL(`/plans/${id}`)
})
