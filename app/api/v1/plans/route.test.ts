import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { db } from '#db/client.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { marks, members, plans, repairs, studyEvents } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { addDays } from '#lib/planning/days.ts'
import { DELETE as unmark, PUT as mark } from '../marks/[readingId]/route.ts'
import { GET as getToday } from '../today/route.ts'
import { GET as listTemplates } from '../templates/route.ts'
import { DELETE as remove, GET as getPlan, PATCH as patchPlan } from './[planId]/route.ts'
import { DELETE as removeItem, PATCH as patchItem, PUT as putState } from './[planId]/items/[itemId]/route.ts'
import { POST as postItem } from './[planId]/items/route.ts'
import { GET as getHistory } from './[planId]/history/route.ts'
import { POST as postPass } from './[planId]/passes/route.ts'
import { DELETE as undoRepair, POST as postRepair } from './[planId]/repairs/route.ts'
import { GET as getSchedule } from './[planId]/schedule/route.ts'
import { GET as listPlans, POST as postPlan } from './route.ts'

const week = 'system-design-interview-1-week'
const today = new Date().toISOString().slice(0, 10)
let ada: Person
let eve: Person

beforeAll(async () => {
  await freshDatabase()
  await loadCatalogue(readContentFiles(), Date.now())
})
beforeEach(async () => {
  ada = await createPerson()
  eve = await createPerson()
})

const dates = {
  startDate: today,
  targetDate: addDays(today, 14),
  weekdayMinutes: [70, 70, 70, 70, 70, 70, 70],
  daysOff: [],
  timeZone: 'UTC',
}
const enrol = (over: object = {}, as = ada) =>
  call(postPlan, { as, method: 'POST', body: { templateId: week, ...dates, ...over } })
const at = (planId: string, more: object = {}) => ({ as: ada, params: { planId, ...more } })
const scheduleOf = async (planId: string, on?: string, as = ada) =>
  (await call(getSchedule, { as, params: { planId }, path: on ? `/?today=${on}` : '/' })).body
const tick = (planId: string, itemId: string, body: object = { state: 'done' }, as = ada) =>
  call(putState, { as, method: 'PUT', params: { planId, itemId }, body })
const firstItem = async (planId: string, kind = 'read') =>
  (await call(getPlan, at(planId))).body.items.find((item: { kind: string }) => item.kind === kind)

const mine = <T extends { userId: string }>(rows: T[]) => rows.filter(({ userId }) => userId === ada.viewer.id)

/** A plan that began so many days ago, nothing done. */
async function enrolAgo(days: number, over: object = {}): Promise<string> {
  const startDate = addDays(today, -days)
  return (await enrol({ startDate, targetDate: addDays(startDate, 14), ...over })).body.id
}

describe('templates', () => {
  test('are there for anybody, with their days, minutes and counts', async () => {
    const { status, body } = await call(listTemplates)
    expect(status).toBe(200)
    expect(body.items.find(({ id }: { id: string }) => id === week)).toMatchObject({
      days: 7,
      weekdayMinutes: [70, 70, 70, 70, 70, 70, 70],
      kinds: { mock: 1, drill: 4 },
    })
  })
})

