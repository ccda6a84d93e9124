import type { APIRequestContext, Page } from '@playwright/test'
import { expect, type SignedIn, test } from './fixtures.ts'

const topic = '/catalogue/scalability/distributed-caching'
const reading = 'how-to-design-a-good-api-and-why-it-matters'

/** Ids of the first readings of the page's lists. */
async function idsOn(page: Page, count: number): Promise<string[]> {
  const links = page.locator('.rows > li > a:first-of-type')
  await expect(links.nth(count - 1)).toBeVisible()
  const paths = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname))
  return [...new Set(paths)].slice(0, count).map((path) => path.slice('/readings/'.length))
}

const rowOf = (page: Page, id: string) => page.locator(`.rows > li:has(a[href="/readings/${id}"])`).first()

async function marksOf(request: APIRequestContext): Promise<Record<string, string>> {
  const { items } = (await (await request.get('/api/v1/marks')).json()) as {
    items: { readingId: string; status: string }[]
  }
  return Object.fromEntries(items.map((mark) => [mark.readingId, mark.status]))
}

const mark = ({ request }: SignedIn, id: string, status: string) =>
  request.put(`/api/v1/marks/${id}`, { data: { status } })

test('several readings are marked at once and put back at once', async ({ person, checkPage }) => {
  const ada = await person()
  const { page } = ada
  await page.goto(topic)
  const [first = '', second = '', third = ''] = await idsOn(page, 3)
  await mark(ada, first, 'queued')
  await page.reload()
  await expect(rowOf(page, first)).toHaveAttribute('data-status', 'queued')
  await page.getByRole('button', { name: 'Select several' }).click()
  await rowOf(page, first).click()
  await rowOf(page, third).click({ modifiers: ['Shift'] })
  const bar = page.getByRole('toolbar', { name: 'Selected readings' })
  await expect(bar).toContainText('3 selected')
  await checkPage(page)
  await bar.getByRole('button', { name: 'Done' }).click()
  for (const id of [first, second, third]) await expect(rowOf(page, id)).toHaveAttribute('data-status', 'done')
  await expect.poll(() => marksOf(ada.request)).toEqual({ [first]: 'done', [second]: 'done', [third]: 'done' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => marksOf(ada.request)).toEqual({ [first]: 'queued' })
  await expect(rowOf(page, second)).not.toHaveAttribute('data-status')
})

test('opening a link marks nothing; who wants to be asked on coming back is asked', async ({ person }) => {
  const ada = await person()
  const { page } = ada
  await ada.request.patch('/api/v1/me', { data: { askOnReturn: true } })
  await page.goto('/dashboard')
  await ada.context.route(/^https:/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>the original</p>' }),
  )
  await page.goto(`/readings/${reading}`)
  await expect(page.getByRole('button', { name: 'Favourite' })).toBeEnabled()
  await page.locator(`[data-open-reading="${reading}"]`).click()
  await expect(page.getByText('the original')).toBeVisible()
  await page.clock.setFixedTime(Date.now() + 60_000)
  await page.goBack()
  await expect(page.getByText('Is it done?')).toBeVisible()
  expect(await marksOf(ada.request)).toEqual({})
  await page.locator('[data-toast]').getByRole('button', { name: 'Done' }).click()
  await expect.poll(() => marksOf(ada.request)).toEqual({ [reading]: 'done' })
})

test('minutes given after marking done are kept and correct the estimates', async ({ person }) => {
  const ada = await person()
  const { page } = ada
  await page.goto(`/readings/${reading}`)
  await page.getByRole('group', { name: 'Your mark' }).getByRole('button', { name: 'Done' }).click()
  await page.locator('[data-toast]').getByLabel('It took').fill('75')
  await page.locator('[data-toast]').getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByRole('spinbutton', { name: 'It took' })).toHaveValue('75')
  const { items } = (await (await ada.request.get('/api/v1/marks')).json()) as { items: { minutesSpent: number }[] }
  expect(items).toMatchObject([{ readingId: reading, status: 'done', minutesSpent: 75 }])
})

test('a mark made without a network waits, says so, and is saved when there is one', async ({ person }) => {
  const ada = await person()
  const { page } = ada
  await page.goto(topic)
  const [first = '', second = ''] = await idsOn(page, 2)
  await expect(page.getByRole('button', { name: 'Select several' })).toBeVisible()
  await ada.context.setOffline(true)
  await rowOf(page, first).getByRole('button').click()
  await rowOf(page, second).getByRole('button').click()
  await expect(rowOf(page, second)).toHaveAttribute('data-status', 'done')
  await expect(page.getByText('Not saved yet: 2 changes')).toBeVisible()
  await ada.context.setOffline(false)
  await expect.poll(() => marksOf(ada.request)).toEqual({ [first]: 'done', [second]: 'done' })
  await expect(page.getByText('Not saved yet')).toBeHidden()
})

