import { describe, expect, test } from 'vitest'
import { dealPlans, recall } from './dealings.ts'
import { addDays } from './days.ts'
import { fitsOf } from './fits.ts'
import { askAbout, offerRepair, offersFor } from './offers.ts'
import { templateItems } from './template-items.testing.ts'
import type { PlanItem, PlanSettings } from './types.ts'
import { viewPlans, type PlanSource, type PlanView } from './view.ts'

/** Each case was once wrong: the figures are those of the days on which somebody found it. */

const person = { speedPercent: 100 }
const weekdays = [60, 60, 60, 60, 60, 0, 0]

function items(prefix: string, minutes: number[], over: Partial<PlanItem> = {}): PlanItem[] {
  return minutes.map((each, position) => ({
    id: `${prefix}${position}`,
    kind: 'task',
    tier: 'must',
    minutes: each,
    parts: 1,
    phase: 0,
    position,
    readingId: null,
    title: `${prefix}${position}`,
    state: 'todo',
    day: null,
    pin: null,
    ...over,
  }))
}

function planOf(planId: string, list: PlanItem[], over: Partial<PlanSettings>): PlanSource {
  const settings = {
    startDate: '2026-11-30',
    targetDate: null,
    weekdayMinutes: weekdays,
    daysOff: [],
    timeZone: 'UTC',
    ...over,
  }
  const ordered = list.map((item, position) => ({ ...item, position }))
  return { planId, settings, items: ordered, repairs: [], today: settings.startDate }
}

/** Plans as they are dealt one after the other, each on its first day. */
function enrolled(...plans: PlanSource[]): PlanSource[] {
  return plans.reduce<PlanSource[]>((had, plan) => {
    const { today } = plan
    const before = had.map((one) => ({ ...one, today }))
    return dealPlans({ plans: before, person }, { plans: [...before, plan], person }).plans
  }, [])
}

const at = (today: string, plans: readonly PlanSource[]) => plans.map((plan) => ({ ...plan, today }))
const done = (plan: PlanSource, count: number, day: string): PlanSource => ({
  ...plan,
  items: plan.items.map((item, index) => (index < count ? { ...item, state: 'done', day } : item)),
})
const view = (plans: readonly PlanSource[], planId: string): PlanView =>
  viewPlans(plans, person).find((one) => one.planId === planId)!
const ids = (of: PlanView, date: string) =>
  of.schedule.days.find((day) => day.date === date)?.items.map(({ id }) => id) ?? []
const dayOf = (of: PlanView, id: string) =>
  of.schedule.days.find((day) => day.items.some((item) => item.id === id))?.date
const outOf = ({ schedule }: PlanView) => [...schedule.fallen.map(({ id }) => id), ...schedule.late]

/** Does all that a day has for a plan. */
function doToday(plan: PlanSource, { schedule }: PlanView, today: string): PlanSource {
  const due = new Map(schedule.days.find(({ date }) => date === today)?.items.map((one) => [one.id, one]))
  const act = (item: PlanItem): PlanItem => {
    const one = due.get(item.id)
    if (!one || item.state !== 'todo') return item
    const spentBefore = item.spent ?? 0
    return one.sitting === one.sittings
      ? { ...item, state: 'done', day: today, spentBefore }
      : { ...item, spent: spentBefore + one.minutes, spentOn: today, spentBefore }
  }
  return { ...plan, items: plan.items.map(act) }
}

/** Does each day what it says, up to and without `until`. */
function follow(plans: readonly PlanSource[], from: string, until: string): PlanSource[] {
  let now = at(from, plans)
  for (let today = from; today < until; today = addDays(today, 1)) {
    now = at(today, now)
    const views = viewPlans(now, person)
    now = now.map((plan, index) => doToday(plan, views[index]!, today))
  }
  return at(until, now)
}

