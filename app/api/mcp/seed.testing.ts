import { PUT as putNote } from '#app/api/v1/notes/[readingId]/route.ts'
import { PUT as putMark } from '#app/api/v1/marks/[readingId]/route.ts'
import { POST as postPlan } from '#app/api/v1/plans/route.ts'
import { call } from '#app/_server/call.testing.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'

const blank = { problem: '', numbers: '', choice: '', tradeOff: '', useWhen: '' }

/** What Ada has read, in this order; the first three with a case card. */
export const read = [
  'distributed-locking-at-uber',
  'how-to-do-distributed-locking',
  'common-bottlenecks',
  'chubby-lock-service-for-loosely-coupled-distributed-systems-at',
]

/** A server with the whole catalogue, and Ada, who has a plan of four weeks, four readings done and three cards. */
export async function seedServer(): Promise<{ ada: Person; planId: string }> {
  await freshDatabase()
  await loadCatalogue(readContentFiles(), Date.now())
  const ada = await createPerson({ id: 'person-ada', name: 'Ada' })
  const plan = {
    templateId: 'system-design-interview-4-weeks',
    title: 'Interview at Orbit',
    startDate: '2026-03-02',
    targetDate: '2026-03-30',
    weekdayMinutes: [60, 60, 60, 60, 60, 0, 0],
    daysOff: [],
    timeZone: 'UTC',
  }
  const made = await call<{ id: string }>(postPlan, { as: ada, method: 'POST', body: plan })
  for (const [at, readingId] of read.entries()) {
    const params = { readingId }
    // oxlint-disable-next-line no-await-in-loop -- one after another, as a person does it
    await call(putMark, { as: ada, method: 'PUT', params, body: { status: 'done' } })
    const card = at < 3 ? { ...blank, choice: `A lease, number ${at}`, numbers: '10,000 jobs a second' } : blank
    const body = { markdown: `Note ${at}: fencing tokens beat clocks.`, card, version: 0 }
    // oxlint-disable-next-line no-await-in-loop -- the same
    await call(putNote, { as: ada, method: 'PUT', params, body })
  }
  return { ada, planId: made.body.id }
}
