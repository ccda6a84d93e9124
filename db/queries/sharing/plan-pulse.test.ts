import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { createComment } from '#db/mutations/sharing/comments.ts'
import { setItemState } from '#db/mutations/planning/item-states.ts'
import { createLink } from '#db/mutations/sharing/links.ts'
import { inviteMember, removeMember, setShows } from '#db/mutations/sharing/members.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { anyItem, makeMember, makePlan } from '#db/testing/sharing.ts'
import { getPlanPulse } from './plan-pulse.ts'

const now = Date.parse('2026-03-04T12:00:00Z')
let ada: Person
let bob: Person
let eve: Person
let planId: string

beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson({ name: 'Ada' }, now)
  eve = await createPerson({ name: 'Eve' }, now)
  planId = await makePlan(ada, { items: [anyItem({ id: 'one' }), anyItem({ id: 'two' })] }, now)
  bob = await makeMember(planId, 'member', {}, now)
})

const pulse = async (who: Person) => (await getPlanPulse(who.viewer, planId)).pulse
const tick = (itemId: string, at: number) => setItemState(bob.viewer, planId, itemId, { state: 'done' }, at)

test('a page that is open hears of ticks, comments and people, and of nothing where nothing happened', async () => {
  const seen = [await pulse(ada)]
  expect(await pulse(ada)).toBe(seen[0])
  const happens = [
    () => tick('one', now + 1),
    () => createComment(bob.viewer, planId, { id: randomUUID(), itemId: 'one', markdown: 'Hi' }, now + 2),
    () => setShows(bob.viewer, planId, 'everything'),
    () => createLink(ada.viewer, planId, { role: 'guest', expiresAt: null, maxUses: null }, now),
    () => removeMember(ada.viewer, planId, bob.viewer.id, { revokeLinks: true }, now),
  ]
  for (const happen of happens) {
    // eslint-disable-next-line no-await-in-loop -- one after the other
    await happen()
    // eslint-disable-next-line no-await-in-loop
    seen.push(await pulse(ada))
  }
  expect(new Set(seen).size).toBe(happens.length + 1)
})

test('what somebody does who shows nothing is not even heard of, and they hear of it themselves', async () => {
  await setShows(bob.viewer, planId, 'nothing')
  const before = [await pulse(ada), await pulse(bob)]
  await tick('two', now + 1)
  expect(await pulse(ada)).toBe(before[0])
  expect(await pulse(bob)).not.toBe(before[1])
})

test('whom the owner invites is not heard of by the others', async () => {
  const before = [await pulse(ada), await pulse(bob)]
  await inviteMember(ada.viewer, planId, { userId: eve.viewer.id, role: 'member' }, now)
  expect(await pulse(bob)).toBe(before[1])
  expect(await pulse(ada)).not.toBe(before[0])
})

test('it is not there for strangers and for those who were taken off', async () => {
  await expect(getPlanPulse(eve.viewer, planId)).rejects.toMatchObject({ status: 404 })
  await removeMember(ada.viewer, planId, bob.viewer.id, { revokeLinks: false }, now)
  await expect(getPlanPulse(bob.viewer, planId)).rejects.toMatchObject({ status: 404 })
})