describe('pace and promises', () => {
  test('1: who does what Monday says finds Tuesday as it was', () => {
    const plans = enrolled(planOf('p', items('r', [45, 30, 27], { kind: 'read' }), { startDate: '2026-11-23' }))
    expect(ids(view(plans, 'p'), '2026-11-24')).toEqual(['r1', 'r2'])
    const tuesday = view(at('2026-11-24', [done(plans[0]!, 1, '2026-11-23')]), 'p')
    expect(ids(tuesday, '2026-11-24')).toEqual(['r1', 'r2'])
    expect(tuesday.pace.days).toBe(0)
  })

  const two = () =>
    enrolled(
      planOf('a', items('a', Array(14).fill(50)), {
        startDate: '2026-11-16',
        targetDate: '2026-12-10',
        weekdayMinutes: Array(7).fill(60),
      }),
      planOf('b', items('b', Array(12).fill(50)), {
        startDate: '2026-11-16',
        targetDate: '2026-12-20',
        weekdayMinutes: Array(7).fill(60),
      }),
    )
  test('2: what becomes of plan A leaves the pace of plan B alone', () => {
    const now = at('2026-11-30', follow(two(), '2026-11-16', '2026-11-29'))
    const before = view(now, 'b').pace
    expect(Math.abs(before.days)).toBeLessThanOrEqual(1)
    const trimmed = now.map((plan) => (plan.planId === 'a' ? { ...plan, items: plan.items.slice(0, 4) } : plan))
    for (const after of [now.slice(1), trimmed]) {
      const { views } = dealPlans({ plans: now, person }, { plans: after, person })
      expect(views.at(-1)!.pace).toMatchObject({ days: before.days, state: 'on-track' })
      expect(outOf(views.at(-1)!)).toEqual([])
    }
  })

  test('3: who reads faster than estimated is not behind, nor is a slow reader ahead', () => {
    const list = items('r', Array(84).fill(12), { kind: 'read' })
    const now = follow(enrolled(planOf('p', list, { startDate: '2026-11-09' })), '2026-11-09', '2026-11-25')
    expect(view(now, 'p').pace).toMatchObject({ days: 0, state: 'on-track' })
    for (const speedPercent of [65, 150]) {
      const { views } = dealPlans({ plans: now, person }, { plans: now, person: { speedPercent } })
      expect(views[0]!.pace.days).toBe(0)
      expect(offersFor(askAbout({ plans: now, person }, 'p'))).toEqual([])
    }
  })

  test('4: a shift promises a day that holds, with the other plan in its new turn', () => {
    const plans = enrolled(
      planOf('a', items('a', Array(6).fill(50)), { targetDate: '2026-12-02' }),
      planOf('b', items('b', Array(5).fill(50)), { targetDate: '2026-12-07' }),
    )
    const asked = askAbout({ plans, person }, 'a')
    const offer = offerRepair(asked, 'shift')
    const taken = plans.map((plan) =>
      plan.planId === 'a' ? { ...plan, repairs: [{ kind: 'shift' as const, effect: offer.effect! }] } : plan,
    )
    const after = dealPlans({ plans, person }, { plans: taken, person }, new Set(['a'])).views
    expect(after[0]!.schedule.late).toEqual([])
    expect(after[0]!.input.settings.targetDate).toBe(offer.endDate)
  })

  test('5: a squeeze is enough while a long item is under way today', () => {
    const plan = planOf('p', items('t', [150, 50]), { targetDate: '2026-12-05', weekdayMinutes: Array(7).fill(30) })
    const [dealt] = enrolled(plan)
    const begun = {
      ...dealt!,
      items: dealt!.items.map((item, n) =>
        n === 0 ? { ...item, spent: 80, spentOn: '2026-11-30', spentBefore: 0 } : item,
      ),
    }
    const asked = askAbout({ plans: [begun], person }, 'p')
    const offer = offerRepair(asked, 'squeeze')
    const repaired = { ...begun, repairs: [{ kind: 'squeeze' as const, effect: offer.effect! }] }
    const after = dealPlans({ plans: [begun], person }, { plans: [repaired], person }, new Set(['p'])).views[0]!
    expect(after.schedule.late).toEqual([])
  })

  test('6: who is behind with room to spare is told so, with one thing to press', () => {
    const plan = planOf('p', items('t', Array(10).fill(45)), { targetDate: '2027-01-02' })
    const now = at('2026-12-04', enrolled(plan))
    expect(view(now, 'p').pace.state).toBe('behind')
    const offers = offersFor(askAbout({ plans: now, person }, 'p'))
    expect(offers.map(({ kind }) => kind)).toEqual(['resume'])
    expect(offers[0]!.says).toBe(
      'You are behind your first schedule, and all still fits before Sat 2 Jan 2027. Take it up from here.',
    )
  })
})

