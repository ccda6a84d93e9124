import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import { expect, openPalette, test } from './fixtures.ts'

const topic = '/catalogue/scalability/distributed-caching'
const reading = 'how-to-design-a-good-api-and-why-it-matters'

const rows = (page: Page) => page.locator('.rows > li')
const toast = (page: Page) => page.locator('[data-toast]')
const idOf = async (page: Page, nth: number) =>
  (await rows(page).nth(nth).locator('a').first().getAttribute('href'))?.slice('/readings/'.length) ?? ''

async function marksOf(request: APIRequestContext): Promise<Record<string, string>> {
  const { items } = (await (await request.get('/api/v1/marks')).json()) as {
    items: { readingId: string; status: string }[]
  }
  return Object.fromEntries(items.map((mark) => [mark.readingId, mark.status]))
}

test('a box pressed before the page’s scripts are there is marked as soon as they are', async ({ person }) => {
  const { page, request } = await person()
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.goto('/dashboard')
  await page.route(/\.js(\?|$)/, async (route) => {
    await released
    await route.continue()
  })
  await page.goto(topic, { waitUntil: 'commit' })
  const [first, second] = [await idOf(page, 0), await idOf(page, 1)]
  await rows(page).nth(0).getByRole('button').click()
  await rows(page).nth(1).getByRole('button').click()
  await expect(rows(page).nth(0)).not.toHaveAttribute('data-status')
  release()
  await expect(rows(page).nth(0)).toHaveAttribute('data-status', 'done')
  await expect.poll(() => marksOf(request)).toEqual({ [first]: 'done', [second]: 'done' })
  await rows(page).nth(1).getByRole('button').click()
  await expect.poll(() => marksOf(request)).toEqual({ [first]: 'done' })
})

test('one press in a list is undone from its toast, and the mark before comes back', async ({ person }) => {
  const { page, request } = await person()
  await page.goto(topic)
  const first = await idOf(page, 0)
  await request.put(`/api/v1/marks/${first}`, { data: { status: 'queued' } })
  await page.reload()
  await expect(rows(page).nth(0)).toHaveAttribute('data-status', 'queued')
  await rows(page).nth(0).getByRole('button').click()
  await expect.poll(() => marksOf(request)).toEqual({ [first]: 'done' })
  await toast(page).getByRole('button', { name: 'Undo' }).click()
  await expect(rows(page).nth(0)).toHaveAttribute('data-status', 'queued')
  await expect.poll(() => marksOf(request)).toEqual({ [first]: 'queued' })
})

test('the keys 1 to 4 mark the reading in hand, in lists and on its own page', async ({ person }) => {
  const { page, request } = await person()
  await page.goto(topic)
  const first = await idOf(page, 0)
  await expect(page.getByRole('button', { name: 'Select several' })).toBeVisible()
  await page.keyboard.press('j')
  for (const [key, status] of [
    ['1', 'queued'],
    ['2', 'reading'],
    ['4', 'skipped'],
    ['3', 'done'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(rows(page).nth(0)).toHaveAttribute('data-status', status)
  }
  await page.keyboard.press('3')
  await expect.poll(() => marksOf(request)).toEqual({})
  await page.goto(`/readings/${first}`)
  await expect(page.getByRole('button', { name: 'Favourite' })).toBeEnabled()
  await page.keyboard.press('2')
  await expect.poll(() => marksOf(request)).toEqual({ [first]: 'reading' })
})

test('a mark from the palette says so there, and is undone there', async ({ person, checkPage }) => {
  const { page, request } = await person()
  await page.goto('/dashboard')
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible()
  const palette = await openPalette(page)
  await palette.getByRole('combobox').fill('how to design a good api')
  await palette.getByRole('option', { name: /^not marked how to design a good api/i }).hover()
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => marksOf(request)).toEqual({ [reading]: 'done' })
  await expect(palette.locator('[data-toast]')).toContainText('Done: How To Design A Good API')
  await checkPage(page)
  await palette.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => marksOf(request)).toEqual({})
})

