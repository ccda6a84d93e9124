import { beforeEach, expect, it } from 'vitest'
import type { Archive } from '#lib/api/archive-file.ts'
import { sourceOf } from '#lib/archive/source.testing.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#db/client.ts'
import { getArchive } from '#db/queries/archive/archive.ts'
import { plans } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { makePlan } from '#db/testing/sharing.ts'
import { importArchive } from './import-archive.ts'

const now = Date.UTC(2026, 2, 2, 12)
let ada: Person
let archive: Archive
let there: Viewer

beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson()
  await makePlan(ada)
  archive = await getArchive(ada.viewer, now)
  await freshDatabase()
  there = (await createPerson()).viewer
})

/** The archive's plan, so many times under other ids. */
const withPlans = (count: number): Archive => ({
  ...archive,
  plans: Array.from({ length: count }, (_, at) => ({
    ...archive.plans[0]!,
    id: `plan-number-${at}`,
    phases: [],
    items: [],
    states: [],
  })),
})

it('an archive of 950 plans is refused before anything of it is written, in words', async () => {
  const refused = importArchive(there, sourceOf(withPlans(950), true), now)
  await expect(refused).rejects.toMatchObject({ status: 422, detail: expect.stringContaining('you can have 100') })
  expect(db().select().from(plans).all()).toEqual([])
})

it('as many as a person may have come in, and once more changes nothing', async () => {
  await importArchive(there, sourceOf(withPlans(100), true), now)
  expect(db().select().from(plans).all()).toHaveLength(100)
  const again = await importArchive(there, sourceOf(withPlans(100), true), now)
  expect(again.plans).toMatchObject({ added: 0, kept: 100 })
})

it('a plan of more items than a plan may have, and more lists than a person may have, are refused', async () => {
  const item: Omit<Archive['plans'][number]['items'][number], 'id'> = {
    phaseId: null,
    position: 0,
    kind: 'task',
    tier: 'must',
    minutes: 1,
    parts: 1,
    readingId: null,
    title: 'x',
    reason: '',
    prompt: '',
    touches: [],
    remark: '',
    nearEnd: null,
    questionId: null,
    createdAt: 1,
  }
  const [plan] = withPlans(1).plans
  const large = { ...plan!, items: Array.from({ length: 2001 }, (_, at) => ({ ...item, id: `item-${at}` })) }
  const refused = importArchive(there, sourceOf({ ...archive, plans: [large] }, true), now)
  await expect(refused).rejects.toMatchObject({ status: 422, extra: { field: 'archive.plans.0.items' } })
  const lists = Array.from({ length: 201 }, (_, at) => ({
    id: `list-${at}`,
    kind: 'list' as const,
    title: 'x',
    createdAt: 1,
    updatedAt: 1,
    entries: [],
  }))
  const many = importArchive(there, sourceOf({ ...archive, plans: [], lists }, true), now)
  await expect(many).rejects.toMatchObject({ status: 422, extra: { field: 'archive.lists' } })
})
