import { beforeEach, expect, test } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { anyItem, makeMember, makePlan } from '#db/testing/sharing.ts'
import { PATCH as setItem } from './[planId]/items/[itemId]/route.ts'
import { PATCH as setPlan } from './[planId]/route.ts'

let ada: Person
let bob: Person
let planId: string

beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson({ name: 'Ada' })
  planId = await makePlan(ada, { title: 'Plan', items: [anyItem({ id: 'item-one' })] })
  bob = await makeMember(planId, 'editor')
})

const remark = (as: Person, body: object) =>
  call(setItem, { as, method: 'PATCH', params: { planId, itemId: 'item-one' }, body })
const words = (as: Person, body: object) => call(setPlan, { as, method: 'PATCH', params: { planId }, body })

test('two editors of one remark: the second is told the first one’s words, and loses neither', async () => {
  expect((await remark(ada, { remark: 'of Ada', was: { remark: '' } })).status).toBe(200)
  const late = await remark(bob, { remark: 'of Bob', was: { remark: '' } })
  expect(late).toMatchObject({ status: 409, body: { current: { remark: 'of Ada' } } })
  expect((await remark(bob, { remark: 'of both', was: { remark: 'of Ada' } })).status).toBe(200)
  expect((await remark(ada, { remark: 'of both', was: { remark: 'of Ada' } })).status).toBe(200)
})

test('two editors of a plan’s title and description are told each other’s words', async () => {
  const mine = { title: 'Ada’s', description: 'For us', was: { title: 'Plan', description: '' } }
  expect((await words(ada, mine)).status).toBe(200)
  const late = await words(bob, { description: 'For me', was: { description: '' } })
  expect(late).toMatchObject({ status: 409, body: { current: { title: 'Ada’s', description: 'For us' } } })
  expect((await words(bob, { title: 'Bob’s', was: { title: 'Ada’s' } })).body).toMatchObject({ title: 'Bob’s' })
})

test('words of a plan that one is not on are not told', async () => {
  const eve = await createPerson()
  expect((await remark(eve, { remark: 'x', was: { remark: 'y' } })).status).toBe(404)
  expect((await words(eve, { title: 'x', was: { title: 'y' } })).status).toBe(404)
})
