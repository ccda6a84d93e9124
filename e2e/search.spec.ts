import fc from 'fast-check'
import { anyQuery } from '../lib/search/catalogue.testing.ts'
import { expect, openPalette, test } from './fixtures.ts'

const evcache = 'evcache-caching-for-a-global-netflix'

test('results follow the typing, and the address can be sent to a colleague', async ({ page, browser, checkPage }) => {
  await page.goto('/search')
  await checkPage(page)
  await page.getByRole('combobox', { name: 'Search the catalogue' }).pressSequentially('evcache warm')
  await expect(page.getByRole('link', { name: 'EVCache Cache Warmer Infrastructure' })).toBeVisible()
  await expect(page.getByRole('status').first()).toHaveText('1 reading')
  await expect(page).toHaveURL('/search?q=evcache+warm')
  await checkPage(page)

  const colleague = await browser.newPage()
  await colleague.goto(page.url())
  await expect(colleague.locator('.rows > li')).toHaveCount(1)
  await expect(colleague.getByRole('combobox', { name: 'Search the catalogue' })).toHaveValue('evcache warm')
  await colleague.close()
})

test('a name is completed from the keyboard and narrows the search', async ({ page, checkPage }) => {
  await page.goto('/search')
  const field = page.getByRole('combobox', { name: 'Search the catalogue' })
  await field.pressSequentially('kafka org:ube')
  await expect(page.getByRole('option', { name: 'Uber' })).toBeVisible()
  await expect(page.locator('#understood')).toContainText('from Uber')
  await checkPage(page)
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(field).toHaveValue('kafka org:uber ')
  await expect(page.getByText('Readings with “kafka”, from Uber.')).toBeVisible()
})

test('the way back brings results and field alike', async ({ page }) => {
  await page.goto('/search?q=evcache')
  const field = page.getByRole('combobox', { name: 'Search the catalogue' })
  await expect(page.getByRole('status').first()).toHaveText('2 readings')
  await field.fill('zuul')
  await field.press('Enter')
  await expect(page).toHaveURL('/search?q=zuul')
  await page.goBack()
  await expect(page).toHaveURL('/search?q=evcache')
  await expect(field).toHaveValue('evcache')
  await expect(page.getByRole('status').first()).toHaveText('2 readings')
})

test('a search says how it was understood, and each part can be taken off', async ({ page }) => {
  await page.goto('/search?q=org%3Anetflix+-topic%3Abig-data+is%3Adone+org%3Aacme')
  const understood = page.locator('#understood')
  await expect(understood).toContainText('Readings with “acme”, from Netflix, outside Big Data.')
  await expect(understood).toContainText('No organisation here is called “acme”')
  await expect(understood).toContainText('Sign in to search by your own marks and notes')
  await page.goto('/search?q=netfilx+org%3Anetflix&medium=video')
  await expect(understood).toContainText('Nothing here says “netfilx”; searched for “netflix” instead.')
  const before = await page.locator('.rows > li').count()
  await page.getByRole('list', { name: 'Narrowed by' }).getByRole('link', { name: 'Video' }).click()
  await expect(page).toHaveURL('/search?q=netfilx+org%3Anetflix')
  expect(await page.locator('.rows > li').count()).toBeGreaterThan(before)
})

test('a search that finds nothing offers a way on', async ({ page, checkPage }) => {
  await page.goto('/search?q=zzzzqqqq&medium=book')
  await checkPage(page)
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'search for the words alone' })).toHaveAttribute(
    'href',
    '/search?q=zzzzqqqq',
  )
})

test('without JavaScript one searches, narrows and goes on to the next ones', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/search')
  await page.getByLabel('Search the catalogue').last().fill('scaling')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/\/search\?q=scaling/)
  await page.getByRole('link', { name: 'The next ones' }).click()
  await expect(page.getByRole('link', { name: 'The ones before' })).toBeVisible()
  await page.getByRole('complementary').getByRole('link', { name: 'Video' }).click()
  await page.getByLabel('Search the catalogue').last().fill('scaling netflix')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/medium=video/)
  await expect(page.locator('.rows > li').first()).toBeVisible()
  await context.close()
})

