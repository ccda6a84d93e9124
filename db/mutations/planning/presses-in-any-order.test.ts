import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Status } from '#lib/marks/status.ts'
import type { ItemState } from '#lib/planning/types.ts'
import { db } from '#db/client.ts'
import { createPlan } from '#db/mutations/planning/plans.ts'
import { removeMark, setMark } from '#db/mutations/study/marks.ts'
import { itemStates, marks, studyEvents } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { setItemState } from './item-states.ts'

const start = Date.UTC(2026, 10, 23, 12)
const hour = 3_600_000

beforeAll(async () => {
  await freshDatabase()
  createReadings(['caching'])
})

interface PressMade {
  on: 'reading' | 'item'
  state: Status | ItemState | null
  minutes: number | undefined
  /** Hours after the start. */
  at: number
}

const anyPress: fc.Arbitrary<Omit<PressMade, 'at'>> = fc.oneof(
  fc.record({
    on: fc.constant('reading' as const),
    state: fc.constantFrom<(Status | null)[]>('queued', 'reading', 'done', 'skipped', null),
    minutes: fc.constant(undefined),
  }),
  fc.record({
    on: fc.constant('item' as const),
    state: fc.constantFrom<ItemState[]>('todo', 'done', 'skipped'),
    minutes: fc.constantFrom(undefined, undefined, 20),
  }),
)

let plans = 0

async function personWithPlan(): Promise<{ viewer: Viewer; planId: string; itemId: string }> {
  const { viewer } = await createPerson({}, start)
  const id = `plan-${++plans}-plan`
  const dates = { startDate: '2026-11-23', targetDate: null, weekdayMinutes: [60, 60, 60, 60, 60, 60, 60], daysOff: [] }
  await createPlan(viewer, { id, ...dates, timeZone: 'UTC', templateId: null, readingIds: ['caching'] }, start)
  return { viewer, planId: id, itemId: `${id}-caching` }
}

/** What is left of some presses that come in in this order: mark, tick, and what counts as study. */
async function outcomeOf(presses: readonly PressMade[]) {
  const { viewer, planId, itemId } = await personWithPlan()
  const now = start + 1000 * hour
  for (const [index, { on, state, minutes, at: hours }] of presses.entries()) {
    const at = start + hours * hour
    if (on === 'item')
      await setItemState(viewer, planId, itemId, { state: state as ItemState, minutesSpent: minutes, at }, now + index)
    else if (state === null) await removeMark(viewer, 'caching', now + index, at)
    else await setMark(viewer, 'caching', { status: state as Status, at }, now + index)
  }
  const mark = { status: marks.status, minutes: marks.minutesSpent, at: marks.updatedAt }
  const tick = {
    state: itemStates.state,
    minutes: itemStates.minutesSpent,
    day: itemStates.day,
    at: itemStates.updatedAt,
  }
  const study = { kind: studyEvents.kind, minutes: studyEvents.minutes, day: studyEvents.day }
  return {
    mark: db().select(mark).from(marks).where(eq(marks.userId, viewer.id)).all(),
    tick: db().select(tick).from(itemStates).where(eq(itemStates.userId, viewer.id)).all(),
    study: db()
      .select(study)
      .from(studyEvents)
      .where(eq(studyEvents.userId, viewer.id))
      .orderBy(asc(studyEvents.id))
      .all()
      .map((row) => JSON.stringify(row))
      .toSorted(),
  }
}

test('presses on a reading and on a plan’s item of it come to the same in whatever order they arrive', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.record({ at: fc.nat({ max: 60 }), press: anyPress }), {
        minLength: 2,
        maxLength: 7,
        selector: ({ at }) => at,
      }),
      fc.infiniteStream(fc.nat({ max: 1_000_000 })),
      async (made, shuffle) => {
        const presses = made.map(({ at, press }) => ({ ...press, at }))
        const inTime = presses.toSorted((a, b) => a.at - b.at)
        const keys = new Map(presses.map((press) => [press, shuffle.next().value as number]))
        const mixed = presses.toSorted((a, b) => keys.get(a)! - keys.get(b)!)
        expect(await outcomeOf(mixed)).toEqual(await outcomeOf(inTime))
        // Sent again, as after an answer that was lost, they change nothing.
        expect(await outcomeOf([...mixed, ...mixed])).toEqual(await outcomeOf(inTime))
      },
    ),
    { numRuns: 60 },
  )
}, 120_000)

test('done at T, done again two seconds later, and a skip from between them that comes in last: it is done', async () => {
  const { viewer } = await personWithPlan()
  const done = (at: number) => setMark(viewer, 'caching', { status: 'done', at }, start + hour)
  await done(start)
  await done(start + 2000)
  expect(await setMark(viewer, 'caching', { status: 'skipped', at: start + 1000 }, start + hour)).toMatchObject({
    status: 'done',
  })
})

test('a phone that skipped without a network does not undo what the desk did three seconds later', async () => {
  const { viewer } = await personWithPlan()
  await setMark(viewer, 'caching', { status: 'done', at: start + 3000 }, start + 3000)
  expect(await setMark(viewer, 'caching', { status: 'skipped', at: start }, start + 9000)).toMatchObject({
    status: 'done',
  })
})

test('a mark that was taken off does not come back with an older press that arrives late', async () => {
  const { viewer } = await personWithPlan()
  await removeMark(viewer, 'caching', start + hour, start + 5000)
  expect(await setMark(viewer, 'caching', { status: 'done', at: start }, start + hour)).toBeNull()
  expect(db().select().from(marks).where(eq(marks.userId, viewer.id)).all()).toEqual([])
})

test('a tick that arrives after its reading was unmarked later stays off', async () => {
  const { viewer, planId, itemId } = await personWithPlan()
  await removeMark(viewer, 'caching', start + hour, start + 5000)
  const answer = await setItemState(viewer, planId, itemId, { state: 'done', at: start }, start + hour)
  expect(answer.state).toBe('todo')
})