test('a phone and a tab agree as soon as the tab gets the focus', async ({ person }) => {
  const ada = await person()
  const { page } = ada
  await page.goto(topic)
  const [first = ''] = await idsOn(page, 1)
  await expect(page.getByRole('button', { name: 'Select several' })).toBeVisible()
  await mark(ada, first, 'reading')
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(rowOf(page, first)).toHaveAttribute('data-status', 'reading')
})

test('the queue is put into one’s own order by buttons, keys and dragging', async ({ person, checkPage }) => {
  const ada = await person()
  const { page } = ada
  await page.goto(topic)
  const ids = await idsOn(page, 3)
  for (const id of ids) await mark(ada, id, 'queued')
  const [a = '', b = '', c = ''] = ids
  await page.goto('/lists')
  await checkPage(page)
  const queue = page.getByRole('list', { name: 'Queue' })
  const order = async () => {
    const { queue } = (await (await ada.request.get('/api/v1/lists')).json()) as { queue: string[] }
    return queue
  }
  const item = (id: string) => queue.locator(`#row-${id}`)
  await item(a)
    .getByRole('button', { name: / down$/ })
    .click()
  await expect.poll(order).toEqual([b, a, c])
  await item(c)
    .getByRole('button', { name: /^Move / })
    .press('Home')
  await expect.poll(order).toEqual([c, b, a])
  const handle = item(c).getByRole('button', { name: /^Move / })
  await handle.hover()
  await page.mouse.down()
  const last = await item(a).boundingBox()
  await page.mouse.move(100, (last?.y ?? 0) + (last?.height ?? 0) - 4, { steps: 8 })
  await page.mouse.up()
  await expect.poll(order).toEqual([b, a, c])
  await page.reload()
  await expect(queue.getByRole('listitem').first()).toHaveId(`row-${b}`)
})

