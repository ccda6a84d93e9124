import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { createPerson, fromOwnPage, expect, signIn, test } from './fixtures.ts'
import { type OwnServer, startServer } from './own-server.ts'

// The first account of a server is its admin, so these tests have a server of their own, and go one after another.
test.describe.configure({ mode: 'serial' })

let server: OwnServer
test.beforeAll(async () => {
  test.setTimeout(180_000)
  server = await startServer()
})
test.afterAll(async () => {
  await server?.stop()
})

async function newPerson(browser: Browser, name: string) {
  const context = await browser.newContext({ baseURL: server.address })
  const person = await createPerson(context.request, name)
  await signIn(context.request, person)
  return { ...person, context, request: fromOwnPage(context.request), page: await context.newPage() }
}
let adminPromise: ReturnType<typeof newPerson> | undefined
const adminOf = (browser: Browser) => (adminPromise ??= newPerson(browser, 'Ada Admin'))

/** What the static page of a path says at a next visit. */
const textAt = async (path: string) => (await fetch(server.address + path)).text()

const list = `## Availability
* [Something that was not there before at Acme](https://acme.example/new)
* [Another one (2 parts)](https://acme.example/another)
`

test('an admin sees what a list would change, decides, applies it, and takes it back', async ({
  browser,
  checkPage,
}) => {
  const { page } = await adminOf(browser)
  await page.goto('/admin/import')
  await checkPage(page)
  await page
    .getByLabel('The list’s file')
    .setInputFiles({ name: 'README.md', mimeType: 'text/markdown', buffer: Buffer.from(list) })
  const added = page.getByRole('table', { name: 'New' })
  await expect(added.getByRole('row')).toHaveCount(3)
  await expect(page.getByText('a new list, readme-md')).toBeAttached()
  await checkPage(page)
  await added.getByRole('checkbox', { name: 'Take the change of Another one' }).uncheck()
  await page.getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(page.getByText('1 change made.')).toBeVisible()

  const path = '/readings/something-that-was-not-there-before-at-acme'
  await expect.poll(() => textAt(path)).toContain('Something that was not there before')
  expect(await textAt('/catalogue/availability')).toContain('Something that was not there before')
  expect((await fetch(`${server.address}/readings/another-one`)).status).toBe(404)

  await page.getByRole('button', { name: 'Undo: README.md' }).click()
  await expect(page.getByText('1 change taken back.')).toBeVisible()
  await expect(page.getByText(/· undone/)).toBeVisible()
  await expect.poll(async () => (await fetch(server.address + path)).status).toBe(404)
  expect(await textAt('/catalogue/availability')).not.toContain('Something that was not there before')
})

test('a doubtful pair waits for the admin’s answer', async ({ browser }) => {
  const { page } = await adminOf(browser)
  await page.goto('/admin/import')
  const doubtful = '## Principle\n* [The Principles of Chaos Engineering](https://chaos.example/principles)\n'
  await page
    .getByLabel('The list’s file')
    .setInputFiles({ name: 'README.md', mimeType: 'text/markdown', buffer: Buffer.from(doubtful) })
  await expect(page.getByRole('button', { name: 'Nothing to apply' })).toBeDisabled()
  await page.getByRole('button', { name: 'The same' }).click()
  await expect(page.getByRole('table', { name: 'New address' }).getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: /Take back my answer/ }).click()
  await expect(page.getByRole('button', { name: 'A new one' })).toBeVisible()
})

