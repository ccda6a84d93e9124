import { expect, test } from './fixtures.ts'
import { startServer } from './own-server.ts'

test('a person goes from the home page to a plan of their own, and finds everything again after a restart', async ({
  browser,
  checkPage,
}) => {
  test.setTimeout(180_000)
  const first = await startServer()
  const context = await browser.newContext()
  const page = await context.newPage()
  const email = 'ada@example.org'
  const password = 'a long walk by the sea'
  const markDone = page.getByRole('group', { name: 'Your mark' }).getByRole('button', { name: 'Done' })
  const note = page.getByRole('textbox', { name: 'Note', exact: true })

  await page.goto(first.address)
  await page.getByRole('heading', { name: 'It is slow' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Scalability', exact: true }).click()
  await page.getByRole('navigation', { name: 'Topics' }).getByRole('link', { name: 'Distributed Caching' }).click()
  await page.getByRole('heading', { name: 'Distributed Caching', level: 2 }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Distributed Caching')
  await page.getByRole('link', { name: 'EVCache: Caching for a Global Netflix' }).click()
  const reading = new URL(page.url()).pathname

  await markDone.click()
  await page.getByRole('status').getByRole('link', { name: 'Sign up' }).click()
  await page.getByLabel('Name').fill('Ada Lovelace')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page).toHaveURL(`${first.address}${reading}`)

  await markDone.click()
  await expect(markDone).toHaveAttribute('aria-pressed', 'true')
  await note.fill('A cache in each zone, **written through**.')
  await expect(page.locator('[data-note-state]')).toHaveText('Saved')
  await checkPage(page)

  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Plans' }).click()
  await page.getByRole('link', { name: 'Start a plan' }).click()
  await page.getByRole('link', { name: 'System design interview in 4 weeks' }).click()
  for (const weekday of ['Saturday', 'Sunday']) await page.getByLabel(weekday).fill('60')
  await page.getByRole('button', { name: 'Start this plan' }).click()
  await expect(page).toHaveURL(/\/plans\/(?!new)[\w-]+$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('System design interview in 4 weeks')
  const plan = new URL(page.url()).pathname
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Today' }).click()
  await expect(page.getByRole('link', { name: 'Anatomy of a System Design Interview', exact: true })).toBeVisible()
  await page.goto(`${first.address}/settings`)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(`${first.address}/`)
  expect(await first.stop()).toBe(0)

  const second = await startServer(first.folder)
  await page.goto(`${second.address}/today`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(`${second.address}/today`)
  await expect(page.getByRole('link', { name: 'Anatomy of a System Design Interview', exact: true })).toBeVisible()
  await page.goto(second.address + reading)
  await expect(markDone).toHaveAttribute('aria-pressed', 'true')
  await expect(note).toHaveValue('A cache in each zone, **written through**.')
  await page.goto(`${second.address}/catalogue/scalability/distributed-caching`)
  await expect(page.getByText('1 done of 29 readings')).toBeVisible()
  await page.goto(second.address + plan)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('System design interview in 4 weeks')
  await page.goto(`${second.address}/dashboard`)
  await expect(page.getByRole('main')).toContainText('EVCache: Caching for a Global Netflix')
  await context.close()
  expect(await second.stop()).toBe(0)
})
