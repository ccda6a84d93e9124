import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#lib/planning/days.ts'
import { db } from '#db/client.ts'
import { setUser } from '#db/mutations/accounts/users.ts'
import { forkPlan } from '#db/mutations/sharing/forks.ts'
import { acceptInvitation } from '#db/mutations/sharing/joins.ts'
import { inviteMember, leavePlan, removeMember, setMemberRole } from '#db/mutations/sharing/members.ts'
import { listPlannedDays } from '#db/queries/study/study-days.ts'
import { dealings, items, promisedDays } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { anyItem, anySettings, makePlan } from '#db/testing/sharing.ts'
import { dealUndealt } from './deal-undealt.ts'
import { setItemState } from './item-states.ts'
import { createItems, removeItem, setItem } from './items.ts'
import { createPass } from './passes.ts'
import { createPlan, removePlan, setPlan } from './plans.ts'
import { restorePlan } from './removed-plans.ts'
import { setTiers } from './tiers.ts'
import { createRepair, removeLastRepair } from './repairs.ts'

const day = 24 * 3600 * 1000
const dates = { ...anySettings, weekdayMinutes: [...anySettings.weekdayMinutes], daysOff: [] }
const monday = Date.parse('2026-03-02T10:00:00Z')
/** Ten days later: eight study days of 60 minutes are over. */
const now = monday + 10 * day
const today = '2026-03-12'

let ada: Person
let bob: Person
let planId: string
let other: string

beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson({ name: 'Ada' }, monday)
  bob = await createPerson({ name: 'Bob' }, monday)
  const tasks = (prefix: string) =>
    Array.from({ length: 14 }, (_, n) => anyItem({ id: `${prefix}-${n}`, minutes: 40, title: `${prefix} ${n}` }))
  planId = await makePlan(ada, { id: 'plan', items: tasks('item') }, monday)
  other = await makePlan(ada, { id: 'other', items: tasks('else') }, monday + 1)
  await dealUndealt(monday + 2)
  await setItemState(ada.viewer, planId, 'item-0', { state: 'done' }, monday)
  await inviteMember(ada.viewer, planId, { userId: bob.viewer.id, role: 'member' }, monday)
})

const dealtOf = (plan: string, person = ada) =>
  db()
    .select({ id: dealings.id, dealt: dealings.dealt })
    .from(dealings)
    .where(and(eq(dealings.planId, plan), eq(dealings.userId, person.viewer.id)))
    .get()
const daysOf = (plan: string, until = '9999') =>
  db()
    .select()
    .from(promisedDays)
    .where(and(eq(promisedDays.planId, plan), eq(promisedDays.userId, ada.viewer.id)))
    .all()
    .filter((row) => row.day < until)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))

/** Every act that moves days: each deals the plan, and those whose days move with it. */
const acts: Record<string, () => Promise<unknown>> = {
  'new dates': () => setPlan(ada.viewer, planId, { targetDate: '2026-04-20' }, now),
  'other minutes': () => setPlan(ada.viewer, planId, { weekdayMinutes: [90, 90, 90, 90, 90, 0, 0] }, now),
  'days off': () => setPlan(ada.viewer, planId, { daysOff: ['2026-03-13'] }, now),
  'a repair': () => createRepair(ada.viewer, planId, 'resume', now),
  'a pin': () => setItem(ada.viewer, planId, 'item-5', { pin: '2026-03-20' }, now),
  'an item that is put in': () =>
    createItems(ada.viewer, planId, { kind: 'task', title: 'New', minutes: 20, tier: 'must', readingId: null }, now),
  'an item that is taken out': () => removeItem(ada.viewer, planId, 'item-7', now),
  'an item that changes': () => setItem(ada.viewer, planId, 'item-7', { minutes: 15 }, now),
  'tiers of several items': () => setTiers(ada.viewer, planId, ['item-6', 'item-7'], 'could', now),
  'another speed': () => setUser(ada.viewer, { speedPercent: 150 }, now),
  'another time zone': () => setUser(ada.viewer, { timeZone: 'Pacific/Kiritimati' }, now),
  'another pass': () => createPass(ada.viewer, planId, { ...dates, startDate: today }, now),
}

