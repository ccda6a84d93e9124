import type { Page } from '@playwright/test'
import { expect, type SignedIn, test } from './fixtures.ts'

const reading = 'how-to-design-a-good-api-and-why-it-matters'

const noteOn = (page: Page) => ({
  text: page.getByRole('textbox', { name: 'Note', exact: true }),
  choice: page.getByRole('textbox', { name: 'Choice' }),
  status: page.locator('[data-note-state]'),
})

async function open(page: Page) {
  await page.goto(`/readings/${reading}`)
  await expect(noteOn(page).text).toBeEnabled()
  return noteOn(page)
}

const savedNote = async ({ request }: SignedIn) =>
  (await (await request.get(`/api/v1/notes/${reading}`)).json()) as { markdown: string; version: number }

test('a note and its card save themselves, say so, and are there on the next visit', async ({ person, checkPage }) => {
  const { page } = await person()
  const note = await open(page)
  await note.text.fill('Hello **world**')
  await note.choice.fill('Few verbs, many nouns')
  await expect(note.status).toHaveText('Saved')
  await checkPage(page)
  await page.reload()
  await expect(note.text).toHaveValue('Hello **world**')
  await expect(note.choice).toHaveValue('Few verbs, many nouns')
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.locator('.written strong')).toHaveText('world')
  await checkPage(page)
})

test('keys format the text, and the browser takes it back', async ({ person }) => {
  const { page } = await person()
  const note = await open(page)
  await note.text.pressSequentially('one two')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+b')
  await expect(note.text).toHaveValue('one **two**')
  await page.keyboard.press('Control+z')
  await expect(note.text).toHaveValue('one two')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- three')
  await page.keyboard.press('Enter')
  await page.keyboard.type('four')
  await expect(note.text).toHaveValue('one two\n- three\n- four')
  await page.getByRole('button', { name: 'Tasks' }).click()
  await expect(note.text).toHaveValue('one two\n- three\n- [ ] four')
})

test('without a network nothing is lost: the page says so, and saves when there is one', async ({ person }) => {
  const ada = await person()
  const note = await open(ada.page)
  await ada.context.setOffline(true)
  await note.text.fill('Written on a train')
  await expect(note.status).toContainText('Not saved')
  await expect(note.status).toContainText('kept in this browser')
  await ada.context.setOffline(false)
  await expect(note.status).toHaveText('Saved')
  expect((await savedNote(ada)).markdown).toBe('Written on a train')
})

test('a draft survives the crash of its tab', async ({ person }) => {
  const ada = await person()
  const note = await open(ada.page)
  let isServerAway = true
  await ada.context.route('**/api/v1/notes/**', (route) =>
    isServerAway && route.request().method() === 'PUT' ? route.abort() : route.continue(),
  )
  await note.text.fill('Half a thought')
  await expect(note.status).toContainText('Not saved')
  await ada.page.goto('chrome://crash').catch(() => {})
  isServerAway = false
  const page = await ada.context.newPage()
  const again = await open(page)
  await expect(again.text).toHaveValue('Half a thought')
  await expect(again.status).toHaveText('Saved')
  expect((await savedNote(ada)).markdown).toBe('Half a thought')
})

test('two devices that write the same note lose no word: the second gets both texts and chooses', async ({
  person,
  checkPage,
}) => {
  const ada = await person()
  const laptop = await open(ada.page)
  const phone = await ada.context.newPage()
  const onPhone = await open(phone)
  await onPhone.text.fill('From the phone')
  await expect(onPhone.status).toHaveText('Saved')
  // The laptop's tab had no focus since, and still holds the older note.
  await laptop.text.fill('From the laptop')
  await expect(laptop.status).toContainText('changed elsewhere too')
  const both = ada.page.getByRole('group', { name: 'Two versions of this note' })
  await expect(both).toContainText('From the phone')
  await expect(both).toContainText('From the laptop')
  await checkPage(ada.page)
  await both.getByRole('button', { name: 'Save this choice' }).click()
  await expect(laptop.status).toHaveText('Saved')
  const { markdown } = await savedNote(ada)
  expect(markdown).toContain('From the phone')
  expect(markdown).toContain('From the laptop')
})

test('an earlier version can be seen, compared and restored', async ({ person, checkPage }) => {
  const { page } = await person()
  const note = await open(page)
  await note.text.fill('The first words')
  await expect(note.status).toHaveText('Saved')
  await note.text.fill('Other words')
  await page.keyboard.press('Control+s')
  await expect(note.status).toHaveText('Saved')
  await page.getByRole('button', { name: 'History' }).click()
  const history = page.getByRole('dialog', { name: 'History of your note' })
  await history.getByRole('list', { name: 'Versions' }).getByRole('button').last().click()
  await expect(history.locator('ins')).not.toHaveCount(0)
  await checkPage(page)
  await history.getByRole('button', { name: 'Restore this version' }).click()
  await expect(note.text).toHaveValue('The first words')
  await expect(note.status).toHaveText('Saved')
})

test('a stranger finds no note, and the writer still does', async ({ person }) => {
  const [ada, eve] = [await person(), await person('Eve')]
  await ada.request.put(`/api/v1/notes/${reading}`, { data: { markdown: 'mine', card: {}, version: 0 } })
  expect((await eve.request.get(`/api/v1/notes/${reading}`)).status()).toBe(404)
  expect(await (await eve.request.get('/api/v1/notes')).json()).toEqual({ items: [] })
  expect((await eve.request.delete(`/api/v1/notes/${reading}`)).status()).toBe(204)
  expect(await savedNote(ada)).toMatchObject({ markdown: 'mine', version: 1 })
})

test('who is not signed in sees the way to write a note', async ({ page, checkPage }) => {
  await page.goto(`/readings/${reading}`)
  await expect(page.getByRole('region', { name: 'Your note' }).getByRole('link', { name: 'Sign in' })).toBeVisible()
  await checkPage(page)
})

test('a note that is too long or holds a broken character is refused by field, and nothing is stored', async ({
  person,
}) => {
  const { request } = await person()
  const put = (data: unknown) => request.put(`/api/v1/notes/${reading}`, { data })
  const tooLong = await put({ markdown: 'a'.repeat(50_001), card: {}, version: 0 })
  expect(tooLong.status()).toBe(422)
  expect(await tooLong.json()).toMatchObject({ field: 'markdown' })
  expect(await (await put({ markdown: '', card: { choice: 1 }, version: 0 })).json()).toMatchObject({
    field: 'card.choice',
  })
  expect((await put({ markdown: 'a', card: {} })).status()).toBe(422)
  expect((await put({ markdown: 'a'.repeat(500_000), card: {}, version: 0 })).status()).toBe(413)
  expect((await request.get(`/api/v1/notes/${reading}`)).status()).toBe(404)
})
