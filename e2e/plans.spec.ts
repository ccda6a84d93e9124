import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { dragByMouse, dragByTouch } from './drag.ts'
import { expect, type SignedIn, test } from './fixtures.ts'

const day = (away: number) => new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10)

interface Plan {
  id: string
  items: { id: string; kind: string; readingId: string | null; title: string }[]
}

/** The pace among the figures of a plan's page. */
const pace = (page: Page) =>
  page.getByRole('region', { name: 'How it goes' }).locator('div', { hasText: /^Pace/ }).locator('dd')

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
  await expect(fits).toContainText('would be left out so that the rest fits')
  await page.getByLabel('Interview day').fill(day(-1))
  await expect(fits).toContainText('The end is before the start.')
  await expect(fits.getByRole('button', { name: 'Start this plan' })).toBeDisabled()
  await page.getByRole('button', { name: 'None', exact: true }).click()
  for (const weekday of ['Saturday', 'Sunday']) await page.getByLabel(weekday).fill('60')
  await expect(fits).toContainText('Everything fits')
  await fits.getByRole('button', { name: 'Start this plan' }).click()

  await expect(page).toHaveURL(/\/plans\/[\w-]+$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('System design interview in 4 weeks')
  await expect(pace(page)).toHaveText('On track')
  await checkPage(page)
  await page.goto('/today')
  await expect(page.getByRole('link', { name: 'Anatomy of a System Design Interview', exact: true })).toBeVisible()
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

test('someone behind sees no red, takes a repair in one click, and takes it back in another', async ({
  person,
  checkPage,
}) => {
  const ada = await person()
  const { page } = ada
  const plan = await enrol(ada, { startDate: day(-4), targetDate: day(10) })
  await page.goto(`/plans/${plan.id}`)
  const repairs = page.locator('details').filter({ has: page.getByRole('heading', { name: /study days behind/ }) })
  await expect(repairs.getByRole('heading', { level: 3 })).toHaveText(['Take it up from here'])
  await expect(repairs).toContainText('You are behind your first schedule, and all still fits before')
  const red = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--error').trim())
  expect(red).not.toBe('')
  expect(await page.locator('main .text-error, main .field-error, main .notice-error').count()).toBe(0)
  await checkPage(page)
  await repairs.getByRole('button', { name: 'Take it up from here' }).click()
  await expect(pace(page)).toHaveText('On track')
  // The button is gone, and the focus with it is not.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(repairs).toBeVisible()
  // On Today it is one press as well.
  await page.goto('/today')
  const band = page.getByRole('region', { name: /^Ways back onto/ })
  await expect(band).toContainText('study days behind')
  await checkPage(page)
  await band.getByRole('button', { name: 'Take it up from here' }).click()
  await expect(page.getByText(/Interview in 10 days · on track/)).toBeVisible()
  await expect(band).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(band).toBeVisible()
  await page.goto(`/plans/${plan.id}`)
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByText(/taken back/)).toHaveCount(2)
  await checkPage(page)
})

test('someone whose plan no longer fits is offered what differs, and is on the plan again', async ({ person }) => {
  const ada = await person()
  const plan = await enrol(ada, { startDate: day(-12), targetDate: day(2) })
  await ada.page.goto(`/plans/${plan.id}`)
  await ada.page.getByRole('heading', { name: /study days behind/ }).click()
  await ada.page.getByRole('button', { name: 'Shift' }).click()
  await expect(pace(ada.page)).toHaveText('On track')
})

