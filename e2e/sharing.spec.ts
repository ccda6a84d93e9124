import { randomUUID } from 'node:crypto'
import { createPerson, fromOwnPage, expect, signIn, test } from './fixtures.ts'
import { dates, getPlan, join, makeLink, makePlan } from './sharing.ts'

test('the owner edits and the member sees it with the own progress kept; the member ticks and the owner’s grid shows it', async ({
  person,
}) => {
  const [ada, bob] = [await person('Ada'), await person('Bob')]
  const plan = await makePlan(ada, 'Two browsers')
  await join(ada, plan.id, bob, 'member')

  await bob.page.goto(`/plans/${plan.id}?view=items`)
  await bob.page.getByRole('button', { name: 'Not done: First' }).click()
  await expect(bob.page.getByRole('button', { name: 'Done: First' })).toBeVisible()
  await bob.page.goto(`/plans/${plan.id}/people`)
  await bob.page.getByLabel('Everything on this plan').check()
  await expect(bob.page.getByRole('status').filter({ hasText: 'The others now see' })).toBeVisible()

  await ada.page.goto(`/plans/${plan.id}/people`)
  const grid = ada.page.getByRole('group', { name: 'Who did which item' })
  await expect(grid.getByRole('columnheader', { name: 'Bob' })).toBeVisible()
  await expect(grid.getByRole('row', { name: /^First/ })).toContainText('1 of 2')

  // Bob ticks while Ada looks, and Ada edits while Bob looks: neither loads the page again.
  await bob.page.goto(`/plans/${plan.id}?view=items`)
  await bob.page.getByRole('button', { name: 'Not done: Second' }).click()
  await expect(grid.getByRole('row', { name: /^Second/ })).toContainText('1 of 2', { timeout: 20_000 })
  const change = { title: 'Third, with a twist' }
  expect((await ada.request.patch(`/api/v1/plans/${plan.id}/items/${plan.items[2]!.id}`, { data: change })).ok()).toBe(
    true,
  )
  await expect(bob.page.getByText('Third, with a twist')).toBeVisible({ timeout: 20_000 })
  await expect(bob.page.getByRole('button', { name: 'Done: First' })).toBeVisible()
  expect((await getPlan(ada, plan.id)).items.map((item) => item.state)).toEqual(['todo', 'todo', 'todo'])
})

