import ICAL from 'ical.js'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { call, requestOf } from '#app/_server/call.testing.ts'
import { GET as readFeed } from '#app/feeds/[file]/route.ts'
import { createPlan, removePlan } from '#db/mutations/planning/plans.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { members } from '#db/schema/index.ts'
import { db } from '#db/client.ts'
import { addDays } from '#lib/planning/days.ts'
import { PUT as putState } from '../plans/[planId]/items/[itemId]/route.ts'
import * as ofPlan from '../plans/[planId]/calendar/route.ts'
import * as ofAll from './route.ts'

const today = new Date().toISOString().slice(0, 10)
let ada: Person
let eve: Person
let planId: string

beforeAll(async () => {
  await freshDatabase()
  await loadCatalogue(readContentFiles(), Date.now())
})
beforeEach(async () => {
  ada = await createPerson()
  eve = await createPerson()
  planId = await enrol(ada)
})

async function enrol({ viewer }: Person): Promise<string> {
  const dates = { startDate: today, targetDate: addDays(today, 14), daysOff: [], timeZone: 'UTC' }
  const weekdayMinutes = [70, 70, 70, 70, 70, 70, 70]
  const input = { ...dates, weekdayMinutes, templateId: 'system-design-interview-1-week' }
  return (await createPlan(viewer, input, Date.now())).id
}

const params = () => ({ planId })
async function subscribe(as = ada, hour: number | null = null): Promise<string> {
  const { status, body } = await call(ofPlan.POST, { as, method: 'POST', params: params(), body: { hour } })
  expect(status).toBe(201)
  return body.url
}
async function read(
  url: string,
  sent: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; text: string }> {
  const file = new URL(url).pathname.replace('/feeds/', '')
  const answer = await readFeed(await requestOf({ path: `/feeds/${file}`, headers: sent }), {
    params: Promise.resolve({ file }),
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
const eventsIn = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')

test('anybody who holds the secret address reads the plan’s days, without signing in', async () => {
  const { status, headers, text } = await read(await subscribe())
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(headers.get('cache-control')).toBe('private, no-cache')
  expect(eventsIn(text).length).toBeGreaterThan(5)
  expect(text.replaceAll('\r\n ', '')).toContain(`URL;VALUE=URI:http://localhost:3000/plans/${planId}`)
})

test('the calendar changes when the plan does', async () => {
  const url = await subscribe()
  const before = eventsIn((await read(url)).text).length
  const itemId = `${planId}-anatomy-of-a-system-design-interview`
  await call(putState, { as: ada, method: 'PUT', params: { planId, itemId }, body: { state: 'done' } })
  const { text } = await read(url)
  expect(text).toContain('[x] Anatomy of a System Design Interview')
  expect(eventsIn(text).length).toBeLessThanOrEqual(before)
})

test('its hour is kept and can be changed without a new address', async () => {
  const url = await subscribe(ada, 7)
  expect((await read(url)).text).toContain('T070000Z')
  await call(ofPlan.PATCH, { as: ada, method: 'PATCH', params: params(), body: { hour: 19 } })
  expect((await read(url)).text).toContain('T190000Z')
  expect((await call(ofPlan.GET, { as: ada, params: params() })).body).toMatchObject({ hour: 19 })
  const wrong = await call(ofPlan.PATCH, { as: ada, method: 'PATCH', params: params(), body: { hour: 24 } })
  expect(wrong.body).toMatchObject({ status: 422, field: 'hour' })
})

test('one address holds all plans', async () => {
  const { body } = await call(ofAll.POST, { as: ada, method: 'POST', body: { hour: null } })
  expect(body.webcal).toMatch(/^webcal:/)
  const { text } = await read(body.url)
  expect(text).toContain(planId)
  const second = await enrol(ada)
  expect((await read(body.url)).text).toContain(second)
})

test('a revoked address is dead at once, and so is one that was replaced, and that of a deleted plan', async () => {
  const first = await subscribe()
  const second = await subscribe()
  expect((await read(first)).status).toBe(404)
  expect((await read(second)).status).toBe(200)
  expect((await call(ofPlan.DELETE, { as: ada, method: 'DELETE', params: params() })).status).toBe(204)
  expect((await read(second)).status).toBe(404)
  expect((await call(ofPlan.GET, { as: ada, params: params() })).body).toEqual({ createdAt: null, hour: null })
  const third = await subscribe()
  await removePlan(ada.viewer, planId, Date.now())
  expect((await read(third)).status).toBe(404)
})

test('a stranger makes, sees and revokes none; the owner still can', async () => {
  const url = await subscribe()
  for (const { status } of [
    await call(ofPlan.GET, { as: eve, params: params() }),
    await call(ofPlan.POST, { as: eve, method: 'POST', params: params(), body: { hour: null } }),
    await call(ofPlan.PATCH, { as: eve, method: 'PATCH', params: params(), body: { hour: 1 } }),
    await call(ofPlan.DELETE, { as: eve, method: 'DELETE', params: params() }),
  ])
    expect(status).toBe(404)
  expect((await read(url)).status).toBe(200)
  expect((await read('http://localhost/feeds/made-up-token.ics')).status).toBe(404)
})

test('a calendar that did not change is not sent again, and says when it last did', async () => {
  const url = await subscribe()
  const { headers, text } = await read(url)
  const [etag, modified] = [headers.get('etag')!, headers.get('last-modified')!]
  const asked: Record<string, string>[] = [
    { 'if-none-match': etag },
    { 'if-none-match': `"x", W/${etag}` },
    { 'if-modified-since': modified },
  ]
  for (const sent of asked) expect(await read(url, sent)).toMatchObject({ status: 304, text: '' })
  expect((await read(url, { 'if-none-match': '"x"', 'if-modified-since': modified })).status).toBe(200)
  expect((await read(url)).text).toBe(text)
  await call(ofPlan.PATCH, { as: ada, method: 'PATCH', params: params(), body: { hour: 7 } })
  expect((await read(url, { 'if-none-match': etag })).status).toBe(200)
})

test('an event that changes counts up and is dated anew, and the others stay to the letter', async () => {
  const url = await subscribe()
  const told = async () =>
    new Map(
      eventsIn((await read(url)).text).map((event) => [
        String(event.getFirstPropertyValue('uid')),
        [event.getFirstPropertyValue('sequence'), String(event.getFirstPropertyValue('dtstamp'))] as const,
      ]),
    )
  const before = await told()
  expect([...before.values()].map(([sequence]) => sequence)).toEqual([...before].map(() => 0))
  const itemId = `${planId}-anatomy-of-a-system-design-interview`
  await call(putState, { as: ada, method: 'PUT', params: { planId, itemId }, body: { state: 'done' } })
  const after = await told()
  expect(after.get(`${planId}-${today}@loadpath`)?.[0]).toBe(1)
  expect(after.get(`${planId}-interview@loadpath`)).toEqual(before.get(`${planId}-interview@loadpath`))
})

test('a plan that was finished weeks ago stays readable, with the days on which it was done', async () => {
  const url = await subscribe()
  const itemId = `${planId}-anatomy-of-a-system-design-interview`
  await call(putState, { as: ada, method: 'PUT', params: { planId, itemId }, body: { state: 'done' } })
  db()
    .update(members)
    .set({ completedAt: Date.now() - 30 * 24 * 3600 * 1000 })
    .run()
  const { status, text } = await read(url)
  expect(status).toBe(200)
  expect(text).toContain('[x] Anatomy of a System Design Interview')
})