test('a reader says that a link has moved, the admin accepts, and the reader’s mark stays', async ({
  browser,
  checkPage,
}) => {
  const admin = await adminOf(browser)
  const reader = await newPerson(browser, 'Grace Reader')
  const path = '/readings/consistent-hashing'
  expect((await reader.request.put('/api/v1/marks/consistent-hashing', { data: { status: 'done' } })).ok()).toBe(true)
  await reader.page.goto(path)
  await reader.page.getByText('Something wrong with this link?').click()
  await reader.page.getByLabel('It has moved').check()
  await checkPage(reader.page)
  await reader.page.getByLabel('Where it is now').fill('https://moved.example/consistent-hashing')
  await reader.page.getByRole('button', { name: 'Tell the admin' }).click()
  await expect(reader.page.getByText('Told. The admin looks at it')).toBeVisible()

  await admin.page.goto('/admin/links')
  await expect(admin.page.getByText('Grace Reader says that it has moved')).toBeVisible()
  await checkPage(admin.page)
  await admin.page.getByRole('button', { name: 'Accept: Consistent Hashing' }).click()
  await expect(admin.page.getByText('Nobody waits.')).toBeVisible()

  await expect.poll(() => textAt(path)).toContain('Open on moved.example')
  expect(await textAt(path)).toContain('http://www.tom-e-white.com/2007/11/consistent-hashing.html')
  const { items } = (await (await reader.request.get('/api/v1/marks')).json()) as { items: unknown[] }
  expect(items).toMatchObject([{ readingId: 'consistent-hashing', status: 'done' }])

  await reader.page.goto('/changes')
  await expect(reader.page.getByText('New address of “Consistent Hashing”')).toBeVisible()
  await expect(reader.page.getByText('1 of what you marked')).toBeVisible()
  await checkPage(reader.page)
  await expect(async () => {
    await reader.page.reload()
    await expect(reader.page.getByText('Nothing has changed since you last looked.')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await reader.context.close()
})

test('a link that is found dead offers its archived copy and says so in lists', async ({ browser }) => {
  const admin = await adminOf(browser)
  const reader = await newPerson(browser, 'Grace Reader')
  expect(
    (await reader.request.post('/api/v1/readings/cache-is-king/reports', { data: { kind: 'dead' } })).status(),
  ).toBe(201)
  await admin.page.goto('/admin/links')
  await admin.page.getByRole('button', { name: 'Accept: Cache is King' }).click()
  await expect(admin.page.getByRole('heading', { name: /^Dead/ })).toBeVisible()
  await expect.poll(() => textAt('/readings/cache-is-king')).toContain('Open the archived copy')
  expect(await textAt('/catalogue/principle')).toContain('link dead')
  await admin.page.getByRole('button', { name: 'It works: Cache is King' }).click()
  await expect.poll(() => textAt('/readings/cache-is-king')).not.toContain('Open the archived copy')
  await reader.context.close()
})

test('the admin’s pages and handlers are for nobody else', async ({ browser }) => {
  await adminOf(browser)
  const reader = await newPerson(browser, 'Grace Reader')
  for (const path of ['/admin/import', '/admin/links']) {
    expect((await reader.page.goto(path))?.status()).toBe(404)
    expect((await fetch(server.address + path, { redirect: 'manual' })).status).toBe(307)
  }
  const given = { name: 'x', markdown: list }
  expect((await reader.request.post('/api/v1/catalogue-imports/preview', { data: given })).status()).toBe(403)
  expect((await reader.request.post('/api/v1/catalogue-imports', { data: { ...given, revision: 1 } })).status()).toBe(
    403,
  )
  await reader.context.close()
})

test('a command in another process imports a list, and the pages show it seconds later', async () => {
  const file = join(server.folder, 'README.md')
  writeFileSync(file, list)
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['bin/catalogue.ts', ...args], {
      env: { ...process.env, DATA_DIR: server.folder },
      encoding: 'utf8',
    })
  expect(run('import', file).stdout).toContain('Nothing is changed yet')
  expect(run('import', file, '--apply').stdout).toContain('2 changes made')
  await expect.poll(() => textAt('/readings/another-one'), { timeout: 15_000 }).toContain('Another one')
  expect(run('import', file, '--apply').stdout).toContain('Nothing to change.')
  expect(run('undo').stdout).toContain('Undone: README.md')
  await expect
    .poll(async () => (await fetch(`${server.address}/readings/another-one`)).status, { timeout: 15_000 })
    .toBe(404)
})

test('an admin makes a link for somebody who forgot their password, who sets a new one and signs in with it', async ({
  browser,
  checkPage,
}) => {
  const admin = await adminOf(browser)
  const bob = await newPerson(browser, 'Bob Forgetful')
  await admin.page.goto('/admin/people')
  await admin.page.getByRole('button', { name: /Make a reset link.*Bob Forgetful/ }).click()
  const link = (await admin.page.getByText('/reset#').textContent())!
  await checkPage(admin.page)

  const context = await browser.newContext({ baseURL: server.address })
  const page = await context.newPage()
  await page.goto(link)
  await page.getByLabel('New password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('at least 15 characters')).toBeVisible()
  await checkPage(page)
  const password = 'marble tundra 55 kite'
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.getByRole('link', { name: 'Sign in with it' }).click()
  await page.getByLabel('E-mail').fill(bob.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/today$/)
  expect((await bob.request.get('/api/v1/me')).status()).toBe(401)
  await page.goto('/settings')
  await expect(page.getByText('New password set by a link; signed out everywhere')).toBeVisible()
  await context.close()
  await admin.page.goto('/admin/log')
  await checkPage(admin.page)
})
