import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { getRole } from '#db/queries/planning/memberships.ts'
import { keptFor, listRemovedPlans } from '#db/queries/planning/removed-plans.ts'
import { items, plans } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { makeMember, makePlan } from '#db/testing/sharing.ts'
import { purgeRemovedPlans, restorePlan } from './removed-plans.ts'

const now = Date.parse('2026-03-04T12:00:00Z')
let ada: Person
let editor: Person
let planId: string

beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson({}, now)
  planId = await makePlan(ada, { title: 'Team plan' }, now)
  editor = await makeMember(planId, 'editor', {}, now)
  db().update(plans).set({ deletedAt: now }).where(eq(plans.id, planId)).run()
})

test('a deleted plan is there for nobody, and its owner can have it back for 30 days', async () => {
  expect(await getRole(ada.viewer, planId)).toBeNull()
  const last = now + keptFor - 1
  expect(await listRemovedPlans(ada.viewer, last)).toEqual([
    { id: planId, title: 'Team plan', deletedAt: now, goneAt: now + keptFor },
  ])
  await purgeRemovedPlans(last)
  await restorePlan(ada.viewer, planId, last)
  await restorePlan(ada.viewer, planId, last)
  expect([await getRole(ada.viewer, planId), await getRole(editor.viewer, planId)]).toEqual(['owner', 'editor'])
  expect(db().select().from(items).all()).toHaveLength(1)
})

test('after 30 days it is gone with all that hung on it', async () => {
  expect(await listRemovedPlans(ada.viewer, now + keptFor)).toEqual([])
  await expect(restorePlan(ada.viewer, planId, now + keptFor)).rejects.toMatchObject({ status: 404 })
  expect(await purgeRemovedPlans(now + keptFor)).toBe(1)
  expect(db().select().from(items).all()).toEqual([])
})

test('nobody but the owner sees it or brings it back', async () => {
  const stranger = await createPerson({}, now)
  for (const other of [editor, stranger]) {
    // eslint-disable-next-line no-await-in-loop
    expect(await listRemovedPlans(other.viewer, now)).toEqual([])
    // eslint-disable-next-line no-await-in-loop
    await expect(restorePlan(other.viewer, planId, now)).rejects.toMatchObject({ status: 404 })
  }
})
