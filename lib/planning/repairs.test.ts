import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planInput } from './arbitraries.testing.ts'
import { burnUpOf } from './burn-up.ts'
import { addDays } from './days.ts'
import { dealPlans, recall } from './dealings.ts'
import { fitsOf } from './fits.ts'
import { askAbout, offerRepair } from './offers.ts'
import { applyRepairs, repairKinds, type Repair, type RepairKind } from './repairs.ts'
import { settingsProblem } from './settings.ts'
import type { PlanItem, PlanSettings } from './types.ts'
import { daysOfPlan, viewPlans, type PlanSource, type PlanView } from './view.ts'

const settings: PlanSettings = {
  startDate: '2026-03-02', // a Monday
  targetDate: null,
  weekdayMinutes: [60, 60, 60, 60, 60, 0, 0],
  daysOff: [],
  timeZone: 'Europe/Vienna',
}

/** Readings that fill one study day each. */
function readings(count: number, over: Partial<PlanItem> = {}): PlanItem[] {
  return Array.from({ length: count }, (_, position) => ({
    id: `${over.tier ?? 'must'}${position}`,
    kind: 'read',
    tier: 'must',
    minutes: 51,
    parts: 1,
    phase: over.tier === 'could' ? 1 : 0,
    position,
    readingId: null,
    title: `Reading ${position}`,
    state: 'todo',
    day: null,
    pin: null,
    ...over,
  }))
}

function source(items: PlanItem[], over: Partial<PlanSettings> = {}, repairs: Repair[] = []): PlanSource {
  // Seven equal days without a buffer, so that a reading is a day.
  const days = { ...settings, weekdayMinutes: [60, 60, 0, 0, 0, 0, 0], ...over }
  return { planId: 'p', settings: days, items, repairs, today: days.startDate }
}

const view = (plan: PlanSource, today: string): PlanView => viewPlans([{ ...plan, today }], { speedPercent: 100 })[0]!
/** Ids of what does not fit, but for what had fallen before. */
const outside = ({ schedule }: PlanView, out: readonly string[]) =>
  [...schedule.fallen.map(({ id }) => id), ...schedule.late].filter((id) => !out.includes(id))
const done = (items: PlanItem[], count: number, day: string) =>
  items.map((item, i): PlanItem => (i < count ? { ...item, state: 'done', day } : item))

describe('the pace', () => {
  // Mondays and Tuesdays: 2, 3, 9, 10, 16, 17, 23, 24, 30, 31 March …
  const items = readings(10)
  const paceOn = (today: string, count: number) => view(source(done(items, count, '2026-03-02')), today).pace

  test('of someone who begins is on track', () => {
    expect(paceOn('2026-03-02', 0)).toMatchObject({ state: 'on-track', days: 0, minutes: 0 })
  })

  test('is on track one study day behind and one ahead', () => {
    expect(paceOn('2026-03-03', 0)).toMatchObject({ state: 'on-track', days: -1 })
    expect(paceOn('2026-03-02', 1)).toMatchObject({ state: 'on-track', days: 1 })
  })

  test('is behind from there up to five study days, and off the plan after', () => {
    expect(paceOn('2026-03-04', 0)).toMatchObject({ state: 'behind', days: -2, minutes: -102 })
    expect(paceOn('2026-03-17', 0)).toMatchObject({ state: 'behind', days: -5 })
    expect(paceOn('2026-03-18', 0)).toMatchObject({ state: 'off', days: -6 })
  })

  test('is ahead with more than a day done in advance', () => {
    expect(paceOn('2026-03-02', 2)).toMatchObject({ state: 'ahead', days: 2, minutes: 102 })
  })

  test('does not ask which items were done', () => {
    const last = items.map((item, i): PlanItem => (i === 9 ? { ...item, state: 'done', day: '2026-03-02' } : item))
    expect(view(source(last), '2026-03-03').pace).toMatchObject({ state: 'on-track', days: 0 })
  })

  test('forgives days off that are put in afterwards, and keeps what was promised of them', () => {
    const person = { speedPercent: 100 }
    const before = dealPlans({ plans: [], person }, { plans: [source(items)], person }).plans
    const now = before.map((plan) => ({ ...plan, today: '2026-03-11' }))
    expect(viewPlans(now, person)[0]!.pace.state).toBe('behind')
    const daysOff = ['2026-03-02', '2026-03-03', '2026-03-09', '2026-03-10']
    const away = now.map((plan) => ({ ...plan, settings: { ...plan.settings, daysOff } }))
    const after = dealPlans({ plans: now, person }, { plans: away, person })
    expect(after.views[0]!.pace).toMatchObject({ state: 'on-track', days: 0 })
    expect(after.plans[0]!.dealt!.from).toBe('2026-03-11')
  })

  test('counts on after the plan should have ended', () => {
    expect(view(source(done(items, 9, '2026-03-02')), '2026-06-01').pace).toMatchObject({ state: 'off' })
    expect(view(source(done(items, 10, '2026-03-02')), '2026-06-01').pace).toMatchObject({ state: 'on-track' })
  })

  test('counts an item that was added later as due last', () => {
    const added: PlanItem = { ...items[0]!, id: 'new', position: -1, addedOn: '2026-03-04' }
    expect(view(source([...done(items, 2, '2026-03-03'), added]), '2026-03-04').pace).toMatchObject({ days: 0 })
  })
})

