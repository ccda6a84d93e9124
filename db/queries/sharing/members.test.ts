import { beforeEach, expect, test } from 'vitest'
import { setMark } from '#db/mutations/study/marks.ts'
import { newToken } from '#lib/auth/token.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { anyItem, makeMember, makePlan } from '#db/testing/sharing.ts'
import { listPeopleToInvite } from './members.ts'
import { listProgress } from './progress.ts'

let ada: Person
beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson({ name: 'Ada' })
})

test('whoever makes a plan learns no name of a stranger, only who has an address that they know whole', async () => {
  await createPerson({ name: 'Bob Stranger', email: 'bob@example.org' })
  const planId = await makePlan(ada)
  const names = async (q: string) => (await listPeopleToInvite(ada.viewer, planId, q)).map(({ name }) => name)
  for (const q of ['', 'b', 'Bob Stranger', 'bob@example', '%']) expect(await names(q)).toEqual([])
  expect(await names(' Bob@Example.org')).toEqual(['Bob Stranger'])
})

test('people of one’s other plans are found by name; those who were only invited there are not', async () => {
  const other = await makePlan(ada)
  await makeMember(other, 'guest', { name: 'Grace' })
  await makeMember(other, 'member', { name: 'Invited', joinedAt: null })
  const planId = await makePlan(ada)
  expect(await listPeopleToInvite(ada.viewer, planId, '')).toEqual([
    { userId: expect.any(String) as string, name: 'Grace' },
  ])
})

test('what a guest has read elsewhere does not count on the plan', async () => {
  createReadings(['a'])
  const planId = await makePlan(ada, { items: [anyItem({ kind: 'read', readingId: 'a' })] })
  const guest = await makeMember(planId, 'guest', { shows: 'everything' })
  const member = await makeMember(planId, 'member', { shows: 'everything' })
  for (const { viewer } of [guest, member])
    await setMark(viewer, 'a', { status: 'done', minutesSpent: null }, Date.now())
  const progress = await listProgress(ada.viewer, planId)
  const seen = (person: Person) => JSON.stringify(progress.find(({ userId }) => userId === person.viewer.id))
  expect(seen(member)).toContain('done')
  expect(seen(member)).not.toBe(seen(guest))
  expect(progress.find(({ userId }) => userId === guest.viewer.id)).toMatchObject({ entries: [] })
})

test('a plan cannot be named like a secret link, whether there is such a link or not', async () => {
  await expect(makePlan(ada, { id: newToken() })).rejects.toMatchObject({ status: 422, extra: { field: 'id' } })
})