test('today is done by keyboard: tick, skip with a reason, tomorrow, and a note without leaving', async ({
  person,
  checkPage,
}) => {
  const ada = await person()
  const { page } = ada
  const plan = await enrol(ada)
  await page.goto('/today')
  const rows = page.locator('.item')
  await expect(rows.first()).toBeVisible()
  const titles = await rows.locator('.item-title').allTextContents()
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(rows.first().locator('[data-tick]')).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('x')
  await expect(page.getByRole('button', { name: `Done: ${titles[0]}`, exact: true })).toBeVisible()

  // The next row has the focus after each of these.
  await expect(rows.nth(1).locator('[data-tick]')).toBeFocused()
  await page.keyboard.press('s')
  await page.keyboard.type('I know it well')
  await page.keyboard.press('Enter')
  await expect(page.getByText('skipped: I know it well')).toBeVisible()

  await expect(rows.nth(2).locator('[data-tick]')).toBeFocused()
  await page.keyboard.press('t')
  await expect(page.getByText(`Tomorrow: ${titles[2]}`)).toBeVisible()
  await expect(page.locator('[data-tick]:focus, h1:focus')).toHaveCount(1)
  const schedule = await (await ada.request.get(`/api/v1/plans/${plan.id}/schedule`)).json()
  const tomorrow = schedule.days.find(({ date }: { date: string }) => date === day(1))
  expect(tomorrow.items[0]).toMatchObject({ title: titles[2], pinned: true })

  await page.goto('/today')
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(rows.first().locator('[data-tick]')).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('n')
  const note = page.getByRole('dialog', { name: /^Your note on/ })
  await expect(note.getByRole('textbox').first()).toBeFocused()
  await page.keyboard.type('Scope, numbers, sketch')
  await checkPage(page)
  await note.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(note).toBeHidden()
  await expect.poll(async () => (await (await ada.request.get('/api/v1/notes')).json()).items.length).toBeGreaterThan(0)
})

