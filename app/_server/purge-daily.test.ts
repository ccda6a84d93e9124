import { afterEach, expect, test, vi } from 'vitest'
import { db } from '#db/client.ts'
import { removePlan } from '#db/mutations/planning/plans.ts'
import { plans } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { makePlan } from '#db/testing/sharing.ts'
import { purgeDaily } from './purge-daily.ts'

afterEach(() => vi.useRealTimers())

test('a running server lets a plan go 30 days after its owner deleted it', async () => {
  await freshDatabase()
  const owner = await createPerson()
  const day = 24 * 60 * 60_000
  await removePlan(owner.viewer, await makePlan(owner), Date.now() - 29 * day)
  vi.useFakeTimers()
  const stop = purgeDaily()
  expect(db().select().from(plans).all()).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2 * day)
  expect(db().select().from(plans).all()).toEqual([])
  stop()
})
