import { randomUUID } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import type { Page } from '@playwright/test'
import { createPerson, expect, signIn, test } from './fixtures.ts'

const password = 'lantern orbit quill 7'
const newAddress = () => `${randomUUID()}@example.org`

async function fillSignIn(page: Page, email: string, word: string) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(word)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('a person signs up, is signed in at once and goes where they were going, in their own time zone', async ({
  browser,
  checkPage,
}) => {
  const context = await browser.newContext({ timezoneId: 'Asia/Tokyo' })
  const page = await context.newPage()
  await page.goto('/settings')
  await expect(page).toHaveURL('/sign-in?to=%2Fsettings')
  await page.getByRole('main').getByRole('link', { name: 'Sign up' }).click()
  await checkPage(page)
  await page.getByLabel('Name').fill('Grace Hopper')
  await page.getByLabel('E-mail').fill(newAddress())
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page).toHaveURL('/settings')
  await expect(
    page.getByRole('textbox', { name: 'Name', description: 'People on a plan with you see it.' }),
  ).toHaveValue('Grace Hopper')
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo')
  await page.goto('/catalogue')
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible()
  await context.close()
})

test('who signs up wrongly is told under each field, keeps what was typed and is put where it is wrong', async ({
  page,
  checkPage,
}) => {
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill('Grace Hopper')
  await page.getByLabel('E-mail').fill('grace@')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Sign up' }).click()
  const email = page.getByLabel('E-mail')
  await expect(email).toHaveAccessibleDescription(/Not an e-mail address/)
  await expect(email).toBeFocused()
  await expect(page.getByLabel('Name')).toHaveValue('Grace Hopper')
  await checkPage(page)
  await email.fill(newAddress())
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/this one has 5/)
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
})

test('an address that has an account is sent to sign in', async ({ page, request }) => {
  const { email } = await createPerson(request)
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill('Grace Hopper')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/Sign in instead/)
})

test('a person who mistypes the password keeps the address and gets in with the right one', async ({
  page,
  request,
  checkPage,
}) => {
  const ada = await createPerson(request)
  await page.goto('/sign-in?to=/settings')
  await checkPage(page)
  await fillSignIn(page, ada.email, 'wrong')
  await expect(page.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(ada.email)
  await checkPage(page)
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'text')
  await fillSignIn(page, ada.email, ada.password)
  await expect(page).toHaveURL('/settings')
})

test('signing in works without JavaScript, and keeps the address after a mistake', async ({ browser, request }) => {
  const ada = await createPerson(request)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/sign-in?to=/settings')
  await fillSignIn(page, ada.email, 'wrong')
  await expect(page.getByRole('alert')).toContainText('do not belong together')
  await expect(page.getByLabel('E-mail')).toHaveValue(ada.email)
  await fillSignIn(page, ada.email, ada.password)
  await expect(page).toHaveURL('/settings')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  await page.goto('/settings')
  await expect(page).toHaveURL('/sign-in?to=%2Fsettings')
  await context.close()
})

for (const to of ['https://example.com/', '//example.com', '/\\example.com', 'javascript:alert(1)'])
  test(`a link to sign in does not lead on to ${to}`, async ({ person, baseURL }) => {
    const { page } = await person()
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
    expect(new URL(page.url()).origin).toBe(baseURL)
  })

test('signing out forgets what the browser kept, and the old cookie opens nothing', async ({ person }) => {
  const ada = await person()
  await ada.page.goto('/settings')
  const kept = await ada.context.cookies()
  await ada.page.evaluate(() => localStorage.setItem('loadpath.draft.some-reading', 'half a thought'))
  await ada.page.getByRole('button', { name: 'Sign out' }).click()
  await expect(ada.page).toHaveURL('/')
  await expect(ada.page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true })).toBeVisible()
  const keys = await ada.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('loadpath.')))
  expect(keys).toEqual([])
  await ada.context.addCookies(kept)
  expect((await ada.request.get('/api/v1/me')).status()).toBe(401)
})