test('a reading of two plans stands once on today, and one tick does it in both', async ({ person, checkPage }) => {
  const ada = await person()
  const { page } = ada
  const soon = await enrol(ada, { title: 'Soon' })
  const later = await enrol(ada, { title: 'Later', targetDate: day(25), weekdayMinutes: Array(7).fill(200) })
  await page.goto('/today')
  // The plan whose turn is earlier holds what both have.
  const row = page.locator('.item').filter({ hasText: 'Soon' }).first()
  const title = await row.locator('.item-title').innerText()
  await expect(page.locator('.item').filter({ hasText: title })).toHaveCount(1)
  await checkPage(page)
  const states = async () => {
    const plans = [soon, later].map(({ id }) => ada.request.get(`/api/v1/plans/${id}`))
    const all = await Promise.all((await Promise.all(plans)).map((answer) => answer.json() as Promise<Plan>))
    return all.map(({ items }) => (items.find((item) => item.title === title) as unknown as { state: string }).state)
  }
  await row.locator('[data-tick]').click()
  await expect.poll(states).toEqual(['done', 'done'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(states).toEqual(['todo', 'todo'])
  await row.getByRole('button', { name: /^More for/ }).click()
  await row.getByRole('button', { name: 'Tomorrow' }).click()
  await expect(page.getByText(`Tomorrow: ${title}`)).toBeVisible()
  await expect(page.locator('ol').first().locator('.item').filter({ hasText: title })).toHaveCount(0)
})

test('a plan is one’s own to edit: a task comes in, moves, changes its tier and goes', async ({
  person,
  checkPage,
}) => {
  const ada = await person()
  const { page } = ada
  const plan = await enrol(ada)
  await page.goto(`/plans/${plan.id}?view=items`)
  const phase = page.getByRole('region', { name: 'Method and numbers' })
  await phase.getByLabel('Add a reading or a task').fill('Explain quorums to a friend')
  await phase.getByRole('button', { name: 'Add', exact: true }).click()
  const rows = phase.locator('.item')
  const task = rows.filter({ hasText: 'Explain quorums to a friend' })
  await expect(task).toBeVisible()
  await expect(rows.last()).toContainText('Explain quorums')
  const handle = task.getByRole('button', { name: /^Move / })
  await handle.press('ArrowUp')
  await expect(rows.nth(-2)).toContainText('Explain quorums')
  await expect(handle).toBeFocused()
  // Both ends of a drag in view.
  await page.setViewportSize({ width: 1280, height: 2400 })
  await dragByMouse(page, handle, rows.first())
  await expect(rows.first()).toContainText('Explain quorums')
  await dragByTouch(page, handle, rows.nth(3))
  await expect(rows.first()).not.toContainText('Explain quorums')
  await expect(rows.last()).not.toContainText('Explain quorums')
  const next = page.getByRole('region', { name: 'Keys, caches and limits' }).locator('.item')
  const moving = page.getByRole('button', { name: /^Move Explain quorums/ })
  await dragByMouse(page, moving, next.nth(1))
  await expect(next.nth(1)).toContainText('Explain quorums')
  await dragByTouch(page, moving, rows.nth(-2))
  await expect(rows.nth(-3)).toContainText('Explain quorums')
  const order = await rows.locator('.item-title').allTextContents()
  await page.reload()
  await expect(rows.locator('.item-title')).toHaveText(order)
  await task.getByRole('button', { name: /^More for/ }).click()
  await task.getByRole('button', { name: 'Edit…' }).click()
  const form = page.getByRole('dialog', { name: /^Edit Explain quorums/ })
  await checkPage(page)
  await form.getByLabel('Tier').selectOption('must')
  await form.getByLabel('Reason').fill('to say it without notes')
  await form.getByLabel('Minutes').fill('25')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  await expect(task.getByRole('button', { name: 'Edit…' })).toBeFocused()
  await page.reload()
  await expect(rows.nth(-3)).toContainText('to say it without notes')
  await expect(rows.nth(-3)).toContainText('25 min')
  await task.getByRole('button', { name: /^More for/ }).click()
  await task.getByRole('button', { name: 'Edit…' }).click()
  await expect(form.getByLabel('Tier')).toHaveValue('must')
  await form.getByRole('button', { name: 'Remove' }).click()
  await expect(task).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows.nth(-3)).toContainText('to say it without notes')

  await phase.getByLabel('Add a reading or a task').fill('microservices patterns')
  await page.getByRole('listbox').getByRole('option').first().click()
  await expect(rows.last()).toContainText(/microservices/i)
})

test('phases are added, renamed, moved and removed, and a removed one comes back with its items', async ({
  person,
  checkPage,
}) => {
  const ada = await person()
  const { page } = ada
  const plan = await enrol(ada, { templateId: null, readingIds: ['cap-theorem-and-trade-offs', 'common-bottlenecks'] })
  await page.goto(`/plans/${plan.id}?view=items`)
  const headings = page.getByRole('main').locator('section h2')
  await page.getByLabel('New phase').fill('Later')
  await page.getByRole('button', { name: 'Add phase' }).click()
  await expect(headings.filter({ hasText: 'Later' })).toBeVisible()
  const later = page.getByRole('region', { name: 'Later' })
  await later.getByLabel('Add a reading or a task').fill('Explain quorums to a friend')
  await later.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(later.locator('.item')).toHaveCount(1)
  await later.getByRole('button', { name: 'Edit phase: Later' }).click()
  const form = page.getByRole('dialog', { name: 'The phase Later' })
  await form.getByLabel('Title').fill('At last')
  await checkPage(page)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  const last = page.getByRole('region', { name: 'At last' })
  await page.getByLabel('New phase').fill('Very last')
  await page.getByRole('button', { name: 'Add phase' }).click()
  await expect(page.getByRole('region', { name: 'Very last' })).toBeVisible()
  await page.getByRole('button', { name: 'Up: Very last' }).click()
  await expect.poll(async () => (await headings.allTextContents()).slice(-3, -1)).toEqual(['Very last', 'At last'])
  await last.getByRole('button', { name: 'Edit phase: At last' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove this phase' }).click()
  await expect(last).toBeHidden()
  await expect(page.getByText('Explain quorums to a friend')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(last.locator('.item')).toContainText('Explain quorums')
})

test('a holiday, a new day and a new name are put in on the plan’s dates', async ({ person, checkPage }) => {
  const ada = await person()
  const { page } = ada
  const plan = await enrol(ada, { startDate: day(-3), targetDate: day(11) })
  await page.goto(`/plans/${plan.id}`)
  await expect(page.getByRole('heading', { name: /study days behind/ })).toBeVisible()
  await page.getByRole('link', { name: 'Settings' }).last().click()
  const dates = page.getByRole('form', { name: 'Your dates and minutes' })
  await expect(dates).toContainText(/Ends /)
  await dates.getByLabel('From').fill(day(-3))
  await dates.getByLabel('to', { exact: true }).fill(day(-1))
  await dates.getByRole('button', { name: 'Add' }).click()
  await checkPage(page)
  await dates.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Your days are planned anew.')).toBeVisible()
  await page.goto(`/plans/${plan.id}`)
  await expect(pace(page)).toHaveText('On track')
  await page.goto(`/plans/${plan.id}/settings`)
  await page.getByLabel('The plan that it becomes').selectOption('System design interview in 4 weeks')
  await page.getByRole('button', { name: 'Make it this one' }).click()
  await expect(page.getByText('The plan has changed.')).toBeVisible()
  const words = page.getByRole('form', { name: 'Its name' })
  await words.getByLabel('Title').fill('Before the big day')
  await words.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('main').getByRole('link', { name: 'Before the big day' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Before the big day' }).click()
  await expect(page.getByText(/^0 of [345]\d done/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Before the big day')
})

test('the plan’s days are read by a calendar at a secret address, until it is revoked', async ({ person }) => {
  const ada = await person()
  const { page, request } = ada
  const plan = await enrol(ada)
  await page.goto(`/plans/${plan.id}?view=dates`)
  const calendar = page.getByRole('region', { name: 'In your calendar' })
  await calendar.getByRole('button', { name: 'Make an address' }).click()
  const address = await calendar.getByLabel('Calendar address').inputValue()
  await expect(calendar.getByRole('link', { name: 'Subscribe' })).toHaveAttribute('href', /^webcal:/)
  await calendar.getByLabel('Events').selectOption('19')
  await expect.poll(async () => (await request.get(address)).text()).toContain('T190000Z')
  await calendar.getByRole('button', { name: 'Revoke it' }).click()
  await expect.poll(async () => (await request.get(address)).status()).toBe(404)
})

test('an organisation’s readings become a plan, or part of one that runs', async ({ person, checkPage }) => {
  const ada = await person()
  const { page } = ada
  await enrol(ada)
  await page.goto('/plans/new')
  await page.getByLabel('You meet an organisation').selectOption('uber')
  await page.getByRole('button', { name: 'Take its readings' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uber')
  await checkPage(page)
  await page.getByRole('button', { name: 'Put them in' }).click()
  await expect(page).toHaveURL(/view=items$/)
  await expect(page.getByRole('region', { name: 'Uber' }).locator('.item').first()).toBeVisible()
})

test('the last tick shows what came of the plan, and a second pass begins with nothing done', async ({
  person,
  checkPage,
}) => {
  const ada = await person()
  const { page } = ada
  const plan = await enrol(ada, { templateId: null, readingIds: ['cap-theorem-and-trade-offs'] })
  await page.goto(`/plans/${plan.id}`)
  await page.getByRole('button', { name: /^Not done:/ }).click()
  await expect(page.getByRole('heading', { name: 'You have finished this plan' })).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: 'Study it a second time…' }).click()
  await page.getByRole('button', { name: 'Begin pass 2' }).click()
  await expect(page.getByRole('button', { name: /^Not done:/ })).toBeVisible()
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('heading', { name: /^Pass 1/ })).toBeVisible()
})

for (const width of [390, 768])
  test(`at ${width} px nothing of a plan stands out of the page`, async ({ person }) => {
    const ada = await person()
    const { page } = ada
    const plan = await enrol(ada, { startDate: day(-4), targetDate: day(10) })
    await page.setViewportSize({ width, height: 800 })
    const paths = ['/today', '/plans', '/plans/new', '/plans/new?template=it-is-slow', `/plans/${plan.id}`]
    paths.push(`/plans/${plan.id}/settings`)
    for (const view of ['calendar', 'items', 'history']) paths.push(`/plans/${plan.id}?view=${view}`)
    for (const path of paths) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
    }
  })

test('what a search finds, or a list of one’s own, becomes a plan', async ({ person }) => {
  const ada = await person()
  const { page } = ada
  await page.goto('/search?q=circuit+breaker')
  await page.getByRole('link', { name: 'Start a plan from these' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('circuit breaker')
  await page.getByRole('button', { name: 'Start this plan' }).click()
  await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}$/)

  const listId = randomUUID()
  await ada.request.put(`/api/v1/lists/${listId}`, { data: { title: 'For Monday' } })
  await ada.request.put(`/api/v1/lists/${listId}/entries/common-bottlenecks`, { data: {} })
  await page.goto(`/lists/${listId}`)
  await page.getByRole('link', { name: 'Start a plan from this list' }).click()
  await page.getByRole('button', { name: 'Start this plan' }).click()
  await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('For Monday')
  await expect(page.getByRole('link', { name: 'Common Bottlenecks' }).first()).toBeVisible()
})

test('who begins a plan sees the week against it on the dashboard, before anything is done', async ({ person }) => {
  const ada = await person()
  await enrol(ada)
  await ada.page.goto('/dashboard')
  const week = ada.page.getByRole('region', { name: 'This week' })
  await expect(week.getByRole('link', { name: /System design interview/ })).toBeVisible()
  await expect(ada.page.getByRole('region', { name: 'The year' })).toBeHidden()
})
