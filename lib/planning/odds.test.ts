import { describe, expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { chanceInWords } from './odds-words.ts'
import { type OddsInput, oddsOf } from './odds.ts'
import { addDays, daysBetween, weekdayOf } from './plain-days.ts'
import { type RecordWeek, recordWeeks } from './record.ts'
import type { PlanItem } from './types.ts'
import { type PlanSource, viewPlans } from './view.ts'
import { minutesAt } from './work.ts'

const today = '2026-11-30'
const person = { speedPercent: 100 }

function planOf(items: number, days: number, minutes = 60, coulds = 4): PlanSource {
  return {
    planId: 'plan',
    settings: {
      startDate: today,
      targetDate: addDays(today, days),
      weekdayMinutes: [minutes, minutes, minutes, minutes, minutes, 0, minutes],
      daysOff: [],
      timeZone: 'UTC',
    },
    items: Array.from({ length: items }, (_, position): PlanItem => ({
      id: `item-${position}`,
      kind: 'task',
      tier: position % coulds === 1 ? 'could' : 'must',
      minutes: 20 + ((position * 7) % 25),
      parts: 1,
      phase: 0,
      position,
      readingId: null,
      title: `Task ${position}`,
      state: 'todo',
      day: null,
      pin: null,
    })),
    repairs: [],
    today,
  }
}

const steady = (part: number): RecordWeek => ({ days: Array.from({ length: 7 }, () => part), mean: part })
const inputOf = (weeks: RecordWeek[], plan = planOf(24, 21)): OddsInput => ({
  plans: [plan],
  planId: 'plan',
  person,
  weeks,
  variants: [{ name: 'as it is' }, { name: 'without coulds', withoutCoulds: true }],
})
const chancesOf = (input: OddsInput, times?: number) => oddsOf(input, times).map(({ chance }) => chance)

describe('the odds of a plan', { timeout: 60_000 }, () => {
  test('are certain for one who always does the day’s plan, and nothing for one who never does', () => {
    expect(chancesOf(inputOf([steady(1), steady(1)]), 50)).toEqual([1, 1])
    expect(chancesOf(inputOf([steady(0), steady(0)]), 50)).toEqual([0, 0])
  })

  test('are the same each time, rise with what is done, and with what is let go', () => {
    const weeks = [0.5, 0.8, 1, 1.1].map(steady)
    const [asItIs = null, without = null] = chancesOf(inputOf(weeks))
    expect(chancesOf(inputOf(weeks))).toEqual([asItIs, without])
    expect(without!).toBeGreaterThanOrEqual(asItIs!)
    const [better = null] = chancesOf(inputOf([0.8, 1, 1.1, 1.3].map(steady)))
    expect(better!).toBeGreaterThan(asItIs!)
  })

  test('are none for an interview that has gone by, without a day, and where no must is left', () => {
    const weeks = [steady(1), steady(0.5)]
    expect(chancesOf(inputOf(weeks, planOf(5, -3)))).toEqual([null, null])
    const open = planOf(5, 9)
    expect(chancesOf(inputOf(weeks, { ...open, settings: { ...open.settings, targetDate: null } }))).toEqual([
      null,
      null,
    ])
    const done = open.items.map((item): PlanItem => ({ ...item, tier: 'should' }))
    expect(chancesOf(inputOf(weeks, { ...open, items: done }))).toEqual([null, null])
  })

  test('take at most two seconds of computing, for a large plan with four ways back too', () => {
    const input = inputOf([0.5, 0.8, 1].map(steady), planOf(200, 90))
    const variants = [...input.variants, ...['a', 'b', 'c', 'd'].map((name) => ({ name, withoutCoulds: true }))]
    const from = process.cpuUsage()
    oddsOf({ ...input, variants })
    const { user, system } = process.cpuUsage(from)
    expect((user + system) / 1e6).toBeLessThan(2)
  })

  test('are shown to 5 %, and never as certain', () => {
    expect([0, 0.01, 0.02, 0.03, 0.71, 0.99, 1].map(chanceInWords)).toEqual([
      'under 5 %',
      'under 5 %',
      'under 5 %',
      '5 %',
      '70 %',
      'over 95 %',
      'over 95 %',
    ])
  })
})

describe('a person’s record', () => {
  const planned = new Map(Array.from({ length: 16 }, (_, back) => [addDays(today, -back - 1), 60]))

  test('is that of whole weeks, with what was done of each day’s plan', () => {
    const done = new Map([...planned.keys()].map((day) => [day, weekdayOf(day) === 6 ? 200 : 30]))
    const weeks = recordWeeks(planned, done, today)
    expect(weeks).toHaveLength(2)
    expect(weeks[0]?.days).toEqual([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1.5])
  })

  test('is none for one who had no plan, and shorter than two weeks in the first fortnight', () => {
    expect(recordWeeks(new Map(), new Map(), today)).toEqual([])
    const young = new Map([...planned].filter(([day]) => daysBetween(day, today) <= 13))
    expect(recordWeeks(young, new Map(), today)).toHaveLength(1)
  })
})

/** A made-up person: what they do of a day's plan hangs on the week they have and on the day of the week. */
interface Habits {
  mean: number
  spread: number
  weakDay: number
  badWeek: number
}

function weekOf({ mean, spread, weakDay, badWeek }: Habits, random: () => number): RecordWeek {
  const whole = random() < badWeek ? 0.2 : mean + spread * (random() + random() - 1)
  const days = Array.from({ length: 7 }, (_, day) =>
    Math.min(1.5, Math.max(0, whole * (day === weakDay ? 0.5 : 1) + 0.3 * (random() - 0.5))),
  )
  return { days, mean: days.reduce((sum, day) => sum + day, 0) / 7 }
}

/** Lives the days one by one by the scheduler of each morning: the truth, worked out in another way than the odds are. */
function isThrough(plan: PlanSource, habits: Habits, random: () => number): boolean {
  let source = plan
  let week = weekOf(habits, random)
  for (let day = today; day < plan.settings.targetDate!; day = addDays(day, 1)) {
    if (weekdayOf(day) === 0) week = weekOf(habits, random)
    const [view] = viewPlans([{ ...source, today: day }], person)
    const due =
      view?.schedule.days.find(({ date }) => date === day)?.items.filter(({ state }) => state === 'todo') ?? []
    let left = due.reduce((sum, { minutes }) => sum + minutes, 0) * (week.days[weekdayOf(day)] ?? 1)
    const given = new Map<string, number>()
    for (const { id, minutes } of due) {
      given.set(id, Math.min(left, minutes))
      left -= Math.min(left, minutes)
    }
    source = {
      ...source,
      items: source.items.map((item): PlanItem => {
        const spent = (item.spent ?? 0) + (given.get(item.id) ?? 0)
        if (item.state !== 'todo' || !given.get(item.id)) return item
        return spent >= minutesAt(item, 100) - 1
          ? { ...item, state: 'done', day }
          : { ...item, spent: Math.floor(spent), spentOn: day, spentBefore: item.spent ?? 0 }
      }),
    }
  }
  return source.items.every(({ tier, state }) => tier !== 'must' || state === 'done')
}

/** What a straight line through the record says: at that pace the musts are done in time, or they are not. */
function straightLine(plan: PlanSource, weeks: readonly RecordWeek[]): number {
  const pace = weeks.reduce((sum, { mean }) => sum + mean, 0) / weeks.length
  const [view] = viewPlans([plan], person)
  const sittings = view!.schedule.days.flatMap(({ items }) => items)
  const all = sittings.reduce((sum, { minutes }) => sum + minutes, 0)
  const last = sittings.findLastIndex(({ tier }) => tier === 'must')
  const needed = sittings.slice(0, last + 1).reduce((sum, { minutes }) => sum + minutes, 0)
  return pace * all >= needed ? 1 : 0
}

test(
  'for people of known habits the odds are a better forecast than a straight line, by their Brier score',
  { timeout: 60_000 },
  () => {
    let odds = 0
    let line = 0
    let through = 0
    const learners = 40
    for (let learner = 0; learner < learners; learner += 1) {
      const random = randomFrom(7919 * (learner + 1))
      const habits = {
        mean: 0.7 + 0.6 * random(),
        spread: 0.5,
        weakDay: Math.floor(random() * 7),
        badWeek: 0.15 * random(),
      }
      const weeks = Array.from({ length: 6 }, () => weekOf(habits, random))
      const plan = planOf(14 + Math.floor(random() * 12), 21)
      const [chance = 0] = chancesOf({ ...inputOf(weeks, plan), variants: [{ name: 'as it is' }] }, 50)
      const happened = isThrough(plan, habits, random) ? 1 : 0
      through += happened
      odds += ((chance ?? 0) - happened) ** 2
      line += (straightLine(plan, weeks) - happened) ** 2
    }
    expect(through).toBeGreaterThan(10)
    expect(through).toBeLessThan(40)
    expect(odds / learners).toBeLessThan(line / learners)
  },
)