test('a link opens without an account, looks good in a chat, and leads to joining with one', async ({
  person,
  browser,
  checkPage,
}) => {
  const ada = await person('Ada Lovelace')
  const plan = await makePlan(ada, 'Read with me')
  await ada.page.goto(`/plans/${plan.id}/share`)
  await checkPage(ada.page)
  await ada.page.getByRole('button', { name: 'Make a link' }).click()
  const url = await ada.page.getByLabel('Your new link').inputValue()

  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Read with me')
  await expect(page.getByText('A study plan by Ada Lovelace')).toBeVisible()
  await checkPage(page)
  const og = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute('content')
  expect(await og('title')).toBe('Read with me')
  expect(await og('description')).toContain('A study plan by Ada Lovelace: 3 items')
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toContain('noindex')
  const picture = await page.request.get((await og('image'))!)
  expect(picture.headers()['content-type']).toBe('image/png')
  expect((await picture.body()).length).toBeGreaterThan(5_000)
  const known = { headers: { 'if-none-match': picture.headers()['etag']! } }
  const again = await page.request.get((await og('image'))!, known)
  expect([again.status(), (await again.body()).length]).toEqual([304, 0])

  await page.getByRole('link', { name: 'Join as a member' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to join “Read with me”')
  await page.getByRole('link', { name: 'Sign up' }).click()
  await page.getByLabel('Name').fill('Bob Newcomer')
  await page.getByLabel('E-mail').fill(`${crypto.randomUUID()}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill('a long walk by the sea')
  await page.getByRole('button', { name: 'Sign up' }).click()
  // What they came for is asked at once.
  await expect(page.getByRole('dialog', { name: 'Join the plan' })).toBeVisible()
  await checkPage(page)
  await page.getByLabel('First day').fill('2030-01-07')
  await page.getByRole('dialog').getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page).toHaveURL(`/plans/${plan.id}`)
  await page.goto(url)
  await expect(page.getByText('You are on this plan as a member.')).toBeVisible()
  await context.close()
})

test('a dead link tells nobody whether it ever lived', async ({ person, playwright, baseURL, page, checkPage }) => {
  const ada = await person()
  const plan = await makePlan(ada, 'Secret')
  const revoked = await makeLink(ada, plan.id, 'member')
  const { items } = (await (await ada.request.get(`/api/v1/plans/${plan.id}/links`)).json()) as {
    items: { id: string }[]
  }
  const anybody = await playwright.request.newContext({ baseURL: baseURL! })
  expect((await anybody.get(`/shared/${revoked}`)).status()).toBe(200)
  const picture = await anybody.get(`/shared/${revoked}/picture`)
  expect(picture.status()).toBe(200)
  expect((await ada.request.delete(`/api/v1/plans/${plan.id}/links/${items[0]!.id}`)).status()).toBe(204)

  const stranger = await person()
  const answers = await Promise.all(
    [revoked, 'A'.repeat(43), plan.id].map(async (token) => {
      const pageOf = await anybody.get(`/shared/${token}`)
      const joined = await stranger.request.post(`/api/v1/shared/${token}/join`, { data: dates })
      // Who has the picture already is not told that it is still the same.
      const known = { headers: { 'if-none-match': picture.headers()['etag']! } }
      const pictured = await anybody.get(`/shared/${token}/picture`, known)
      const shown = (await pageOf.text()).replaceAll(token, 'TOKEN').replaceAll(/nonce[^>]{0,60}/g, '')
      return {
        statuses: [pageOf.status(), joined.status(), pictured.status()],
        title: /<title>(.*?)<\/title>/.exec(shown)?.[1],
        joined: await joined.text(),
      }
    }),
  )
  expect(answers[0]).toMatchObject({ statuses: [404, 404, 404], title: 'A link that does not work · Loadpath' })
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
  await page.goto(`/shared/${revoked}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link does not lead to a plan')
  await checkPage(page)
  await anybody.dispose()
})

test('of fifty who join at the same moment by a link of ten uses, ten are in and forty are told', async ({
  person,
  playwright,
  baseURL,
}) => {
  test.slow()
  const ada = await person()
  const plan = await makePlan(ada, 'Ten seats')
  const token = await makeLink(ada, plan.id, 'member', { maxUses: 10 })
  const people = await Promise.all(
    Array.from({ length: 50 }, async (_, n) => {
      const request = fromOwnPage(await playwright.request.newContext({ baseURL: baseURL! }))
      await signIn(request, await createPerson(request, `Joiner ${n}`))
      return request
    }),
  )
  const answers = await Promise.all(
    people.map((request) => request.post(`/api/v1/shared/${token}/join`, { data: dates })),
  )
  const statuses = answers.map((answer) => answer.status())
  expect(statuses.filter((status) => status === 200)).toHaveLength(10)
  expect(statuses.filter((status) => status === 404)).toHaveLength(40)
  const refused = await Promise.all(answers.filter((answer) => !answer.ok()).map((answer) => answer.json()))
  expect(new Set(refused.map((problem: { detail: string }) => problem.detail)).size).toBe(1)
  const { items } = (await (await ada.request.get(`/api/v1/plans/${plan.id}/members`)).json()) as { items: unknown[] }
  expect(items).toHaveLength(11)
  await Promise.all(people.map((request) => request.dispose()))
})

test('somebody who is taken off is refused at once, in an open tab too', async ({ person, checkPage }) => {
  const [ada, bob] = [await person('Ada'), await person('Bob')]
  const plan = await makePlan(ada, 'Not for ever')
  await join(ada, plan.id, bob, 'member')
  await bob.page.goto(`/plans/${plan.id}/activity`)
  await bob.page.getByRole('button', { name: 'Make an address' }).click()
  const feed = await bob.page.getByLabel('Your address').inputValue()
  expect((await bob.request.get(feed)).status()).toBe(200)
  await expect(bob.page.getByText('Bob joined as a member')).toBeVisible()

  await ada.page.goto(`/plans/${plan.id}/share`)
  await ada.page.getByRole('button', { name: 'Remove Bob' }).click()
  await checkPage(ada.page)
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(ada.page.getByRole('status').filter({ hasText: 'Bob is off the plan.' })).toBeVisible()

  expect((await bob.request.get(`/api/v1/plans/${plan.id}`)).status()).toBe(404)
  expect((await bob.request.get(feed)).status()).toBe(404)
  await expect(bob.page.getByText('This plan is no longer yours to see')).toBeVisible({ timeout: 20_000 })
  await expect(bob.page.getByText('Bob joined as a member')).toBeHidden()
  expect((await bob.page.goto(`/plans/${plan.id}`))?.status()).toBe(404)
})

test('somebody who is invited looks, says yes, and is on the plan only then', async ({ person, checkPage }) => {
  const name = `Grace ${randomUUID().slice(0, 8)}`
  const [ada, grace] = [await person('Ada'), await person(name)]
  const plan = await makePlan(ada, 'Come along')
  await ada.page.goto(`/plans/${plan.id}/share`)
  await ada.page.getByLabel('Name, or whole e-mail address').fill(name)
  await expect(ada.page.getByText('Nobody of your other plans has that name')).toBeVisible()
  await ada.page.getByLabel('Name, or whole e-mail address').fill(grace.email)
  await ada.page.getByLabel('As', { exact: true }).selectOption('editor')
  await ada.page.getByRole('button', { name: `Invite ${name}` }).click()
  await expect(ada.page.getByLabel(`Role of ${name}`)).toHaveValue('editor')
  expect((await grace.request.get(`/api/v1/plans/${plan.id}`)).status()).toBe(404)

  await grace.page.goto('/plans')
  await checkPage(grace.page)
  await grace.page.getByRole('link', { name: 'Look at it' }).click()
  await expect(grace.page.getByText('Ada invites you to a plan, as an editor')).toBeVisible()
  await checkPage(grace.page)
  await grace.page.getByRole('button', { name: 'Join' }).click()
  await grace.page.getByRole('dialog').getByRole('button', { name: 'Join', exact: true }).click()
  await expect(grace.page).toHaveURL(`/plans/${plan.id}`)
  const edit = { title: 'Edited by Grace' }
  const item = `/api/v1/plans/${plan.id}/items/${plan.items[0]!.id}`
  expect((await grace.request.patch(item, { data: edit })).ok()).toBe(true)
})

test('a copy says where it came from and is offered later edits, to take or leave', async ({ person, checkPage }) => {
  const [ada, bob] = [await person('Ada'), await person('Bob')]
  const plan = await makePlan(ada, 'The original')
  const token = await makeLink(ada, plan.id, 'guest')
  await bob.page.goto(`/shared/${token}`)
  await bob.page.getByRole('button', { name: 'Make a copy' }).click()
  await bob.page.getByLabel('Title').fill('My copy')
  await bob.page.getByRole('dialog').getByRole('button', { name: 'Make the copy' }).click()
  await expect(bob.page).toHaveURL(/\/plans\/[\w-]+$/)
  const copyId = bob.page.url().split('/').at(-1)!
  await bob.page.getByRole('link', { name: 'Updates from the original' }).click()
  await expect(bob.page.getByText('This plan is a copy of The original by Ada')).toBeVisible()
  await expect(bob.page.getByText('Nothing new.')).toBeVisible()

  const own = await getPlan(bob, copyId)
  const ofCopy = (n: number) => `/api/v1/plans/${copyId}/items/${own.items[n]!.id}`
  await bob.request.put(ofCopy(0), { data: { state: 'done' } })
  const ofPlan = (n: number) => `/api/v1/plans/${plan.id}/items/${plan.items[n]!.id}`
  await ada.request.patch(ofPlan(0), { data: { title: 'First, reworded' } })
  await ada.request.delete(ofPlan(1))
  await ada.request.post(`/api/v1/plans/${plan.id}/items`, { data: { kind: 'task', title: 'Fourth', tier: 'must' } })

  await bob.page.reload()
  await checkPage(bob.page)
  await bob.page.getByRole('group', { name: 'First' }).getByLabel('Take').check()
  await bob.page.getByRole('group', { name: 'Fourth' }).getByLabel('Take').check()
  await bob.page.getByRole('group', { name: 'Second' }).getByLabel('Leave').check()
  await bob.page.getByRole('button', { name: 'Take 2 over, leave 1' }).click()
  await expect(bob.page.getByText('Nothing new.')).toBeVisible()
  const after = await getPlan(bob, copyId)
  expect(after.items.map((item) => [item.title, item.state])).toEqual([
    ['First, reworded', 'done'],
    ['Second', 'todo'],
    ['Third', 'todo'],
    ['Fourth', 'todo'],
  ])
})

test('people comment on an item, call each other by name, change and remove what they wrote', async ({
  person,
  checkPage,
}) => {
  const [ada, bob] = [await person('Ada Lovelace'), await person('Bob')]
  const plan = await makePlan(ada, 'Talk about it')
  await join(ada, plan.id, bob, 'member')
  await bob.page.goto(`/plans/${plan.id}/items/${plan.items[0]!.id}`)
  const box = bob.page.getByLabel('Your comment')
  await box.pressSequentially('Ask @ad')
  await bob.page.getByRole('button', { name: '@Ada Lovelace' }).click()
  await box.pressSequentially('**about** it')
  await bob.page.getByRole('button', { name: 'Comment', exact: true }).click()
  const comment = bob.page.getByRole('article').filter({ hasText: 'Ask @Ada Lovelace about it' })
  await expect(comment).toBeVisible()
  await expect(box).toHaveValue('')
  await checkPage(bob.page)

  await ada.page.goto(`/plans/${plan.id}/activity`)
  await expect(ada.page.getByText('mentions you')).toBeVisible()
  await checkPage(ada.page)
  await ada.page.getByRole('link', { name: 'Bob commented on “First”' }).click()
  await expect(ada.page.getByRole('article')).toContainText('mentions you')
  await expect(ada.page.getByRole('button', { name: 'Edit' })).toBeHidden()

  await comment.getByRole('button', { name: 'Edit' }).click()
  await bob.page.getByLabel('Change your comment').fill('Never mind')
  await bob.page.getByRole('button', { name: 'Save' }).click()
  await expect(bob.page.getByRole('article')).toContainText('Never mind')
  await expect(ada.page.getByRole('article')).toContainText('Never mind', { timeout: 20_000 })
  await ada.page.getByRole('button', { name: 'Remove the comment of Bob' }).click()
  await expect(ada.page.getByText('None yet.')).toBeVisible()
})

test('a plan goes out as a checklist and comes back the same', async ({ person, checkPage }) => {
  const ada = await person()
  const plan = await makePlan(ada, 'There and back', ['A *nasty* `title` — [x](y)', '=1+1', '- [ ] box'])
  await ada.request.put(`/api/v1/plans/${plan.id}/items/${plan.items[1]!.id}`, { data: { state: 'done' } })
  const file = await (await ada.request.get(`/api/v1/plans/${plan.id}/export?format=md`)).text()
  expect(await (await ada.request.get(`/api/v1/plans/${plan.id}/export?format=csv`)).text()).toContain("'=1+1")
  await ada.page.goto('/plans/import')
  await checkPage(ada.page)
  await ada.page
    .getByLabel('A file')
    .setInputFiles({ name: 'plan.md', mimeType: 'text/markdown', buffer: Buffer.from(file) })
  await expect(ada.page.getByLabel('Or its text')).toHaveValue(file)
  await ada.page.getByRole('button', { name: 'Bring it in' }).click()
  await expect(ada.page).toHaveURL(/\/plans\/[\w-]{36}$/)
  const back = ada.page.url().split('/').at(-1)!
  expect(await (await ada.request.get(`/api/v1/plans/${back}/export?format=md`)).text()).toBe(file)
  const asJson = await (await ada.request.get(`/api/v1/plans/${back}/export?format=json`)).text()
  const again = await ada.request.post('/api/v1/plans/import', { data: { ...dates, file: asJson } })
  const { planId } = (await again.json()) as { planId: string }
  expect(await (await ada.request.get(`/api/v1/plans/${planId}/export?format=json`)).text()).toBe(asJson)
})

test('a file that is no plan is refused in a sentence, and what was typed stays', async ({ person }) => {
  const { page } = await person()
  await page.goto('/plans/import')
  await page.getByLabel('Or its text').fill('{"format":"loadpath-plan","version":7}')
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await expect(
    page.getByText('This file is of a version that is not known here; this reads version 1.').first(),
  ).toBeVisible()
  await expect(page.getByLabel('Or its text')).toHaveValue('{"format":"loadpath-plan","version":7}')
})

test('deleting tells who is on the plan, and can be taken back', async ({ person, checkPage }) => {
  const [ada, bob] = [await person('Ada'), await person('Bob')]
  const plan = await makePlan(ada, 'Gone and back')
  await join(ada, plan.id, bob, 'member')
  await bob.request.put(`/api/v1/plans/${plan.id}/items/${plan.items[0]!.id}`, { data: { state: 'done' } })
  await ada.page.goto(`/plans/${plan.id}/settings`)
  await ada.page.getByRole('button', { name: 'Delete this plan…' }).click()
  await expect(ada.page.getByRole('dialog')).toContainText('1 person is on it besides you')
  await expect(ada.page.getByRole('dialog').getByRole('listitem')).toHaveText('Bob member')
  await checkPage(ada.page)
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(ada.page).toHaveURL('/plans')
  expect((await bob.request.get(`/api/v1/plans/${plan.id}`)).status()).toBe(404)
  await checkPage(ada.page)
  await ada.page.getByRole('button', { name: 'Bring back Gone and back' }).click()
  await expect(ada.page).toHaveURL(`/plans/${plan.id}`)
  expect((await getPlan(bob, plan.id)).items[0]!.state).toBe('done')
})

test('the plan is handed over, and the first owner leaves', async ({ person }) => {
  const [ada, bob] = [await person('Ada'), await person('Bob')]
  const plan = await makePlan(ada, 'Yours now')
  await join(ada, plan.id, bob, 'guest')
  await ada.page.goto(`/plans/${plan.id}/share`)
  await ada.page.getByLabel('New owner').selectOption({ label: 'Bob' })
  await ada.page.getByRole('button', { name: 'Hand over…' }).click()
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click()
  await expect(ada.page.getByRole('heading', { level: 1 })).toHaveText('Copy and leave')
  await ada.page.getByRole('button', { name: 'Leave this plan…' }).click()
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
  await expect(ada.page).toHaveURL('/plans')
  expect((await ada.request.get(`/api/v1/plans/${plan.id}`)).status()).toBe(404)
  await bob.page.goto(`/plans/${plan.id}/share`)
  await expect(bob.page.getByRole('heading', { level: 1 })).toHaveText('Share')
})

test('notes are private until their writer shares one with the plan', async ({ person, checkPage }) => {
  const [ada, bob] = [await person('Ada'), await person('Bob')]
  const readingId = 'how-to-design-a-good-api-and-why-it-matters'
  const plan = await makePlan(ada, 'Notes', [])
  await ada.request.post(`/api/v1/plans/${plan.id}/items`, { data: { kind: 'read', readingId, tier: 'must' } })
  await join(ada, plan.id, bob, 'member')
  const card = { problem: 'Callers break', numbers: '', choice: 'Small surface', tradeOff: '', useWhen: '' }
  await bob.request.put(`/api/v1/notes/${readingId}`, {
    data: { markdown: 'When in **doubt**, leave it out', card, version: 0 },
  })
  await ada.page.goto(`/plans/${plan.id}/notes`)
  await expect(ada.page.getByText('Nobody shares a note')).toBeVisible()
  await bob.page.goto(`/plans/${plan.id}/notes`)
  await bob.page.getByRole('checkbox', { name: 'shared' }).check()
  await expect(ada.page.getByText('When in doubt, leave it out')).toBeVisible({ timeout: 20_000 })
  await expect(ada.page.getByText('Small surface')).toBeVisible()
  await checkPage(ada.page)
  await bob.page.getByRole('checkbox', { name: 'shared' }).uncheck()
  await expect(ada.page.getByText('When in doubt')).toBeHidden({ timeout: 20_000 })
})

for (const width of [390, 1280])
  test(`the pages of a shared plan hold at ${width} px`, async ({ person, checkPage }) => {
    const [ada, bob] = [await person('Ada'), await person('Bob')]
    const plan = await makePlan(ada, 'A long title of a plan that goes on for more than one line on a phone')
    await join(ada, plan.id, bob, 'member')
    await ada.page.setViewportSize({ width, height: 800 })
    for (const path of ['', '/people', '/notes', '/activity', '/share', `/items/${plan.items[0]!.id}`]) {
      await ada.page.goto(`/plans/${plan.id}${path}`)
      await expect(ada.page.getByRole('heading', { level: 1 })).toBeVisible()
      await checkPage(ada.page)
      const scrolls = await ada.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      expect(scrolls, path).toBe(false)
    }
  })