describe('enrolling', () => {
  test('makes a dated plan of a template, with its phases, drills and readings, and the viewer as its owner', async () => {
    const { status, body, headers } = await enrol({ title: 'Mine' })
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/api/v1/plans/${body.id}`)
    expect(body).toMatchObject({ title: 'Mine', role: 'owner', templateId: week, version: 1, ...dates })
    expect(body.phases[0].goal).toMatch(/^After this I can/)
    const drill = body.items.find(({ kind }: { kind: string }) => kind === 'drill')
    expect(drill.touches.length).toBeGreaterThan(3)
    expect(body.items[0]).toMatchObject({ kind: 'read', state: 'todo', url: expect.stringMatching(/^http/) })
    expect((await call(listPlans, { as: ada })).body.items).toMatchObject([
      { id: body.id, items: { done: 0 }, pace: { state: 'on-track' } },
    ])
  })

  test('twice with the same id makes one plan; with the id of somebody else’s it makes none', async () => {
    const id = crypto.randomUUID()
    expect((await enrol({ id })).status).toBe(201)
    expect((await enrol({ id })).body.id).toBe(id)
    expect((await call(listPlans, { as: ada })).body.items).toHaveLength(1)
    expect((await enrol({ id }, eve)).status).toBe(409)
  })

  test('in readings of one’s own choice works, and in nothing too', async () => {
    const own = await enrol({ templateId: null, readingIds: ['cap-theorem-and-trade-offs', 'how-sharding-works'] })
    expect(own.body.items.map((item: { readingId: string }) => item.readingId)).toEqual([
      'cap-theorem-and-trade-offs',
      'how-sharding-works',
    ])
    expect((await enrol({ templateId: null, title: 'Empty' })).body).toMatchObject({ title: 'Empty', items: [] })
  })

  test.each([
    ['targetDate', { targetDate: addDays(today, -1) }],
    ['targetDate', { targetDate: '2026-02-30' }],
    ['weekdayMinutes', { weekdayMinutes: [0, 0, 0, 0, 0, 0, 0] }],
    ['weekdayMinutes', { weekdayMinutes: [60] }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['templateId', { templateId: 'nowhere' }],
    ['readingIds', { templateId: null, readingIds: ['no-such-reading'] }],
    ['readingIds', { templateId: null, readingIds: Array.from({ length: 5000 }, (_, i) => `reading-${i}`) }],
    ['startDate', { startDate: undefined }],
    ['daysOff.0', { daysOff: ['soon'] }],
  ])('with a wrong %s is refused with a sentence, and nothing is kept', async (field, over) => {
    const { status, body } = await enrol(over)
    expect(status).toBe(422)
    expect(body).toMatchObject({ field, detail: expect.stringMatching(/\.$/) })
    expect((await call(listPlans, { as: ada })).body.items).toEqual([])
  })
})

describe('the schedule', () => {
  test('holds every item once, and says how one stands', async () => {
    const { body: plan } = await enrol()
    const schedule = await scheduleOf(plan.id)
    const ids = new Set(schedule.days.flatMap((day: { items: { id: string }[] }) => day.items.map(({ id }) => id)))
    expect(ids.size).toBe(plan.items.length)
    expect(schedule).toMatchObject({ today, pace: { state: 'on-track' }, repairs: [], fallen: [], late: [] })
    expect(schedule.days[0].items[0]).toMatchObject({ kind: 'read', tier: 'must', state: 'todo' })
  })

  test('on another day is asked for by that day', async () => {
    const { body: plan } = await enrol()
    const later = await scheduleOf(plan.id, addDays(today, 3))
    expect(later.days[0].date).toBe(addDays(today, 3))
    expect(later.pace.state).toBe('behind')
    expect((await call(getSchedule, { ...at(plan.id), path: '/?today=someday' })).status).toBe(422)
  })
})

describe('ticking', () => {
  test('a reading’s item marks the reading done too, and unticking takes both back', async () => {
    const { body: plan } = await enrol()
    const item = await firstItem(plan.id)
    const { status, body } = await tick(plan.id, item.id)
    expect([status, body]).toMatchObject([200, { id: item.id, state: 'done', day: today, completed: false }])
    const marked = () => mine(db().select().from(marks).all())
    expect(marked()).toMatchObject([{ readingId: item.readingId, status: 'done' }])
    expect((await scheduleOf(plan.id)).days[0].items[0]).toMatchObject({ id: item.id, state: 'done' })
    await tick(plan.id, item.id, { state: 'todo' })
    expect(marked()).toEqual([])
    expect((await firstItem(plan.id)).state).toBe('todo')
  })

  test('a reading anywhere ticks it in the plan, and taking the mark off unticks it', async () => {
    const { body: plan } = await enrol()
    const item = await firstItem(plan.id)
    const reading = { as: ada, params: { readingId: item.readingId } }
    await call(mark, { ...reading, method: 'PUT', body: { status: 'done' } })
    expect((await firstItem(plan.id)).state).toBe('done')
    await tick(plan.id, item.id)
    await call(unmark, { ...reading, method: 'DELETE' })
    expect((await firstItem(plan.id)).state).toBe('todo')
  })

  test('the same twice is once, and does not move its day', async () => {
    const { body: plan } = await enrol()
    const drill = await firstItem(plan.id, 'drill')
    await tick(plan.id, drill.id)
    await tick(plan.id, drill.id)
    const events = mine(db().select().from(studyEvents).all())
    expect(events).toMatchObject([{ kind: 'item', itemId: drill.id, minutes: drill.minutes, day: today }])
  })

  test('a sitting of a long item leaves the rest for later', async () => {
    const { body: plan } = await enrol({
      templateId: null,
      readingIds: ['latency-numbers-every-programmer-should-know'],
    })
    const { body: added } = await call(postItem, {
      ...at(plan.id),
      method: 'POST',
      body: { kind: 'task', title: 'Build a toy queue', minutes: 200 },
    })
    await tick(plan.id, added.id, { state: 'todo', minutesSpent: 60 })
    const schedule = await scheduleOf(plan.id)
    const left = schedule.days.flatMap((day: { items: { id: string; minutes: number }[] }) =>
      day.items.filter(({ id }) => id === added.id),
    )
    expect(left.reduce((sum: number, { minutes }: { minutes: number }) => sum + minutes, 0)).toBe(140)
  })

  test('skipping keeps the reason and leaves the mark alone', async () => {
    const { body: plan } = await enrol()
    const item = await firstItem(plan.id)
    await tick(plan.id, item.id, { state: 'skipped', reason: 'read it in print' })
    expect(await firstItem(plan.id)).toMatchObject({ state: 'skipped', skipReason: 'read it in print' })
    expect(mine(db().select().from(marks).all())).toEqual([])
  })

  test('all completes the plan; taking one back opens it again', async () => {
    const { body: plan } = await enrol({ templateId: null, readingIds: ['how-sharding-works'] })
    expect((await tick(plan.id, plan.items[0].id)).body.completed).toBe(true)
    expect((await call(getPlan, at(plan.id))).body.completedAt).toBeGreaterThan(0)
    expect((await tick(plan.id, plan.items[0].id, { state: 'todo' })).body.completed).toBe(false)
    expect((await call(getPlan, at(plan.id))).body.completedAt).toBeNull()
  })

  test('an item that is not the plan’s is not there', async () => {
    const { body: plan } = await enrol()
    const { body: other } = await enrol()
    expect((await tick(plan.id, other.items[0].id)).status).toBe(404)
    expect((await tick(plan.id, 'nowhere')).status).toBe(404)
    expect((await tick(plan.id, plan.items[0].id, { state: 'perhaps' })).status).toBe(422)
  })
})

describe('someone behind', () => {
  test('is offered the one way back where all still fits, takes another, is on track, and can take it back', async () => {
    const id = await enrolAgo(4)
    const before = await scheduleOf(id)
    expect(before.pace.state).toBe('behind')
    expect(before.repairs.map(({ kind }: { kind: string }) => kind)).toEqual(['resume'])
    for (const { says } of before.repairs) expect(says).toMatch(/\.$/)
    const { status, body } = await call(postRepair, { ...at(id), method: 'POST', body: { kind: 'shift' } })
    expect([status, body.kind]).toEqual([201, 'shift'])
    const after = await scheduleOf(id)
    expect(after.pace.state).toBe('on-track')
    expect(after.inForce).toMatchObject([{ kind: 'shift', byHand: false }])
    expect((await call(undoRepair, { ...at(id), method: 'DELETE' })).status).toBe(204)
    expect(await scheduleOf(id)).toEqual(before)
    expect((await call(undoRepair, { ...at(id), method: 'DELETE' })).status).toBe(404)
    expect(mine(db().select().from(repairs).all())).toHaveLength(1)
  })

  test('is offered a fresh start when off the plan', async () => {
    const id = await enrolAgo(20)
    const { pace, repairs: offered } = await scheduleOf(id)
    expect(pace.state).toBe('off')
    expect(offered.map(({ kind }: { kind: string }) => kind)).toContain('shift')
    expect((await call(postRepair, { ...at(id), method: 'POST', body: { kind: 'restart' } })).status).toBe(201)
    expect((await scheduleOf(id)).pace.state).toBe('on-track')
  })

  test('is forgiven a holiday that is put in afterwards', async () => {
    const id = await enrolAgo(4)
    const daysOff = [4, 3, 2, 1].map((ago) => addDays(today, -ago))
    await call(patchPlan, { ...at(id), method: 'PATCH', body: { daysOff } })
    expect((await scheduleOf(id)).pace).toMatchObject({ state: 'on-track', days: 0 })
  })
})

describe('changing a plan', () => {
  test('its title is kept; its dates deal the days anew, stand in the history and carry the pace over', async () => {
    const id = await enrolAgo(4)
    const { state, days } = (await scheduleOf(id)).pace
    const pace = { state, days }
    const targetDate = addDays(today, 30)
    const { body } = await call(patchPlan, { ...at(id), method: 'PATCH', body: { title: 'Later', targetDate } })
    expect(body).toMatchObject({ title: 'Later', targetDate })
    const schedule = await scheduleOf(id)
    expect(schedule.pace).toMatchObject(pace)
    expect(schedule.inForce).toMatchObject([{ kind: 'shift', byHand: true }])
    expect((await call(undoRepair, { ...at(id), method: 'DELETE' })).status).toBe(404)
  })

  test('to an end before the start is refused', async () => {
    const { body: plan } = await enrol()
    const wrong = { targetDate: addDays(today, -3) }
    expect((await call(patchPlan, { ...at(plan.id), method: 'PATCH', body: wrong })).body).toMatchObject({
      status: 422,
      field: 'targetDate',
    })
  })

  test('minutes typed in win over an earlier squeeze', async () => {
    const id = await enrolAgo(4)
    await call(postRepair, { ...at(id), method: 'POST', body: { kind: 'squeeze' } })
    const weekdayMinutes = [30, 30, 30, 30, 30, 30, 30]
    const { body } = await call(patchPlan, { ...at(id), method: 'PATCH', body: { weekdayMinutes } })
    expect(body.weekdayMinutes).toEqual(weekdayMinutes)
  })

  test('its items can be added, moved, pinned and taken out', async () => {
    const { body: plan } = await enrol()
    const [first, second] = plan.items
    const add = (body: object) => call(postItem, { ...at(plan.id), method: 'POST', body })
    const { status, body } = await add({
      kind: 'task',
      title: 'Ask Bo',
      minutes: 10,
      phaseId: first.phaseId,
      afterItemId: first.id,
    })
    expect(status).toBe(201)
    const order = async () => (await call(getPlan, at(plan.id))).body.items.map(({ id }: { id: string }) => id)
    expect((await order()).slice(0, 3)).toEqual([first.id, body.id, second.id])
    const pin = addDays(today, 1)
    await call(patchItem, { ...at(plan.id, { itemId: body.id }), method: 'PATCH', body: { afterItemId: null, pin } })
    expect((await order())[0]).toBe(body.id)
    const tomorrow = (await scheduleOf(plan.id)).days.find(({ date }: { date: string }) => date === pin)
    expect(tomorrow.items[0]).toMatchObject({ id: body.id, pinned: true })
    await call(removeItem, { ...at(plan.id, { itemId: body.id }), method: 'DELETE' })
    expect((await order()).slice(0, 2)).toEqual([first.id, second.id])
    expect((await add({ kind: 'read', readingId: 'no-such-reading' })).body).toMatchObject({
      status: 422,
      field: 'readingId',
    })
    expect((await add({ kind: 'task' })).body).toMatchObject({ status: 422, field: 'title' })
    expect((await add({ kind: 'read' })).body).toMatchObject({ status: 422, field: 'readingId' })
  })

  test('an organisation’s readings come in as a phase of their own, without those it has', async () => {
    const { body: plan } = await enrol()
    const [first] = plan.items
    const { body } = await call(postItem, {
      ...at(plan.id),
      method: 'POST',
      body: { readingIds: [first.readingId, 'microservices-patterns'], phase: { title: 'Uber' }, tier: 'should' },
    })
    expect(body.ids).toHaveLength(1)
    expect((await call(getPlan, at(plan.id))).body.phases.at(-1)).toMatchObject({ title: 'Uber' })
  })

  test('deletes it for its owner, and its rows stay for the time to take that back', async () => {
    const { body: plan } = await enrol()
    expect((await call(remove, { ...at(plan.id), method: 'DELETE' })).status).toBe(204)
    expect((await call(getPlan, at(plan.id))).status).toBe(404)
    expect(
      db()
        .select()
        .from(plans)
        .all()
        .filter(({ id }) => id === plan.id),
    ).toHaveLength(1)
  })
})

test('a second pass begins with nothing done, and marks of the first do not count', async () => {
  const { body: plan } = await enrol({
    templateId: null,
    readingIds: ['how-sharding-works', 'cap-theorem-and-trade-offs'],
  })
  const pass = () => call(postPass, { ...at(plan.id), method: 'POST', body: dates })
  expect((await pass()).status).toBe(409)
  await tick(plan.id, plan.items[0].id)
  expect((await pass()).body).toEqual({ pass: 2 })
  const again = (await call(getPlan, at(plan.id))).body
  expect(again).toMatchObject({ pass: 2, items: [{ state: 'todo' }, { state: 'todo' }] })
})

test('today still shows what was done when the plan is over, and a long item whose sitting is done', async () => {
  const { body: plan } = await enrol({ templateId: null, readingIds: ['how-sharding-works'] })
  await tick(plan.id, plan.items[0].id)
  const over = (await call(getToday, { as: ada })).body
  expect(over).toMatchObject({ plans: [{ completed: true }], items: [{ state: 'done' }] })
  const task = { kind: 'task', title: 'Build a toy queue', minutes: 200 }
  const { body: added } = await call(postItem, { ...at(plan.id), method: 'POST', body: task })
  expect((await call(getPlan, at(plan.id))).body.completedAt).toBeNull()
  await tick(plan.id, added.id, { state: 'todo', minutesSpent: 60 })
  const { body } = await call(getToday, { as: ada })
  const sitting = body.items.find(({ id }: { id: string }) => id === added.id)
  expect(sitting).toMatchObject({ state: 'todo', spent: 60, sittingDone: true })
})

test('today holds what is left over first, then today’s, then a little more', async () => {
  const id = await enrolAgo(2)
  const { body } = await call(getToday, { as: ada })
  expect(body.items[0]).toMatchObject({ planId: id, isLate: true, state: 'todo' })
  expect(
    body.items.reduce((sum: number, item: { todayMinutes: number }) => sum + item.todayMinutes, 0),
  ).toBeLessThanOrEqual(70)
  expect(body.more.length).toBeGreaterThan(0)
})

describe('a stranger', () => {
  test('finds no plan and changes none; its owner still can', async () => {
    const { body: plan } = await enrol()
    const item = plan.items[0].id
    const params = { planId: plan.id, itemId: item }
    const requests = [
      call(getPlan, { as: eve, params }),
      call(patchPlan, { as: eve, params, method: 'PATCH', body: { title: 'Mine now' } }),
      call(patchPlan, { as: eve, params, method: 'PATCH', body: { targetDate: null } }),
      call(remove, { as: eve, params, method: 'DELETE' }),
      call(getSchedule, { as: eve, params }),
      call(putState, { as: eve, params, method: 'PUT', body: { state: 'done' } }),
      call(patchItem, { as: eve, params, method: 'PATCH', body: { pin: today } }),
      call(removeItem, { as: eve, params, method: 'DELETE' }),
      call(postItem, { as: eve, params, method: 'POST', body: { kind: 'task', title: 'x' } }),
      call(postRepair, { as: eve, params, method: 'POST', body: { kind: 'shift' } }),
      call(undoRepair, { as: eve, params, method: 'DELETE' }),
      call(postPass, { as: eve, params, method: 'POST', body: dates }),
    ]
    for (const { status, body } of await Promise.all(requests)) {
      expect(status).toBe(404)
      expect(body.detail).toBe('There is no such plan, or it is not yours.')
    }
    expect((await call(listPlans, { as: eve })).body.items).toEqual([])
    expect((await call(getToday, { as: eve })).body.items).toEqual([])
    expect((await call(getPlan, at(plan.id))).body).toMatchObject({ title: plan.title, items: plan.items })
  })

  test('without a session is asked to sign in', async () => {
    for (const handler of [listPlans, getPlan, getSchedule, getToday])
      expect((await call(handler, { params: { planId: 'some-plan-id' } })).status).toBe(401)
  })

  test('who is a guest looks and changes nothing; a member ticks and edits nothing', async () => {
    const { body: plan } = await enrol()
    const params = { planId: plan.id, itemId: plan.items[0].id }
    const join = (role: 'guest' | 'member') => {
      db().$client.prepare('delete from members where user_id = ?').run(eve.viewer.id)
      const row = { planId: plan.id, userId: eve.viewer.id, role, joinedAt: 1, passStartedAt: 1, createdAt: 1 }
      db()
        .insert(members)
        .values({ ...dates, ...row })
        .run()
    }
    join('guest')
    expect((await call(getPlan, { as: eve, params })).body.role).toBe('guest')
    expect((await tick(plan.id, params.itemId, { state: 'done' }, eve)).status).toBe(403)
    join('member')
    expect((await tick(plan.id, params.itemId, { state: 'done' }, eve)).status).toBe(200)
    expect((await firstItem(plan.id)).state).toBe('todo')
    for (const answer of await Promise.all([
      call(removeItem, { as: eve, params, method: 'DELETE' }),
      call(patchItem, { as: eve, params, method: 'PATCH', body: { tier: 'could' } }),
      call(patchPlan, { as: eve, params, method: 'PATCH', body: { title: 'x' } }),
      call(remove, { as: eve, params, method: 'DELETE' }),
    ]))
      expect(answer.status).toBe(403)
  })
})

describe('an interview that moves', () => {
  const four = 'system-design-interview-4-weeks'
  const switchTo = (planId: string, templateId: string) =>
    call(patchPlan, { ...at(planId), method: 'PATCH', body: { templateId } })

  test('to later: the longer plan comes in around what is done, which stays done', async () => {
    const { body: plan } = await enrol()
    const own = await call(postItem, {
      ...at(plan.id),
      method: 'POST',
      body: { kind: 'task', title: 'Own', minutes: 5 },
    })
    const drill = await firstItem(plan.id, 'drill')
    await tick(plan.id, drill.id)
    const { status, body } = await switchTo(plan.id, four)
    expect(status).toBe(200)
    expect(body.templateId).toBe(four)
    const ids = body.items.map(({ id }: { id: string }) => id)
    expect(plan.items.every(({ id }: { id: string }) => ids.includes(id))).toBe(true)
    expect(ids).toContain(own.body.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(body.items.find(({ id }: { id: string }) => id === drill.id).state).toBe('done')
    const fresh = (await enrol({ templateId: four })).body
    expect(body.phases.slice(0, fresh.phases.length).map(({ title }: { title: string }) => title)).toEqual(
      fresh.phases.map(({ title }: { title: string }) => title),
    )
    expect(body.items.length).toBe(fresh.items.length + 1)
  })

  test('to earlier: nothing is taken out, and what falls is no must', async () => {
    const { body: plan } = await enrol({ templateId: four })
    const { body } = await switchTo(plan.id, week)
    expect(body.items.length).toBe(plan.items.length)
    const soon = { targetDate: addDays(today, 8) }
    await call(patchPlan, { ...at(plan.id), method: 'PATCH', body: soon })
    const { fallen, late } = await scheduleOf(plan.id)
    expect(fallen.length).toBeGreaterThan(0)
    expect(late).toEqual([])
  })

  test('to something else altogether is refused', async () => {
    const { body: plan } = await enrol()
    expect((await switchTo(plan.id, 'it-is-slow')).status).toBe(409)
    expect((await switchTo(plan.id, 'nowhere')).body).toMatchObject({ status: 422, field: 'templateId' })
  })
})

test('the history keeps repairs, undone ones too, what was typed in, and passes that are over', async () => {
  const id = await enrolAgo(4)
  await call(postRepair, { ...at(id), method: 'POST', body: { kind: 'trim' } })
  await call(undoRepair, { ...at(id), method: 'DELETE' })
  await call(patchPlan, { ...at(id), method: 'PATCH', body: { weekdayMinutes: [30, 30, 30, 30, 30, 30, 30] } })
  await tick(id, (await firstItem(id)).id)
  await call(postPass, { ...at(id), method: 'POST', body: dates })
  const { body } = await call(getHistory, at(id))
  expect(body.repairs).toMatchObject([
    { kind: 'squeeze', byHand: true, says: 'You set 30 minutes a day.', undoneAt: null },
    { kind: 'trim', byHand: false, undoneAt: expect.any(Number) },
  ])
  expect(body.passes).toMatchObject([{ pass: 1, summary: { done: { read: 1 }, studyDays: 1 } }])
  expect((await call(getHistory, { as: eve, params: { planId: id } })).status).toBe(404)
  expect((await scheduleOf(id)).inForce).toEqual([])
})