describe('someone behind', () => {
  const items = [...readings(6), ...readings(3, { tier: 'could', minutes: 14 })]
  const today = '2026-03-11' // four study days gone, nothing done
  const targetDate = '2026-04-01'
  const plan = source(items, { targetDate })
  const person = { speedPercent: 100 }
  const dealt = (of: PlanSource, on = today) =>
    dealPlans({ plans: [], person }, { plans: [{ ...of, repairs: [] }], person }).plans.map((one) => ({
      ...one,
      repairs: of.repairs,
      today: on,
    }))[0]!
  const taking = (of: PlanSource, repair: Repair): PlanView => {
    const repaired = { ...of, repairs: [...of.repairs, repair] }
    return dealPlans({ plans: [of], person }, { plans: [repaired], person }, new Set([of.planId])).views[0]!
  }
  const after = (kind: RepairKind, of = dealt(plan)) => {
    const offer = offerRepair(askAbout({ plans: [of], person }, of.planId), kind)
    return { offer, view: taking(of, { kind, effect: offer.effect! }) }
  }

  test('is behind, with the coulds falling out', () => {
    const now = view(plan, today)
    expect(now.pace).toMatchObject({ state: 'behind', days: -4 })
  })

  test('shifts: nothing falls, the minutes stay, the end moves, and one is on track', () => {
    const { offer, view: shifted } = after('shift')
    expect(offer.daysLater).toBeGreaterThan(0)
    expect(offer.endDate).toBe(addDays(targetDate, offer.daysLater))
    expect(offer.says).toMatch(/^Your day moves from Wed 1 Apr to /)
    expect(shifted.schedule).toMatchObject({ fallen: [], late: [] })
    expect(shifted.pace.state).toBe('on-track')
    const dayEarlier = { ...offer.effect!, targetDate: addDays(offer.endDate!, -1) }
    const tight = taking(dealt(plan), { kind: 'shift', effect: dayEarlier })
    expect(tight.schedule.fallen.length + tight.schedule.late.length).toBeGreaterThan(0)
  })

  test('squeezes: nothing falls, the end stays, the minutes grow, and no fewer would do', () => {
    const { offer, view: squeezed } = after('squeeze')
    expect(squeezed.schedule).toMatchObject({ fallen: [], late: [] })
    expect(squeezed.input.settings.targetDate).toBe(targetDate)
    const { push } = offer.effect!
    expect(offer.says).toBe(`${push!.minutes} ${push!.minutes === 1 ? 'minute' : 'minutes'} a day more for three days.`)
    const less = { from: today, push: { ...push!, minutes: push!.minutes - 1 } }
    const tight = taking(dealt(plan), { kind: 'squeeze', effect: less })
    expect(tight.schedule.fallen.length + tight.schedule.late.length).toBeGreaterThan(0)
  })

  test('squeezes for good where three days are not enough', () => {
    const long = source([...readings(9), ...readings(6, { tier: 'could', minutes: 40 })], { targetDate })
    const { offer, view: squeezed } = after('squeeze', dealt(long))
    const [monday] = offer.weekdayMinutes
    expect(offer.says).toBe(`${monday} minutes a day instead of 60 minutes a day.`)
    expect(outside(squeezed, dealt(long).dealt!.out)).toEqual([])
  })

  test('trims: the end and the minutes stay, coulds go, and a must is never among them', () => {
    const { offer, view: trimmed } = after('trim')
    expect(offer.dropped.length).toBeGreaterThan(0)
    expect(offer.dropped.every(({ tier }) => tier === 'could')).toBe(true)
    expect(trimmed.schedule.fallen.map(({ reason }) => reason)).toEqual(offer.dropped.map(() => 'trimmed'))
    expect(trimmed.input.settings).toMatchObject({ targetDate, weekdayMinutes: [60, 60, 0, 0, 0, 0, 0] })
    expect(trimmed.pace.state).toBe('on-track')
  })

  test('starts afresh: what was trimmed and squeezed comes back', () => {
    const repairs: Repair[] = [
      { kind: 'squeeze', effect: { from: '2026-03-04', weekdayMinutes: [90, 90, 0, 0, 0, 0, 0] } },
      { kind: 'trim', effect: { from: '2026-03-04', dropped: ['could0'] } },
    ]
    const { view: restarted } = after('restart', dealt({ ...plan, repairs }))
    expect(restarted.schedule).toMatchObject({ fallen: [], late: [] })
    expect(restarted.input.settings.weekdayMinutes[0]).toBe(60)
  })

  test('without an interview day has the end of the plan in its place', () => {
    const open = source(items)
    const end = view(open, '2026-03-02').schedule.endDate!
    const { offer, view: shifted } = after('shift', dealt(open))
    expect(offer.endDate).toBe(shifted.schedule.endDate)
    expect(offer.endDate! > end).toBe(true)
    expect(after('squeeze', dealt(open)).view.schedule.endDate! <= end).toBe(true)
    const trimmed = after('trim', dealt(open)).view.schedule
    expect(trimmed.fallen.length > 0 && trimmed.endDate! <= addDays(end, 14)).toBe(true)
  })

  test('who enrolled knowing that something falls out does not pay for it in a shift', () => {
    const crowded = source(
      [...items, ...readings(40, { tier: 'could' }).map((item) => ({ ...item, id: `x${item.id}` }))],
      { targetDate },
    )
    expect(after('shift', dealt(crowded)).offer.daysLater).toBeLessThan(60)
  })

  test('undoes by leaving the repair out', () => {
    const { offer } = after('shift')
    const withRepair = applyRepairs(plan.settings, items, [{ kind: 'shift', effect: offer.effect! }])
    expect(withRepair.settings.targetDate).not.toBe(targetDate)
    expect(applyRepairs(plan.settings, items, [])).toEqual({ settings: plan.settings, items, since: '2026-03-02' })
  })
})

