import { expect, test } from './fixtures.ts'

const reading = 'how-to-design-a-good-api-and-why-it-matters'
const card = { problem: 'Callers broke', numbers: '', choice: 'Small first', tradeOff: '', useWhen: '' }

test('a card is asked, confidence comes before the answer, and the grade can be undone by a key', async ({
  person,
  checkPage,
}) => {
  const { page, request } = await person()
  const written = await request.put(`/api/v1/notes/${reading}`, { data: { markdown: '', card, version: 0 } })
  expect(written.ok()).toBe(true)
  await page.goto('/review')
  await expect(page.getByText('Callers broke')).toBeVisible()
  await expect(page.getByText('Small first')).toBeHidden()
  await checkPage(page)
  await page.getByRole('button', { name: /4 Sure/ }).click()
  await expect(page.getByText('Small first')).toBeVisible()
  await page.keyboard.press('3')
  await expect(page.getByText('One card reviewed today, and no more are due.')).toBeVisible()
  await checkPage(page)
  await page.keyboard.press('u')
  await expect(page.getByText('How sure are you?')).toBeVisible()
})
