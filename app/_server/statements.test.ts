import { beforeAll, expect, it } from 'vitest'
import { GET as getMarks } from '#app/api/v1/marks/route.ts'
import { PUT as putMark } from '#app/api/v1/marks/[readingId]/route.ts'
import { GET as getPlan } from '#app/api/v1/plans/[planId]/route.ts'
import { GET as getSchedule } from '#app/api/v1/plans/[planId]/schedule/route.ts'
import { POST as postPlan } from '#app/api/v1/plans/route.ts'
import { GET as getReading } from '#app/api/v1/readings/[id]/route.ts'
import { GET as getReadings } from '#app/api/v1/readings/route.ts'
import { GET as getToday } from '#app/api/v1/today/route.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { getDashboard } from '#db/queries/study/dashboard.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createStudy } from '#db/testing/study.ts'
import { call, type TestCall } from './call.testing.ts'

// Times differ from machine to machine; how often the database is asked does not.

let statements: string[] = []
let ada: Person
let planId: string

beforeAll(async () => {
  await freshDatabase({ onStatement: (sql) => statements.push(sql) })
  await loadCatalogue(readContentFiles(), Date.now())
  ada = await createPerson()
  createStudy(ada.viewer, { marks: 300, notes: 40, days: 60 }, Date.now())
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const body = {
    templateId: 'system-design-interview-8-weeks',
    startDate: day(0),
    targetDate: day(56),
    weekdayMinutes: [60, 60, 60, 60, 60, 60, 60],
    daysOff: [],
    timeZone: 'UTC',
  }
  planId = (await call<{ id: string }>(postPlan, { as: ada, method: 'POST', body })).body.id
})

/** How many statements a request takes, its session included, the second time. */
async function countOf(ask: () => Promise<unknown>): Promise<number> {
  await ask()
  statements = []
  await ask()
  return statements.length
}

type Handler = Parameters<typeof call>[0]

it.each<[string, number, Handler, () => TestCall]>([
  [
    'a mark',
    12,
    putMark,
    () => ({ method: 'PUT', params: { readingId: 'common-bottlenecks' }, body: { status: 'done' } }),
  ],
  ['the marks', 3, getMarks, () => ({})],
  ['a reading', 9, getReading, () => ({ params: { id: 'common-bottlenecks' } })],
  ['a search', 10, getReadings, () => ({ path: '/api/v1/readings?q=kafka' })],
  ['Today', 14, getToday, () => ({})],
  ['a plan', 14, getPlan, () => ({ params: { planId } })],
  ['a plan’s schedule', 8, getSchedule, () => ({ params: { planId } })],
])('%s takes at most %i statements', async (_, most, handler, given) => {
  const count = await countOf(async () => expect((await call(handler, { as: ada, ...given() })).status).toBe(200))
  expect(count).toBeGreaterThan(0)
  expect(count, statements.join('\n')).toBeLessThanOrEqual(most)
})

it('the dashboard takes at most 25 statements, however long somebody has studied', async () => {
  const count = await countOf(() => getDashboard(ada.viewer, { minutes: 20, media: [] }, null, Date.now()))
  expect(count).toBeLessThanOrEqual(25)
})