describe('what moves days', () => {
  test.each(Object.keys(acts))('%s deals the plan anew, and leaves the past as it was promised', async (name) => {
    const before = dealtOf(planId)!
    const past = [...daysOf(planId, today), ...daysOf(other, today)]
    expect(past.length).toBeGreaterThan(7)
    await acts[name]!()
    expect(dealtOf(planId)!.id).not.toBe(before.id)
    expect([...daysOf(planId, today), ...daysOf(other, today)]).toEqual(past)
  })

  test('ticking an item moves nothing', async () => {
    const before = [dealtOf(planId), dealtOf(other), daysOf(planId)]
    await setItemState(ada.viewer, planId, 'item-3', { state: 'done' }, now)
    await setItemState(ada.viewer, planId, 'item-4', { state: 'skipped' }, now)
    await setItemState(ada.viewer, planId, 'item-3', { state: 'todo' }, now)
    expect([dealtOf(planId), dealtOf(other), daysOf(planId)]).toEqual(before)
  })

  test('a plan that goes gives its days to the other, keeps its past, and comes back', async () => {
    const past = daysOf(planId, today)
    const before = dealtOf(other)!
    await removePlan(ada.viewer, planId, now)
    expect(dealtOf(other)!.id).not.toBe(before.id)
    expect(daysOf(planId)).toEqual(past)
    expect(dealtOf(other)!.dealt.days.at(-1)!.date < before.dealt.days.at(-1)!.date).toBe(true)
    await restorePlan(ada.viewer, planId, now + day)
    expect(daysOf(planId, today)).toEqual(past)
    expect(daysOf(planId).length).toBeGreaterThan(past.length)
  })

  test('joining, forking and a new plan deal it for the one who does it, and leaving takes it away', async () => {
    await acceptInvitation(bob.viewer, planId, anySettings, now)
    expect(dealtOf(planId, bob)?.dealt.days.length).toBeGreaterThan(5)
    const { planId: fork } = await forkPlan(bob.viewer, planId, { settings: anySettings }, now)
    expect(dealtOf(fork, bob)).toBeDefined()
    const made = await createPlan(bob.viewer, { ...dates, templateId: null }, now)
    expect(dealtOf(made.id, bob)).toBeDefined()
    await leavePlan(bob.viewer, planId, now)
    expect(dealtOf(planId, bob)).toBeUndefined()
  })

  test('a guest has no days; who is taken off loses those to come', async () => {
    await acceptInvitation(bob.viewer, planId, anySettings, now)
    await setMemberRole(ada.viewer, planId, bob.viewer.id, 'guest', now)
    const rows = () =>
      db()
        .select()
        .from(promisedDays)
        .where(and(eq(promisedDays.userId, bob.viewer.id), eq(promisedDays.planId, planId)))
        .all()
    expect(rows().filter(({ day: date }) => date >= today)).toEqual([])
    await removeMember(ada.viewer, planId, bob.viewer.id, { revokeLinks: false }, now)
    expect(dealtOf(planId, bob)).toBeUndefined()
  })
})

test('only those who edit a plan set tiers, and of its own items alone', async () => {
  await acceptInvitation(bob.viewer, planId, anySettings, now)
  await expect(setTiers(bob.viewer, planId, ['item-6'], 'could', now)).rejects.toMatchObject({ status: 403 })
  const eve = await createPerson({ name: 'Eve' }, now)
  await expect(setTiers(eve.viewer, planId, ['item-6'], 'could', now)).rejects.toMatchObject({ status: 404 })
  await expect(setTiers(ada.viewer, planId, ['item-6', 'else-1'], 'could', now)).rejects.toMatchObject({ status: 404 })
  const tierOf = (id: string) => db().select({ tier: items.tier }).from(items).where(eq(items.id, id)).get()?.tier
  expect(tierOf('item-6')).toBe('must')
  await setTiers(ada.viewer, planId, ['item-6', 'item-7'], 'could', now)
  expect([tierOf('item-6'), tierOf('item-7'), tierOf('item-8')]).toEqual(['could', 'could', 'must'])
})

describe('what was promised', () => {
  test('outlives its items and its plan', async () => {
    const past = daysOf(planId, today)
    await removeItem(ada.viewer, planId, 'item-1', now)
    db().delete(items).where(eq(items.planId, planId)).run()
    await removePlan(ada.viewer, planId, now)
    expect(daysOf(planId, today)).toEqual(past)
    expect((await listPlannedDays(ada.viewer)).get('2026-03-03')).toBe(60)
  })

  test('of the days that are over stays 60 minutes when the plan is squeezed or its weekdays change', async () => {
    const before = [...(await listPlannedDays(ada.viewer))].filter(([date]) => date < today)
    expect(before.every(([, minutes]) => minutes === 60)).toBe(true)
    await setPlan(ada.viewer, planId, { weekdayMinutes: [100, 100, 100, 100, 100, 100, 100] }, now)
    const after = await listPlannedDays(ada.viewer)
    expect([...after].filter(([date]) => date < today).toSorted()).toEqual(before.toSorted())
    expect(after.get(today)).toBe(100)
  })

  test('is put back exactly by taking a repair back', async () => {
    const [plan, next] = [dealtOf(planId)!.dealt, dealtOf(other)!.dealt]
    await createRepair(ada.viewer, planId, 'resume', now)
    expect(dealtOf(planId)!.dealt).not.toEqual(plan)
    await removeLastRepair(ada.viewer, planId, now)
    expect(dealtOf(planId)!.dealt).toEqual(plan)
    expect(dealtOf(other)!.dealt).toEqual(next)
    expect(addDays(today, 0)).toBe(today)
  })
})