describe('what fits and what falls', () => {
  test('7: musts take the reserves before they are told as not fitting', () => {
    const weekends = planOf('p', [...items('t', [150, 150]), ...items('m', [45], { kind: 'mock' })], {
      startDate: '2026-12-05',
      targetDate: '2026-12-14',
      weekdayMinutes: [0, 0, 0, 0, 0, 180, 180],
    })
    const seen = view(enrolled(weekends), 'p')
    expect(seen.schedule.late).toEqual([])
    expect(['2026-12-12', '2026-12-13']).toContain(dayOf(seen, 'm0'))

    const five = view(enrolled(planOf('p', items('t', Array(5).fill(50)), { targetDate: '2026-12-07' })), 'p')
    expect(five.schedule.late).toEqual([])
    expect(five.schedule.endDate).toBe('2026-12-04')

    const week = planOf('p', templateItems('system-design-interview-1-week'), {
      startDate: '2026-12-28',
      targetDate: '2027-01-04',
      weekdayMinutes: Array(7).fill(70),
      daysOff: ['2027-01-01'],
    })
    const fitted = view(enrolled(week), 'p')
    expect(fitted.schedule.late).toEqual([])
    expect(fitted.schedule.endDate! < '2027-01-04').toBe(true)
  })

  test('7: a must that does not fit stands on no day after the interview', () => {
    const seen = view(enrolled(planOf('p', items('t', Array(8).fill(50)), { targetDate: '2026-12-03' })), 'p')
    expect(seen.schedule.late.length).toBeGreaterThan(0)
    expect(seen.schedule.days.filter(({ date, items }) => date >= '2026-12-03' && items.length > 0)).toEqual([])
  })

  test('8: the drill falls, and the three light tasks stay', () => {
    const list = [
      ...items('must', [15]),
      ...items('drill', [45], { kind: 'drill', tier: 'should' }),
      ...items('task', [8, 8, 8], { tier: 'should' }),
    ]
    const seen = view(enrolled(planOf('p', list, { targetDate: '2026-12-03', weekdayMinutes: Array(7).fill(55) })), 'p')
    expect(outOf(seen)).toEqual(['drill0'])
  })

  test('8: when one must does not fit, light items stay where they do', () => {
    const list = [...items('must', Array(4).fill(50)), ...items('light', [8, 8], { tier: 'should', phase: 1 })]
    const seen = view(enrolled(planOf('p', list, { targetDate: '2026-12-03', weekdayMinutes: Array(7).fill(60) })), 'p')
    expect(seen.schedule.late.length).toBeGreaterThan(0)
    expect(seen.schedule.fallen.length).toBeLessThan(2)
  })

  test('9: practice falls after reading', () => {
    const plan = planOf('p', templateItems('system-design-interview-8-weeks'), {
      targetDate: addDays('2026-11-30', 35),
      weekdayMinutes: Array(7).fill(70),
    })
    const fallen = view(enrolled(plan), 'p').schedule.fallen.map(({ id }) => plan.items.find((item) => item.id === id)!)
    const isPractice = ({ kind }: PlanItem) => ['drill', 'mock', 'card'].includes(kind)
    const couldReads = plan.items.filter((item) => item.tier === 'could' && !isPractice(item))
    if (fallen.some((item) => item.tier === 'could' && isPractice(item)))
      expect(couldReads.filter((item) => !fallen.includes(item)).length).toBeLessThan(couldReads.length)
    expect(fallen.filter((item) => item.tier === 'could' && isPractice(item)).length).toBeLessThan(
      fallen.filter((item) => item.tier === 'could' && !isPractice(item)).length,
    )
  })

  test.each([25, 45, 48, 52])('11: mocks and drills are whole at %i minutes a day', (minutes) => {
    const plan = planOf('p', templateItems('system-design-interview-8-weeks'), {
      weekdayMinutes: Array(7).fill(minutes),
    })
    const { schedule } = view(enrolled(plan), 'p')
    for (const { items: sittings } of schedule.days)
      for (const one of sittings) {
        const { kind, minutes: total } = plan.items.find((item) => item.id === one.id)!
        if ((kind === 'mock' || kind === 'drill') && total <= minutes) expect(one.minutes).toBe(total)
      }
  })

  test('12: there are no crumbs, with two plans either', () => {
    const plans = enrolled(
      planOf('a', templateItems('system-design-interview-4-weeks', 'a-'), { targetDate: '2026-12-28' }),
      planOf('b', templateItems('it-is-slow', 'b-'), { weekdayMinutes: weekdays }),
    )
    for (const { schedule } of viewPlans(plans, person))
      for (const { items: sittings } of schedule.days)
        for (const one of sittings) {
          const whole = plans.flatMap((plan) => plan.items).find((item) => item.id === one.id)!.minutes
          if (one.minutes < whole) expect(whole).toBeGreaterThanOrEqual(20)
          if (one.minutes < 10 && one.minutes < whole) expect(one.sitting).toBe(one.sittings)
        }
  })

  test('13: two companies and one template: what the first holds costs the second nothing', () => {
    const template = 'system-design-interview-4-weeks'
    const plans = enrolled(
      planOf('a', templateItems(template, 'a-'), { targetDate: '2026-12-28' }),
      planOf('b', templateItems(template, 'b-'), { targetDate: '2027-01-04' }),
    )
    const [a, b] = viewPlans(plans, person)
    expect(outOf(a!).length).toBeLessThan(12)
    expect(b!.schedule.late).toEqual([])
    expect(b!.schedule.inOtherPlan.length).toBeGreaterThan(20)
    const held = b!.schedule.inOtherPlan[0]!
    expect(held.planId).toBe('a')
    expect(dayOf(a!, held.id.replace('b-', 'a-'))).toBe(held.date)
  })

  test('14: what the enrol page says is what comes of it, for the running plan too', () => {
    const running = enrolled(
      planOf('run', templateItems('system-design-interview-8-weeks', 'run-'), {
        startDate: '2026-11-09',
        targetDate: '2027-01-04',
        weekdayMinutes: Array(7).fill(70),
      }),
    )
    const now = at('2026-11-28', running)
    const week = planOf('new', templateItems('system-design-interview-1-week', 'new-'), {
      startDate: '2026-11-28',
      targetDate: '2026-12-05',
      weekdayMinutes: Array(7).fill(70),
    })
    const said = fitsOf(recall({ plans: now, person }), week, person)
    const { views } = dealPlans({ plans: now, person }, { plans: [...now, week], person })
    expect(said).toMatchObject({ late: 0, endDate: views[1]!.schedule.endDate })
    expect(said.endDate! < '2026-12-05').toBe(true)
    const before = new Set(outOf(view(now, 'run')))
    const falls = outOf(views[0]!).filter((id) => !before.has(id))
    expect(said.others[0]?.falls ?? []).toEqual(falls)
  })

  test('15: five weeks for four: the page is written on the eve, and the last mock is near the day', () => {
    const plan = planOf('p', templateItems('system-design-interview-4-weeks'), {
      targetDate: '2027-01-04',
      weekdayMinutes: Array(7).fill(60),
    })
    const seen = view(enrolled(plan), 'p')
    expect(outOf(seen)).toEqual([])
    const mocks = plan.items.filter(({ kind }) => kind === 'mock').map(({ id }) => dayOf(seen, id)!)
    expect(mocks.toSorted().at(-1)! >= addDays('2027-01-04', -5)).toBe(true)
    expect(seen.schedule.endDate).toBe('2027-01-03')
    expect(seen.schedule.days[0]!.review).toBe(0)
  })
})