test('one searches by one’s own marks, and nobody else’s', async ({ person }) => {
  const [ada, eve] = [await person('Ada'), await person('Eve')]
  await ada.request.put(`/api/v1/marks/${evcache}`, { data: { status: 'done' } })
  await ada.page.goto('/search?q=is%3Adone')
  await expect(ada.page.locator('.rows > li')).toHaveCount(1)
  await expect(ada.page.getByRole('region', { name: 'Your mark' })).toContainText('Done')
  await eve.page.goto('/search?q=is%3Adone')
  await expect(eve.page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
})

test('lists are worked from the keyboard', async ({ person, checkPage }) => {
  const { page, context, request } = await person()
  await page.goto('/catalogue/stability')
  await page.locator('html[data-viewer]').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const rows = page.locator('.rows > li')
  await expect(rows.nth(1).locator('a').first()).toBeFocused()
  await page.keyboard.press('k')
  await expect(rows.nth(0)).toHaveAttribute('data-current', '')

  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok())
  await page.keyboard.press('x')
  await expect(rows.nth(0)).toHaveAttribute('data-status', 'done')
  await saved
  expect(((await (await request.get('/api/v1/marks')).json()) as { items: unknown[] }).items).toHaveLength(1)

  await context.route(/^https?:\/\/(?!localhost)/, (route) => route.fulfill({ body: 'elsewhere' }))
  const opened = context.waitForEvent('page')
  await page.keyboard.press('o')
  expect((await opened).url()).not.toContain('localhost')

  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet).toBeVisible()
  await checkPage(page)
  await sheet.getByRole('checkbox').uncheck()
  await sheet.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('j')
  await expect(rows.nth(0)).toHaveAttribute('data-current', '')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Go to' })).toBeVisible()
})

test('a slash goes to the search, wherever one is', async ({ page }) => {
  await page.goto('/catalogue/stability')
  await page.keyboard.press('/')
  await page.keyboard.type('kafka')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/search?q=kafka')
})

test('the palette goes to organisations, topics and readings, and marks them', async ({ person, checkPage }) => {
  const { page } = await person()
  await page.goto('/')
  await page.locator('html[data-viewer]').waitFor()
  const palette = await openPalette(page)
  await expect(palette.getByRole('option', { name: 'Catalogue' })).toBeVisible()
  await page.keyboard.type('evcache caching')
  const option = palette.getByRole('option', { name: 'EVCache: Caching for a Global Netflix' })
  await expect(option).toBeVisible()
  await checkPage(page)
  // The technology of that name comes first.
  await expect(async () => {
    if ((await option.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
    await expect(option).toHaveAttribute('aria-selected', 'true', { timeout: 200 })
  }).toPass()
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok())
  await page.keyboard.press('Control+Enter')
  await expect(option.getByRole('img', { name: 'done' })).toBeVisible()
  await saved
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/readings/${evcache}`)
  await openPalette(page)
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('netfl')
  await expect(palette.getByRole('option').first()).toHaveText(/^\s*Netflix/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/organisations/netflix')
})

test('the palette is fetched when it is first opened', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
  await page.goto('/catalogue/stability', { waitUntil: 'networkidle' })
  const before = scripts.length
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Go to' })).toBeVisible()
  expect(scripts.length).toBeGreaterThan(before)
})

test('the map fills with what one has done, and leads on', async ({ person, checkPage }) => {
  const { page, request } = await person()
  await request.put(`/api/v1/marks/${evcache}`, { data: { status: 'done' } })
  await page.goto('/catalogue')
  const row = page.getByRole('row', { name: /^Distributed Caching/ })
  await expect(row.getByRole('cell').first()).toHaveText('1')
  const tile = page.getByRole('navigation', { name: /Map/ }).getByRole('link', { name: /^Distributed Caching/ })
  await expect(tile).toContainText('1 of ')
  await checkPage(page)
  await tile.click()
  await expect(page).toHaveURL('/catalogue/scalability/distributed-caching')
})

test('one goes from who wrote about what to an organisation, a technology and a reading', async ({
  page,
  checkPage,
}) => {
  await page.goto('/organisations')
  await checkPage(page)
  await page.getByRole('rowheader', { name: 'Netflix' }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Netflix')
  await checkPage(page)
  await page.getByRole('link', { name: 'Cassandra', exact: true }).click()
  await expect(page).toHaveURL('/technologies/cassandra')
  await checkPage(page)
  await page.locator('.rows > li > a').first().click()
  await expect(page.getByRole('region', { name: 'Related readings' }).getByRole('listitem').first()).toBeVisible()
})

for (const path of ['/organisations/nowhere', '/technologies/nowhere', '/api/v1/readings/nowhere'])
  test(`${path} answers 404`, async ({ request }) => {
    expect((await request.get(path)).status()).toBe(404)
  })

test('whatever is searched for, the server answers', async ({ request }) => {
  const texts = fc.sample(anyQuery, { numRuns: 150, seed: 7 })
  const raw = [
    'q=%E0%A4%A',
    'q=%00',
    'q[]=a&q[]=b',
    '__proto__=x&constructor=y',
    'cursor=-1',
    'cursor=99999999999',
    'sort=x&medium=',
  ]
  const queries = [
    ...texts.map((text) => `q=${encodeURIComponent(text.toWellFormed())}`),
    ...raw,
    `${'topic=a&'.repeat(500)}`,
  ]
  for (const query of queries)
    for (const path of ['/search', '/api/v1/readings']) {
      const status = (await request.get(`${path}?${query}`)).status()
      expect(status, `${path}?${query.slice(0, 200)}`).toBeLessThan(500)
    }
  expect((await request.get('/api/v1/readings?status=finished')).status()).toBe(422)
  expect((await request.get('/api/v1/readings?limit=1000')).status()).toBe(422)
})
