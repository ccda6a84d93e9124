import { expect, test } from './fixtures.ts'

const week = [60, 60, 60, 60, 60, 60, 60]
const dates = { startDate: '2026-03-02', targetDate: null, weekdayMinutes: week, daysOff: [], timeZone: 'UTC' }

test('a person answers a drill of their plan, compares it, and finds it ticked and counted', async ({
  person,
  checkPage,
}) => {
  const { page, request } = await person()
  const plan = await request.post('/api/v1/plans', { data: { ...dates, readingIds: [], title: 'Practice' } })
  const { id: planId } = (await plan.json()) as { id: string }
  const added = await request.post(`/api/v1/plans/${planId}/items`, { data: { kind: 'drill', questionId: 'chat' } })
  const { ids } = (await added.json()) as { ids: string[] }

  await page.goto(`/questions/chat/practise?item=${ids[0]}`)
  await page.getByRole('button', { name: 'Start the clock' }).click()
  const pad = page.getByRole('textbox', { name: 'Your answer' })
  await pad.fill('Sockets on gateways.\n\n```mermaid\ngraph LR\n  Phone --> Gateway\n```\n')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(pad).toHaveValue(/Sockets on gateways/)
  await checkPage(page)
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('heading', { name: 'Compare' })).toBeFocused()
  await expect(page.getByRole('img', { name: 'Diagram' })).toBeVisible()
  await page.getByRole('checkbox').first().check()
  await page.getByLabel('Next time, in a line').fill('Ask about group size')
  await expect(page.getByText('You touched 1 of 12: 0.3 of 3')).toBeVisible()
  await checkPage(page)
  await page.goto(`/questions/chat`)
  await expect(page.getByText('practised once at 0.3 of 3')).toBeVisible()
  const items = (await (await request.get(`/api/v1/plans/${planId}`)).json()) as { items: { state: string }[] }
  expect(items.items.map(({ state }) => state)).toEqual(['done'])
  await page.goto('/questions/coverage')
  await expect(page.getByRole('link', { name: 'Practise A chat' })).toBeVisible()
  await checkPage(page)
})

test('an answer of 60,000 characters is told to be too long, and nothing of it is lost', async ({ person }) => {
  const { page } = await person()
  await page.goto('/questions/news-feed/practise')
  const pad = page.getByRole('textbox', { name: 'Your answer' })
  await pad.fill('a'.repeat(60_000))
  await expect(page.getByText('10,000 characters too many: 50,000 fit.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Compare' })).toBeDisabled()
  await page.reload()
  await expect(pad).toHaveValue('a'.repeat(60_000))
})

test('a mock with a teammate: follow-ups arrive, a second interviewer is told, a weak score leads to readings', async ({
  person,
  checkPage,
}) => {
  const [ada, grace, bob] = [await person('Ada'), await person('Grace'), await person('Bob')]
  const plan = await ada.request.post('/api/v1/plans', { data: { ...dates, readingIds: [], title: 'Ours' } })
  const { id: planId } = (await plan.json()) as { id: string }
  const link = await ada.request.post(`/api/v1/plans/${planId}/links`, {
    data: { role: 'member', expiresAt: null, maxUses: null },
  })
  const token = ((await link.json()) as { url: string }).url.split('/').at(-1)
  for (const { request } of [grace, bob])
    expect((await request.post(`/api/v1/shared/${token}/join`, { data: dates })).ok()).toBe(true)

  await ada.page.goto('/questions/ticket-sale/mock')
  await ada.page.getByRole('button', { name: 'Begin the interview' }).click()
  await ada.page.getByRole('button', { name: 'Ask the people of Ours' }).click()
  const address = ada.page.getByRole('link', { name: '/interviews/' })
  const href = await address.getAttribute('href')
  await ada.page.getByRole('textbox', { name: 'Your answer' }).fill('A waiting room at the edge.')
  await ada.page.getByRole('button', { name: 'Go on to numbers' }).click()

  await grace.page.goto(`/plans/${planId}/people`)
  await grace.page.getByRole('link', { name: 'Interview them' }).click()
  await bob.page.goto(href ?? '')
  await grace.page.getByRole('button', { name: 'Take the interviewer’s seat' }).click()
  await expect(grace.page.getByText('A waiting room at the edge.')).toBeVisible()
  await bob.page.getByRole('button', { name: 'Take the interviewer’s seat' }).click()
  await expect(bob.page.getByText('Grace interviews already.').first()).toBeVisible()

  await grace.page.getByLabel('A question of your own').fill('And if nobody pays?')
  await grace.page.keyboard.press('Enter')
  await expect(ada.page.getByText('And if nobody pays?')).toBeVisible()
  const numbers = grace.page.getByRole('group', { name: 'Numbers' })
  await numbers.getByRole('radio', { name: '1' }).check()
  await expect(numbers.getByText('Not counted yet.')).toBeVisible()
  await numbers.getByLabel(/What shows it/).fill('Never said how many wait.')
  await expect(numbers.getByText('Not counted yet.')).toBeHidden()
  await checkPage(grace.page)

  await ada.page.reload()
  await expect(ada.page.locator('[aria-current=step]')).toContainText('Numbers')
  await checkPage(ada.page)
  await ada.page.getByRole('button', { name: 'End the interview' }).click()
  await expect(ada.page.getByText('Scores by Grace')).toBeVisible()
  await ada.page.reload()
  await ada.page.getByRole('button', { name: 'Put them and a retry into the plan' }).click()
  await expect(ada.page.getByRole('link', { name: 'Added: see the plan' })).toBeVisible()
  const { items } = (await (await ada.request.get(`/api/v1/plans/${planId}`)).json()) as { items: { kind: string }[] }
  expect(items.map(({ kind }) => kind)).toEqual(['read', 'read', 'mock'])
})