test('several are selected wherever rows show', async ({ person }) => {
  const { page, request } = await person()
  for (const path of [
    '/search?q=cache',
    '/organisations/netflix',
    '/technologies/redis',
    '/readings/cache-efficiency-exercise-at-facebook',
  ]) {
    await page.goto(path)
    const ids = [await idOf(page, 0), await idOf(page, 1)]
    await page.getByRole('button', { name: 'Select several' }).click()
    await rows(page).nth(0).click()
    await rows(page).nth(1).click()
    const bar = page.getByRole('toolbar', { name: 'Selected readings' })
    await bar.getByRole('button', { name: 'Reading', exact: true }).click()
    await expect(rows(page).nth(1)).toHaveAttribute('data-status', 'reading')
    await expect.poll(() => marksOf(request)).toEqual({ [ids[0] ?? '']: 'reading', [ids[1] ?? '']: 'reading' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => marksOf(request)).toEqual({})
  }
})

test('rows of the queue and of an own list are marked like those of any list', async ({ person, checkPage }) => {
  const { page, request } = await person()
  await page.goto(topic)
  const ids = [await idOf(page, 0), await idOf(page, 1)]
  const listId = randomUUID()
  await request.put(`/api/v1/lists/${listId}`, { data: { title: 'Own' } })
  for (const id of ids) {
    await request.put(`/api/v1/marks/${id}`, { data: { status: 'queued' } })
    await request.put(`/api/v1/lists/${listId}/entries/${id}`)
  }
  await page.goto('/lists')
  const queue = page.getByRole('list', { name: 'Queue' }).getByRole('listitem')
  await expect(queue.nth(0)).toHaveAttribute('data-status', 'queued')
  await queue.nth(0).locator('> button').click()
  await expect(queue.nth(0)).toHaveAttribute('data-status', 'done')
  await page.goto(`/lists/${listId}`)
  const own = page.getByRole('list', { name: 'Own' }).getByRole('listitem')
  await expect(own.nth(0)).toHaveAttribute('data-status', 'done')
  await checkPage(page)
  await page.getByRole('button', { name: 'Select several' }).click()
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await page
    .getByRole('toolbar', { name: 'Selected readings' })
    .getByRole('button', { name: 'Skipped', exact: true })
    .click()
  await expect.poll(() => marksOf(request)).toEqual(Object.fromEntries(ids.map((id) => [id, 'skipped'])))
})

test('a favourite, a rating and a list wait for a server that is away, and say so', async ({ person }) => {
  const { page, request, context } = await person()
  await page.goto(`/readings/${reading}`)
  await expect(page.getByRole('button', { name: 'Favourite' })).toBeEnabled()
  let isAway = true
  await context.route('**/api/v1/**', (route) => (isAway ? route.abort() : route.continue()))
  await page.getByRole('button', { name: 'Favourite' }).click()
  await page.getByRole('button', { name: 'Rate 4 of 5' }).click()
  await page.getByRole('button', { name: 'Lists' }).click()
  await page.getByRole('textbox', { name: 'Title of a new list' }).fill('For the train')
  await page.getByRole('button', { name: 'Make', exact: true }).click()
  await expect(page.getByText('Not saved yet: 4 changes')).toBeVisible()
  isAway = false
  await expect(page.getByText('Not saved yet')).toBeHidden({ timeout: 20_000 })
  expect(await (await request.get('/api/v1/opinions')).json()).toMatchObject({
    items: [{ readingId: reading, favourite: true, rating: 4 }],
  })
  expect(await (await request.get('/api/v1/lists')).json()).toMatchObject({
    items: [{ title: 'For the train', readingIds: [reading] }],
  })
})

test('over plain http, where browsers give no ids, a list is made all the same', async ({ person }) => {
  const { page, request } = await person()
  await page.addInitScript(() => {
    Object.defineProperty(Crypto.prototype, 'randomUUID', { value: undefined })
  })
  await page.goto('/lists')
  await page.getByRole('textbox', { name: 'Title of a new list' }).fill('Plain')
  await page.getByRole('button', { name: 'Make it' }).click()
  await expect(page.getByRole('link', { name: 'Plain' })).toBeVisible()
  await expect
    .poll(async () => (await request.get('/api/v1/lists')).json())
    .toMatchObject({ items: [{ title: 'Plain' }] })
})

test('the dashboard and the queue show what a phone did as soon as their tab gets the focus', async ({ person }) => {
  const { page, request } = await person()
  const focus = () => page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await request.put(`/api/v1/marks/${reading}`, { data: { status: 'done' } })
  await page.goto('/dashboard')
  await request.put('/api/v1/marks/cache-is-king', { data: { status: 'reading' } })
  await expect(async () => {
    await focus()
    await expect(rows(page).filter({ hasText: 'Cache is King' }).first()).toHaveAttribute('data-status', 'reading', {
      timeout: 2000,
    })
  }).toPass()
  await page.goto('/lists')
  await expect(page.getByText('Nothing is queued.')).toBeVisible()
  await request.put('/api/v1/marks/anti-caching', { data: { status: 'queued' } })
  await expect(async () => {
    await focus()
    await expect(page.getByRole('list', { name: 'Queue' }).getByRole('listitem')).toHaveAttribute(
      'data-status',
      'queued',
      { timeout: 2000 },
    )
  }).toPass()
})