test('whatever the plan, each repair leads back onto it and loses no must', () => {
  fc.assert(
    fc.property(planInput({ noTaken: true }), fc.constantFrom(...repairKinds), (input, kind) => {
      const { settings, items, today } = input
      const plan: PlanSource = { planId: 'p', settings, items, repairs: [], today }
      const person = { speedPercent: input.speedPercent }
      const [before] = dealPlans({ plans: [], person }, { plans: [plan], person }).plans
      const offer = offerRepair(askAbout({ plans: [before!], person }, 'p'), kind)
      expect(offer.says).not.toBe('')
      expect(offer.dropped.every(({ tier }) => tier !== 'must')).toBe(true)
      if (!offer.effect) return
      const repaired = { ...before!, repairs: [{ kind, effect: offer.effect }] }
      const { views } = dealPlans({ plans: [before!], person }, { plans: [repaired], person }, new Set(['p']))
      const [mended] = views
      expect(mended!.schedule.late).toHaveLength(offer.late)
      expect(['on-track', 'ahead']).toContain(mended!.pace.state)
      if ((kind === 'squeeze' || kind === 'shift') && settings.targetDate !== null)
        expect(mended!.schedule.late).toEqual([])
    }),
    { numRuns: 300 },
  )
})

describe('several plans', () => {
  test('share the days: the earlier interview first, no day over the minutes of either', () => {
    const early: PlanSource = {
      planId: 'early',
      settings: { ...settings, targetDate: '2026-03-20' },
      items: readings(5),
      repairs: [],
      today: '2026-03-02',
    }
    const late: PlanSource = {
      planId: 'late',
      settings: { ...settings, weekdayMinutes: [90, 90, 90, 90, 90, 0, 0] },
      items: readings(5, { minutes: 20 }),
      repairs: [],
      today: '2026-03-02',
    }
    const views = viewPlans([late, early], { speedPercent: 100 })
    expect(views.map(({ planId }) => planId)).toEqual(['late', 'early'])
    const monday = views.map(({ schedule }) => schedule.days.find((day) => day.date === '2026-03-02')!)
    expect(monday[1]).toMatchObject({ minutes: 60, items: [{ minutes: 51 }] })
    expect(monday[0]).toMatchObject({ minutes: 39, items: [{ minutes: 20 }] })
  })

  test('have the same days when only one of them is asked for', () => {
    const sources = fc.array(planInput({ noTaken: true }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(sources, (inputs) => {
        const plans = inputs.map(({ items, settings, today }, n): PlanSource => ({
          planId: `${n}`,
          items,
          settings,
          today,
          repairs: [],
        }))
        const views = viewPlans(plans, { speedPercent: 120 })
        for (const view of views)
          expect(daysOfPlan(plans, { speedPercent: 120 }, view.planId)).toEqual(view.schedule.days)
        expect(daysOfPlan(plans, { speedPercent: 120 }, 'none')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('the burn-up', () => {
  const items = readings(6)

  test('rises with what was planned and with what was done, and both begin at nothing', () => {
    const half = view(source(done(items, 2, '2026-03-03')), '2026-03-10')
    const { points, totalMinutes } = burnUpOf(half.input, half.dealt, half.schedule)
    expect(points[0]).toEqual({ date: '2026-03-01', planned: 0, done: 0 })
    expect(points.find(({ date }) => date === '2026-03-03')).toEqual({ date: '2026-03-03', planned: 102, done: 102 })
    expect(points.at(-1)).toEqual({ date: '2026-03-17', planned: 306, done: null })
    expect(totalMinutes).toBe(306)
  })

  test('tells where the present pace ends', () => {
    const half = view(source(done(items, 2, '2026-03-03')), '2026-03-10')
    // Two readings in three study days; the four that are left take six more, counted from today.
    expect(burnUpOf(half.input, half.dealt, half.schedule)).toMatchObject({ paceMinutes: 34, paceEnd: '2026-03-30' })
  })

  test('knows no pace on the first day, and no end without one', () => {
    const first = view(source(items), '2026-03-02')
    expect(burnUpOf(first.input, first.dealt, first.schedule)).toMatchObject({ paceMinutes: null, paceEnd: null })
    const idle = view(source(items), '2026-03-10')
    expect(burnUpOf(idle.input, idle.dealt, idle.schedule)).toMatchObject({ paceMinutes: 0, paceEnd: null })
  })
})

describe('the enrol form', () => {
  const items = [...readings(6), ...readings(3, { tier: 'could' })]
  const fits = (over: Partial<PlanSettings>) =>
    fitsOf(recall({ plans: [], person: { speedPercent: 100 } }), source(items, over), { speedPercent: 100 })

  test('says when it ends and that all fits', () => {
    expect(fits({})).toMatchObject({
      problem: null,
      endDate: '2026-03-30',
      fits: { must: 6, could: 3 },
      falls: { could: 0 },
    })
  })

  test('says what falls out, what is late, and the minutes that would do', () => {
    const short = fits({ targetDate: '2026-03-20' })
    expect(short).toMatchObject({ falls: { must: 0, could: 3 } })
    expect(short.neededWeekdayMinutes![0]).toBeGreaterThan(60)
    expect(fits({ targetDate: '2026-03-10' }).late).toBeGreaterThan(0)
  })

  test('says what is wrong, in a sentence, by field', () => {
    expect(fits({ targetDate: '2026-03-01' }).problem).toEqual({
      field: 'targetDate',
      message: 'The end is before the start.',
    })
    expect(fits({ weekdayMinutes: [0, 0, 0, 0, 0, 0, 0] }).problem?.field).toBe('weekdayMinutes')
    expect(fits({ timeZone: 'Mars/Olympus' }).problem?.message).toBe('There is no time zone called “Mars/Olympus”.')
    expect(settingsProblem({ ...settings, weekdayMinutes: [60] })?.field).toBe('weekdayMinutes')
    expect(settingsProblem({ ...settings, weekdayMinutes: [0.5, 0, 0, 0, 0, 0, 0] })?.field).toBe('weekdayMinutes')
    expect(settingsProblem({ ...settings, daysOff: ['2026-02-30'] })?.field).toBe('daysOff')
    expect(settingsProblem({ ...settings, startDate: '' })?.field).toBe('startDate')
    expect(settingsProblem(settings)).toBeNull()
  })
})
