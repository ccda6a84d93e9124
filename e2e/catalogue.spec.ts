import { expect, test } from './fixtures.ts'

test('someone whose system is slow finds three readings and goes on to the section', async ({ page, checkPage }) => {
  await page.goto('/')
  await checkPage(page)
  await page.getByRole('heading', { name: 'It is slow' }).click()
  await expect(page.getByRole('list', { name: 'To begin with: It is slow' }).getByRole('listitem')).toHaveCount(3)
  await page.getByRole('main').getByRole('link', { name: 'Performance', exact: true }).click()
  await expect(page).toHaveURL('/catalogue/performance')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Performance')
  await checkPage(page)
})

test('a reader walks from the catalogue to a topic, a reading and its neighbour', async ({ page, checkPage }) => {
  await page.goto('/catalogue')
  await checkPage(page)
  await page.getByRole('rowheader', { name: 'Distributed Caching' }).getByRole('link').click()
  await expect(page).toHaveURL('/catalogue/scalability/distributed-caching')
  await checkPage(page)
  await page.locator('.rows > li > a').first().click()
  await expect(page.getByRole('heading', { name: 'Where it is listed' })).toBeVisible()
  await checkPage(page)
})

test('a delisted reading offers the copy archived on the day it was listed', async ({ page }) => {
  await page.goto('/readings/microservices-patterns')
  await expect(page.getByRole('link', { name: 'Open the archived copy' })).toHaveAttribute(
    'href',
    'https://web.archive.org/web/20180204/http://microservices.io/patterns/',
  )
})

for (const path of ['/nowhere', '/readings/nowhere', '/catalogue/nowhere', '/catalogue/scalability/nowhere'])
  test(`${path} answers a real 404 with a way on`, async ({ page, checkPage }) => {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('link', { name: 'The catalogue' })).toBeVisible()
    await checkPage(page)
  })

test('whoever is signed in finds their own places on a page that is not there', async ({ person }) => {
  const { page } = await person()
  await page.goto('/today')
  for (const path of ['/nowhere', '/catalogue/nowhere', '/organisations/nowhere']) {
    await page.goto(path)
    await expect(page.getByRole('link', { name: 'Plans' })).toBeVisible()
    await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeHidden()
  }
})

test('every tile of the map has a name', async ({ page }) => {
  for (const width of [390, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('/catalogue')
    const map = page.getByRole('navigation', { name: 'Map of the catalogue' })
    await expect(map.getByRole('link').first()).toBeVisible()
    await expect(map.getByRole('link', { name: /^[\d\s]*$/ })).toHaveCount(0)
  }
})

test('without JavaScript the catalogue still reads', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/catalogue/availability')
  expect(await page.locator('.rows > li').count()).toBeGreaterThan(30)
  await context.close()
})
