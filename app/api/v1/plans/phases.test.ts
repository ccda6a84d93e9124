import { beforeEach, expect, test } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { anyItem, makeMember, makePlan } from '#db/testing/sharing.ts'
import type { PlanAnswer } from '#lib/api/plan-answers.ts'
import { DELETE as remove, PATCH as set } from './[planId]/phases/[phaseId]/route.ts'
import { POST as create } from './[planId]/phases/route.ts'
import { GET as getPlan } from './[planId]/route.ts'

let ada: Person
let planId: string

beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson({ name: 'Ada' })
  planId = await makePlan(ada, { items: ['a', 'b', 'c', 'd'].map((id) => anyItem({ id })) })
})

const post = (body: object, as: Person | null = ada) => call(create, { as, method: 'POST', params: { planId }, body })
const patch = (phaseId: string, body: object, as: Person | null = ada) =>
  call(set, { as, method: 'PATCH', params: { planId, phaseId }, body })
const del = (phaseId: string, as: Person | null = ada) =>
  call(remove, { as, method: 'DELETE', params: { planId, phaseId } })
const plan = async (): Promise<PlanAnswer> => (await call(getPlan, { as: ada, params: { planId } })).body
/** Phases and items as they stand in the plan, in order: `- a b, Keys c d`. */
const outline = async (): Promise<string> => {
  const { phases, items } = await plan()
  const under = (id: string | null) => items.filter((item) => item.phaseId === id).map((item) => item.id)
  return [{ id: null, title: '-' }, ...phases].map(({ id, title }) => [title, ...under(id)].join(' ')).join(', ')
}

test('a phase is added with items, renamed, moved, and removed without losing an item', async () => {
  const before = await outline()
  expect(before).toMatch(/^-/)
  expect((await post({ id: 'one', title: 'One', itemIds: ['a', 'b'] })).status).toBe(201)
  expect((await post({ id: 'two', title: 'Two', goal: 'After this I can', itemIds: ['c', 'd'] })).status).toBe(201)
  expect((await post({ id: 'two', title: 'Other' })).status).toBe(201)
  expect(await outline()).toContain('One a b, Two c d')
  expect((await patch('two', { title: 'First', goal: '' })).status).toBe(204)
  expect((await patch('two', { afterPhaseId: null })).status).toBe(204)
  expect(await outline()).toContain('First c d')
  expect((await outline()).indexOf('First')).toBeLessThan((await outline()).indexOf('One'))
  expect((await del('one')).status).toBe(204)
  expect((await plan()).items.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c', 'd'])
})

test('removing a phase leaves the order of all items as it was, and can be taken back', async () => {
  await post({ id: 'one', title: 'One', itemIds: ['a', 'b'] })
  await post({ id: 'two', title: 'Two', itemIds: ['c', 'd'] })
  const before = await outline()
  const order = (await plan()).items.map(({ id }) => id)
  await del('two')
  expect((await plan()).items.map(({ id }) => id)).toEqual(order)
  await post({ id: 'two', title: 'Two', afterPhaseId: 'one', itemIds: ['c', 'd'] })
  expect(await outline()).toBe(before)
})

test('two editors of a heading: the second is told the first one’s words', async () => {
  await post({ id: 'one', title: 'One' })
  const bob = await makeMember(planId, 'editor')
  expect((await patch('one', { title: 'Of Ada', was: { title: 'One' } })).status).toBe(204)
  const late = await patch('one', { title: 'Of Bob', was: { title: 'One' } }, bob)
  expect(late).toMatchObject({ status: 409, body: { current: { title: 'Of Ada' } } })
})

test('strangers find no plan, members may not, and editors may', async () => {
  await post({ id: 'one', title: 'One' })
  const eve = await createPerson()
  const member = await makeMember(planId, 'member')
  const editor = await makeMember(planId, 'editor')
  const all = (as: Person | null) =>
    Promise.all([
      post({ id: 'x', title: 'X' }, as).then(({ status }) => status),
      patch('one', { title: 'X' }, as).then(({ status }) => status),
      del('nowhere', as).then(({ status }) => status),
    ])
  expect(await all(null)).toEqual([401, 401, 401])
  expect(await all(eve)).toEqual([404, 404, 404])
  expect(await all(member)).toEqual([403, 403, 403])
  expect(await all(editor)).toEqual([201, 204, 404])
})

test('phases and items of another plan are not touched', async () => {
  const eve = await createPerson()
  const other = await makePlan(eve, { items: [anyItem({ id: 'theirs' })] })
  await call(create, { as: eve, method: 'POST', params: { planId: other }, body: { id: 'of-eve', title: 'Eve’s' } })
  expect((await post({ id: 'mine', title: 'Mine', itemIds: ['theirs'] })).status).toBe(422)
  expect((await post({ id: 'of-eve', title: 'Mine' })).status).toBe(409)
  expect((await patch('of-eve', { title: 'Mine' })).status).toBe(404)
  expect((await del('of-eve')).status).toBe(404)
  expect((await post({ id: 'mine', title: 'Mine', afterPhaseId: 'of-eve' })).status).toBe(422)
})