test('favourite, rating and lists are kept for their owner alone', async ({ person, checkPage }) => {
  const [ada, eve] = [await person(), await person('Eve')]
  const { page } = ada
  await page.goto(`/readings/${reading}`)
  await page.getByRole('button', { name: 'Favourite' }).click()
  await page.getByRole('button', { name: 'Rate 4 of 5' }).click()
  await page.getByRole('button', { name: /^Lists/ }).click()
  await page.getByRole('textbox', { name: 'Title of a new list' }).fill('For Monday')
  await page.getByRole('button', { name: 'Make' }).click()
  await expect(page.getByRole('checkbox', { name: 'For Monday' })).toBeChecked()
  await checkPage(page)
  await expect
    .poll(async () => (await (await ada.request.get('/api/v1/opinions')).json()) as unknown)
    .toEqual({ items: [{ readingId: reading, favourite: true, rating: 4 }] })
  const lists = (await (await ada.request.get('/api/v1/lists')).json()) as { items: { id: string }[] }
  expect(lists.items).toMatchObject([{ title: 'For Monday', readingIds: [reading] }])
  const listId = lists.items[0]?.id ?? ''
  expect(await (await eve.request.get('/api/v1/opinions')).json()).toEqual({ items: [] })
  expect(await (await eve.request.get('/api/v1/lists')).json()).toEqual({ items: [], queue: [] })
  const entry = `/api/v1/lists/${listId}/entries/${reading}`
  expect((await eve.request.delete(entry)).status()).toBe(404)
  expect((await eve.request.put(`/api/v1/lists/${listId}/order`, { data: { readingIds: [] } })).status()).toBe(404)
  expect((await eve.page.goto(`/lists/${listId}`))?.status()).toBe(404)
  expect((await ada.request.delete(entry)).status()).toBe(204)
  await page.goto(`/lists/${listId}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('For Monday')
  await checkPage(page)
})

test('the dashboard says what to do when there is nothing, and shows what there is', async ({ person, checkPage }) => {
  const ada = await person()
  const { page } = ada
  await page.goto('/dashboard')
  await expect(page.getByRole('link', { name: 'Find a first reading' })).toBeVisible()
  await checkPage(page)
  await page.goto(topic)
  const [first = '', second = '', third = ''] = await idsOn(page, 3)
  await mark(ada, first, 'done')
  await mark(ada, second, 'reading')
  await mark(ada, third, 'queued')
  const note = { markdown: 'Lease against the thundering herd', card: {}, version: 0 }
  await ada.request.put(`/api/v1/notes/${first}`, { data: note })
  await page.goto('/dashboard')
  const covered = page.getByRole('region', { name: 'What you have covered' })
  await expect(covered.getByRole('listitem').filter({ hasText: 'Distributed Caching' })).toContainText('1 of')
  await expect(page.getByRole('region', { name: 'Where you were' }).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Last notes' })).toContainText('thundering herd')
  await expect(page.getByRole('img', { name: /^1 day of study/ }).first()).toBeVisible()
  await page.getByRole('region', { name: 'The year' }).getByText('As a table').click()
  await expect(page.getByRole('table', { name: /^1 day of study/ })).toBeVisible()
  await checkPage(page)
})

test('"I have 20 minutes" gives three readings that fit, each with its reason', async ({ person }) => {
  const ada = await person()
  const { page } = ada
  await page.goto('/dashboard')
  const part = page.getByRole('region', { name: 'Time at hand' })
  await part.getByLabel('I have').selectOption('45')
  await part.getByLabel('for').selectOption('video')
  await part.getByRole('button', { name: 'Pick three' }).click()
  await expect(page).toHaveURL(/minutes=45&medium=video/)
  await expect(part.getByRole('listitem')).toHaveCount(3)
  for (const text of await part.getByRole('listitem').allTextContents()) {
    expect(text).toMatch(/video/)
    // A longer one is offered as a first sitting: "45 of 50 min".
    expect(Number(/(\d+)(?: of \d+)? min/.exec(text)?.[1])).toBeLessThanOrEqual(45)
  }
})

test('notes are searched, filtered, and printed as a sheet of cards', async ({ person, checkPage }) => {
  const ada = await person()
  const { page } = ada
  await page.goto('/notes')
  await expect(page.getByRole('link', { name: 'Choose a reading' })).toBeVisible()
  await checkPage(page)
  await page.goto(topic)
  const [first = '', second = ''] = await idsOn(page, 2)
  const card = { problem: 'Herd', numbers: '', choice: 'Leases', tradeOff: '', useWhen: '' }
  await ada.request.put(`/api/v1/notes/${first}`, { data: { markdown: 'About leases', card, version: 0 } })
  await ada.request.put(`/api/v1/notes/${second}`, { data: { markdown: 'Something else', card: {}, version: 0 } })
  await page.goto('/notes')
  const rows = page.getByRole('list', { name: 'Notes' }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await page.getByLabel('Search in your notes').fill('LEASES')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows.locator('mark')).toHaveText('leases')
  await checkPage(page)
  await page.getByRole('link', { name: 'Cheat sheet' }).click()
  await expect(page.getByRole('article')).toHaveCount(1)
  await checkPage(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('search')).toBeHidden()
  await expect(page.getByText('1 card')).toBeVisible()
  expect((await page.pdf()).byteLength).toBeGreaterThan(1000)
})

test('everything is taken away, and brought back into an empty account after a look at what would change', async ({
  person,
  checkPage,
}) => {
  const [ada, eve] = [await person(), await person('Eve')]
  await mark(ada, reading, 'done')
  const card = { problem: 'Herd', numbers: '', choice: 'Leases', tradeOff: '', useWhen: '' }
  await ada.request.put(`/api/v1/notes/${reading}`, { data: { markdown: '=1+1', card, version: 0 } })

  const { page } = ada
  await page.goto('/settings')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Archive' }).click()
  const file = await (await download).path()
  const csv = await (await ada.request.get('/api/v1/archive?format=csv')).text()
  expect(csv).toContain("'=1+1")
  const zip = await (await ada.request.get('/api/v1/archive?format=markdown')).body()
  expect(zip.subarray(0, 2).toString()).toBe('PK')

  await eve.page.goto('/settings')
  await eve.page.getByLabel('Restore an archive').setInputFiles(file)
  await expect(eve.page.getByRole('table', { name: 'This would be brought in:' })).toBeVisible()
  expect(await marksOf(eve.request)).toEqual({})
  await checkPage(eve.page)
  await eve.page.getByRole('button', { name: 'Bring it in' }).click()
  await expect(eve.page.getByRole('table', { name: 'Done. This was brought in:' })).toBeVisible()
  expect(await marksOf(eve.request)).toEqual({ [reading]: 'done' })
  expect(await (await eve.request.get(`/api/v1/notes/${reading}`)).json()).toMatchObject({ markdown: '=1+1', card })
  await eve.page.getByLabel('Restore an archive').setInputFiles(file)
  await expect(eve.page.getByText('Everything is here already')).toBeVisible()
})

test('a ticked copy of the reading list marks done what is ticked', async ({ person }) => {
  const ada = await person()
  await ada.page.goto('/settings')
  const text =
    '- [x] [How To Design A Good API](https://www.infoq.com/presentations/effective-api-design/)\n- [x] [Nobody](https://nowhere.example)\n- [ ] [Other](https://example.org)'
  await ada.page
    .getByLabel('Import a ticked checklist')
    .setInputFiles({ name: 'README.md', mimeType: 'text/markdown', buffer: Buffer.from(text) })
  await expect(ada.page.getByText('Ticked and not done here yet: 1 reading')).toBeVisible()
  await ada.page.getByRole('button', { name: 'Mark them done' }).click()
  await expect(ada.page.getByText('Marked done: 1 reading')).toBeVisible()
  expect(await marksOf(ada.request)).toEqual({ [reading]: 'done' })
})