test('a person changes their settings and finds them again', async ({ person, checkPage }) => {
  const { page } = await person()
  await page.goto('/settings')
  await checkPage(page)
  await page.getByRole('textbox', { name: 'Name', description: 'People on a plan with you see it.' }).fill('Ada L')
  await page.getByLabel('Time zone').selectOption('America/Lima')
  await page.getByLabel('A new day begins at').selectOption('04:00')
  await page.getByLabel('Your reading time').fill('150')
  await page.getByLabel('Ask whether').check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(
    page.getByRole('textbox', { name: 'Name', description: 'People on a plan with you see it.' }),
  ).toHaveValue('Ada L')
  await expect(page.getByLabel('Time zone')).toHaveValue('America/Lima')
  await expect(page.getByLabel('A new day begins at')).toHaveValue('4')
  await expect(page.getByLabel('Your reading time')).toHaveValue('150')
  await expect(page.getByLabel('Ask whether')).toBeChecked()
})

test('a new password and a new address are what one signs in with from then on, after a proof', async ({
  person,
  browser,
  checkPage,
}) => {
  const ada = await person()
  const phone = await browser.newContext()
  await signIn(phone.request, ada)
  await ada.page.goto('/settings')
  // A quarter of an hour later, as the server sees it.
  const file = new Sqlite(`${process.env.E2E_DATA_DIR ?? 'test-results/data'}/loadpath.db`)
  file.prepare('update sessions set proved_at = 0 where user_id = ?').run(ada.id)
  file.close()
  await ada.page.getByLabel('New password', { exact: true }).fill(password)
  await ada.page.getByRole('button', { name: 'Change the password' }).click()
  const dialog = ada.page.getByRole('dialog', { name: 'Is it you?' })
  await dialog.getByLabel('Your password', { exact: true }).fill('wrong')
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await expect(dialog.getByLabel('Your password', { exact: true })).toHaveAccessibleDescription(/not your password/)
  await checkPage(ada.page)
  await dialog.getByLabel('Your password', { exact: true }).fill(ada.password)
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await expect(ada.page.getByText('Saved', { exact: true })).toBeVisible()
  expect((await phone.request.get('/api/v1/me')).status()).toBe(401)
  expect((await ada.request.get('/api/v1/me')).status()).toBe(200)
  const email = newAddress()
  await ada.page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await ada.page.getByRole('button', { name: 'Change the e-mail' }).click()
  await expect(ada.page.getByText('Saved', { exact: true })).toHaveCount(2)
  await signIn(phone.request, { ...ada, email, password })
  await phone.close()
})

test('signing out everywhere else ends the other browsers at their next request', async ({ person, browser }) => {
  const ada = await person()
  const phone = await browser.newContext()
  await signIn(phone.request, ada)
  const open = await phone.newPage()
  await open.goto('/settings')
  await ada.page.goto('/settings')
  const sessions = ada.page.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem')
  await expect(sessions).toHaveCount(2)
  await ada.page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(ada.page.getByText('signed out everywhere but here')).toBeVisible()
  await expect(sessions).toHaveCount(1)
  await open.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(open.getByRole('alert').filter({ hasText: 'Sign in' })).toBeVisible()
  await open.goto('/settings')
  await expect(open).toHaveURL('/sign-in?to=%2Fsettings')
  expect((await ada.request.get('/api/v1/me')).status()).toBe(200)
  await phone.close()
})

test('a person deletes their account by typing its address, and it is gone', async ({ person, page, checkPage }) => {
  const ada = await person()
  await ada.page.goto('/settings')
  await ada.page.getByText('Delete everything that is mine here').click()
  await checkPage(ada.page)
  const sure = ada.page.getByLabel('Your e-mail address, to be sure')
  await sure.fill('somebody@example.org')
  await ada.page.getByRole('button', { name: 'Delete my account' }).click()
  await expect(sure).toHaveAccessibleDescription(/address is/)
  await sure.fill(ada.email)
  await ada.page.getByRole('button', { name: 'Delete my account' }).click()
  await expect(ada.page).toHaveURL('/')
  expect((await ada.request.get('/api/v1/me')).status()).toBe(401)
  await page.goto('/sign-in')
  await fillSignIn(page, ada.email, ada.password)
  await expect(page.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeVisible()
})
