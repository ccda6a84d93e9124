import { expect, type SignedIn, test } from './fixtures.ts'

const day = (away: number) => new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10)

interface Plan {
  id: string
  items: { id: string; kind: string; readingId: string | null; title: string }[]
}

/** Enrols through the API; days that study every day, in UTC, so that today is the same everywhere. */
async function enrol({ request }: SignedIn, over: object = {}): Promise<Plan> {
  const answer = await request.post('/api/v1/plans', {
    data: {
      templateId: 'system-design-interview-1-week',
      startDate: day(0),
      targetDate: day(14),
      weekdayMinutes: [70, 70, 70, 70, 70, 70, 70],
      daysOff: [],
      timeZone: 'UTC',
      ...over,
    },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return (await answer.json()) as Plan
}

test('someone with an interview enrols, sees what fits as they type, and finds today’s items', async ({
  person,
  checkPage,
}) => {
  const ada = await person()
  const { page } = ada
  await page.goto('/plans')
  await checkPage(page)
  await page.getByRole('link', { name: 'Start a plan' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Start a plan')
  await checkPage(page)
  await page.getByRole('link', { name: 'System design interview in 4 weeks' }).click()

  const fits = page.getByRole('region', { name: 'What fits' })
  await expect(fits).toContainText('Everything fits')
  await checkPage(page)
  await page.getByLabel('Interview day').fill(day(14))
  await expect(fits).toContainText('would fall out so that the rest fits')
  await page.getByLabel('Interview day').fill(day(-1))
  await expect(fits).toContainText('The end is before the start.')
  await expect(fits.getByRole('button', { name: 'Start this plan' })).toBeDisabled()
  await page.getByRole('button', { name: 'None', exact: true }).click()
  for (const weekday of ['Saturday', 'Sunday']) await page.getByLabel(weekday).fill('60')
  await expect(fits).toContainText('Everything fits')
  await fits.getByRole('button', { name: 'Start this plan' }).click()

  await expect(page).toHaveURL(/\/plans\/[\w-]+$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('System design interview in 4 weeks')
  await expect(page.getByText('On track')).toBeVisible()
  await checkPage(page)
  await page.goto('/today')
  await expect(page.getByRole('link', { name: 'Anatomy of a System Design Interview' })).toBeVisible()
  await checkPage(page)
})

test('a tick on today is there on the plan, on the reading and after a reload, and can be taken back', async ({
  person,
}) => {
  const ada = await person()
  const { page } = ada
  const plan = await enrol(ada)
  const first = plan.items[0]!
  await page.goto('/today')
  const row = page.getByRole('listitem').filter({ hasText: first.title })
  const box = row.getByRole('button', { name: first.title }).first()
  await expect(box).toHaveAttribute('aria-pressed', 'false')
  await box.click()
  await expect(box).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText(/^1 of \d+ done/)).toBeVisible()
  await expect
    .poll(async () => ((await (await ada.request.get('/api/v1/marks')).json()) as { items: object[] }).items)
    .toMatchObject([{ readingId: first.readingId, status: 'done' }])
  await page.reload()
  await expect(box).toHaveAttribute('aria-pressed', 'true')
  await page.goto(`/readings/${first.readingId}`)
  await expect(page.getByRole('button', { name: 'Done', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await page.goto(`/plans/${plan.id}`)
  const inPlan = page.getByRole('button', { name: `Done: ${first.title}`, exact: true })
  await expect(inPlan).toHaveAttribute('aria-pressed', 'true')
  await inPlan.click()
  await expect(page.getByRole('button', { name: `Not done: ${first.title}` })).toBeVisible()
})
