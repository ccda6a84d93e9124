import { beforeAll, beforeEach, expect, test } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { makeMember } from '#db/testing/sharing.ts'
import { addDays } from '#lib/planning/days.ts'
import { GET as getToday } from '../today/route.ts'
import { POST as importPlan } from './import/route.ts'
import { DELETE as remove, GET as getPlan, PATCH as patchPlan } from './[planId]/route.ts'
import { POST as comment } from './[planId]/comments/route.ts'
import { POST as fork } from './[planId]/fork/route.ts'
import { POST as postItem } from './[planId]/items/route.ts'
import { POST as postPlan } from './route.ts'

const week = 'system-design-interview-1-week'
const month = 'system-design-interview-4-weeks'
const today = new Date().toISOString().slice(0, 10)
const dates = {
  startDate: today,
  targetDate: addDays(today, 14),
  weekdayMinutes: [70, 70, 70, 70, 70, 70, 70],
  daysOff: [],
  timeZone: 'UTC',
}
let ada: Person
let eve: Person

beforeAll(async () => {
  await freshDatabase()
  await loadCatalogue(readContentFiles(), Date.now())
}, 60_000)
beforeEach(async () => {
  ada = await createPerson()
  eve = await createPerson()
})

const post = (as: Person, over: object) => call(postPlan, { as, method: 'POST', body: { ...dates, ...over } })
const read = async (as: Person, planId: string) => (await call(getPlan, { as, params: { planId } })).body
const put = (as: Person, planId: string, body: object) =>
  call(postItem, { as, method: 'POST', params: { planId }, body })

test('a time zone that days cannot be worked out in is refused, and breaks no page', async () => {
  const made = await post(ada, { readingIds: [], timeZone: 'AST' })
  expect(made).toMatchObject({ status: 422, body: { field: 'timeZone' } })
  expect((await call(getToday, { as: ada })).status).toBe(200)
})

test('a guest who gives the ids of a longer template to items of their own does not get in its way', async () => {
  const { body: long } = await post(eve, { templateId: month })
  const { body: plan } = await post(ada, { templateId: week })
  const guest = await makeMember(plan.id, 'guest')
  const { body: trap } = await post(guest, { readingIds: [] })
  const reading = long.items.find((item: { readingId: string | null }) => item.readingId).readingId
  const rest = (id: string) => id.slice(long.id.length + 1)
  await put(guest, trap.id, { readingIds: [reading], phase: { id: `${plan.id}-${month}-1`, title: 'Trap' } })
  for (const { id } of long.items)
    await put(guest, trap.id, { id: `${plan.id}-${rest(id)}`, kind: 'task', title: 'Trap', tier: 'could' })
  const before = await read(guest, trap.id)

  const { status } = await call(patchPlan, {
    as: ada,
    method: 'PATCH',
    params: { planId: plan.id },
    body: { templateId: month },
  })
  expect(status).toBe(200)
  const after = await read(ada, plan.id)
  const readings = (items: { readingId: string | null }[]) => new Set(items.map((item) => item.readingId))
  expect(readings(after.items)).toEqual(readings([...plan.items, ...long.items]))
  const phases = after.phases.map((phase: { id: string }) => phase.id)
  for (const { phaseId } of after.items) expect(phases).toContain(phaseId)
  expect(await read(guest, trap.id)).toEqual(before)
})

test('ids that another plan has are a conflict, not a fault of the server', async () => {
  const { body: own } = await post(ada, { readingIds: [] })
  const { body: some } = await post(ada, { templateId: week })
  const key = some.items[0].id.slice(some.id.length + 1)
  await put(ada, own.id, { id: `eves-plan-1-${key}`, kind: 'task', title: 'In the way' })
  expect((await post(eve, { id: 'eves-plan-1', templateId: week })).status).toBe(409)
  await put(ada, own.id, { readingIds: [some.items[0].readingId], phase: { id: 'eves-plan-2-phase-1', title: 'Way' } })
  expect((await post(eve, { id: 'eves-plan-2', templateId: week })).status).toBe(409)
})

test('the id of a plan that was deleted is not given again', async () => {
  const { body: plan } = await post(ada, { readingIds: [] })
  await call(remove, { as: ada, method: 'DELETE', params: { planId: plan.id } })
  expect((await post(ada, { id: plan.id, readingIds: [] })).status).toBe(409)
})

test('copies and files count against the most plans that one may have', async () => {
  const { body: plan } = await post(ada, { readingIds: [] })
  for (let i = 1; i < 100; i++) await post(ada, { readingIds: [] })
  const copy = { as: ada, method: 'POST', params: { planId: plan.id }, body: dates }
  expect((await call(fork, copy)).status).toBe(409)
  const file = { as: ada, method: 'POST', body: { ...dates, file: '- [ ] One thing' } }
  expect((await call(importPlan, file)).status).toBe(409)
  expect((await post(ada, { readingIds: [] })).status).toBe(409)
})

test('a change of template with dates that will not do changes neither', async () => {
  const { body: plan } = await post(ada, { templateId: week })
  const body = { templateId: month, targetDate: addDays(today, -1) }
  const answer = await call(patchPlan, { as: ada, method: 'PATCH', params: { planId: plan.id }, body })
  expect(answer).toMatchObject({ status: 422, body: { field: 'targetDate' } })
  expect(await read(ada, plan.id)).toEqual(plan)
})

test('a file of more headings than a plan can have is refused', async () => {
  const file = `- [ ] One thing\n${'## Heading\n- [ ] Another\n'.repeat(501)}`
  const answer = await call(importPlan, { as: ada, method: 'POST', body: { ...dates, file } })
  expect(answer).toMatchObject({ status: 422, body: { field: 'file' } })
})

test('the plan of a new title is a new version, so that the pages of others show it', async () => {
  const { body: plan } = await post(ada, { readingIds: [] })
  const body = { title: 'Another title' }
  const { body: after } = await call(patchPlan, { as: ada, method: 'PATCH', params: { planId: plan.id }, body })
  expect(after.version).toBe(plan.version + 1)
})

test('nobody fills a plan with comments without end', async () => {
  const { body: plan } = await post(ada, { templateId: week })
  const write = (n: number) =>
    call(comment, {
      as: ada,
      method: 'POST',
      params: { planId: plan.id },
      body: { id: `${plan.id}-${n}`, itemId: plan.items[0].id, markdown: 'hello' },
    })
  for (let n = 0; n < 300; n++) expect((await write(n)).status).toBe(201)
  expect((await write(300)).status).toBe(429)
})

test('an item that is sent twice, because its answer was lost, is there once and answered alike', async () => {
  const { body: plan } = await post(ada, { readingIds: [] })
  const item = { id: `${plan.id}-own`, kind: 'task', title: 'Draw it' }
  const first = await put(ada, plan.id, item)
  const second = await put(ada, plan.id, item)
  expect(second).toMatchObject({ status: 201, body: { id: item.id, title: 'Draw it' } })
  expect({ ...second.body, ids: first.body.ids }).toEqual(first.body)
  expect((await read(ada, plan.id)).items).toHaveLength(1)
})
