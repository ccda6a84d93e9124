import { expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { removePlan } from '#db/mutations/planning/plans.ts'
import { plans } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { makePlan } from '#db/testing/sharing.ts'
import { jobs } from './jobs.ts'
import { runDueJobs } from './poll-jobs.ts'

test('a running server lets a plan go 30 days after its owner deleted it', async () => {
  await freshDatabase()
  const owner = await createPerson()
  const day = 24 * 60 * 60_000
  const now = Date.now()
  await removePlan(owner.viewer, await makePlan(owner), now - 29 * day)
  const purge = jobs().filter((job) => job.name === 'purge')
  const run = (at: number) => runDueJobs(purge, () => at, new AbortController().signal)
  await run(now)
  expect(db().select().from(plans).all()).toHaveLength(1)
  await run(now + 2 * day)
  expect(db().select().from(plans).all()).toEqual([])
})
