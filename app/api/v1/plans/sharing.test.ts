import { beforeEach, describe, expect, test } from 'vitest'
import { call, requestOf } from '#app/_server/call.testing.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { anyItem, anySettings, makeMember, makePlan } from '#db/testing/sharing.ts'
import { GET as feed } from '#app/feeds/[file]/route.ts'
import { POST as join } from '#app/api/v1/shared/[token]/join/route.ts'
import { GET as exportPlan } from './[planId]/export/route.ts'
import { POST as makeFeed } from './[planId]/feed/route.ts'
import { POST as makeLink } from './[planId]/links/route.ts'
import { PATCH as setMember } from './[planId]/members/[userId]/route.ts'
import { PUT as makePublic } from './[planId]/public/route.ts'
import { POST as importPlan } from './import/route.ts'

let ada: Person
let bob: Person
let planId: string

beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson({ name: 'Ada' })
  bob = await createPerson({ name: 'Bob' })
  planId = await makePlan(ada, { title: 'Team — plan', items: [anyItem({ title: 'Draw it' })] })
})

describe('a link', () => {
  const body = { role: 'member', expiresAt: null, maxUses: 3 }

  test('is told once, with the address that the owner came from', async () => {
    const made = await call(makeLink, { as: ada, method: 'POST', params: { planId }, body })
    expect(made.status).toBe(201)
    expect(made.body.url).toMatch(/^http:\/\/localhost:3000\/shared\/[\w-]{43}$/)
  })

  test.each([
    [{ ...body, role: 'owner' }, 'role'],
    [{ ...body, maxUses: 0 }, 'maxUses'],
    [{ ...body, maxUses: 1.5 }, 'maxUses'],
    [{ ...body, expiresAt: 1 }, 'expiresAt'],
    [{ ...body, expiresAt: 1e30 }, 'expiresAt'],
    [{ ...body, more: 1 }, 'more'],
  ])('with %j is refused, and the field is named', async (bad, field) => {
    const answer = await call(makeLink, { as: ada, method: 'POST', params: { planId }, body: bad })
    expect(answer).toMatchObject({ status: 422, body: { field } })
  })

  test('lets somebody in who sends their dates, and says what is wrong with them otherwise', async () => {
    const made = await call(makeLink, { as: ada, method: 'POST', params: { planId }, body })
    const token = String(made.body.url).split('/').at(-1)!
    const send = (dates: object, as: Person | null = bob) =>
      call(join, { as, method: 'POST', params: { token }, body: { ...anySettings, ...dates } })
    expect(await send({}, null)).toMatchObject({ status: 401 })
    expect(await send({ weekdayMinutes: [1] })).toMatchObject({ status: 422, body: { field: 'weekdayMinutes' } })
    expect(await send({ targetDate: '2026-03-01' })).toMatchObject({ status: 422, body: { field: 'targetDate' } })
    expect(await send({ timeZone: 'Mars/Base' })).toMatchObject({ status: 422, body: { field: 'timeZone' } })
    expect(await send({})).toMatchObject({ status: 200, body: { planId, role: 'member' } })
  })
})

test('a public page stands at the plan’s own id', async () => {
  const made = await call(makePublic, { as: ada, method: 'PUT', params: { planId }, body: { role: 'guest' } })
  expect(made.body).toEqual({ role: 'guest', url: `http://localhost:3000/shared/${planId}` })
  const editor = await call(makePublic, { as: ada, method: 'PUT', params: { planId }, body: { role: 'editor' } })
  expect(editor.status).toBe(422)
})

test('nobody chooses for another what is seen of them, the owner included', async () => {
  const member = await makeMember(planId, 'member')
  const send = (as: Person) =>
    call(setMember, {
      as,
      method: 'PATCH',
      params: { planId, userId: member.viewer.id },
      body: { shows: 'everything' },
    })
  expect((await send(ada)).status).toBe(403)
  expect((await send(bob)).status).toBe(404)
  expect((await send(member)).status).toBe(200)
})

describe('a file', () => {
  const send = (body: object) => call(importPlan, { as: bob, method: 'POST', body: { ...anySettings, ...body } })

  test.each([
    ['md', 'text/markdown; charset=utf-8', '# Team — plan'],
    ['json', 'application/json; charset=utf-8', '"format": "loadpath-plan"'],
    ['csv', 'text/csv; charset=utf-8', 'phase,title,kind'],
  ])('of the kind %s goes out under a name of its own, kept by no cache', async (format, type, holds) => {
    const request = await requestOf({ as: ada, path: `/?format=${format}` })
    const answer = await exportPlan(request, { params: Promise.resolve({ planId }) })
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="team-plan.${format}"`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain(holds)
  })

  test('of no known kind is refused', async () => {
    expect((await call(exportPlan, { as: ada, path: '/?format=exe', params: { planId } })).status).toBe(422)
  })

  test('comes in, and tells which lines were left out', async () => {
    const answer = await send({ file: '# Mine\nsome words\n- [x] Read it' })
    expect(answer).toMatchObject({
      status: 201,
      body: { ignored: ['Line 2 is no item of a checklist and was left out.'], ignoredCount: 1 },
    })
  })

  test.each([
    ['', 'There is no plan in this file.'],
    ['{"a":', 'This file is not JSON.'],
    [`- [ ] ${'x'.repeat(400)}`, 'The title of item 1 is longer than 300 characters.'],
  ])('that is no plan is refused in a sentence', async (file, detail) => {
    const answer = await send({ file })
    expect(answer).toMatchObject({ status: 422, body: { field: 'file' } })
    expect(answer.body.detail).toContain(detail)
  })
})

test('the secret address of the activity gives Atom, and nothing once its owner is off the plan', async () => {
  const made = await call(makeFeed, { as: ada, method: 'POST', params: { planId } })
  const file = String(made.body.url).split('/').at(-1)!
  const ask = async (name: string) => feed(await requestOf({}), { params: Promise.resolve({ file: name }) })
  const answer = await ask(file)
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  expect(await answer.text()).toContain('<title>Team — plan: activity</title>')
  for (const other of [file.replace('.atom', '.ics'), 'A'.repeat(43) + '.atom', 'x.exe'])
    // eslint-disable-next-line no-await-in-loop
    expect((await ask(other)).status).toBe(404)
})
