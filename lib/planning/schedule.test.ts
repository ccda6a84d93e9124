import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planInput } from './arbitraries.testing.ts'
import { addDays, skippedDays } from './days.ts'
import { neededMinutes } from './needed.ts'
import { schedule } from './schedule.ts'
import type { PlanItem, PlanSettings, Schedule, ScheduleInput, Sitting } from './types.ts'
import { inOrder, isGroundwork, minutesAt, workOf } from './work.ts'

const runs = { numRuns: 500 }
const settings: PlanSettings = {
  startDate: '2026-03-02', // a Monday
  targetDate: null,
  weekdayMinutes: [60, 60, 60, 60, 60, 0, 0],
  daysOff: [],
  timeZone: 'Europe/Vienna',
}

function item(over: Partial<PlanItem> & { id: string }): PlanItem {
  return {
    kind: 'read',
    tier: 'must',
    minutes: 20,
    parts: 1,
    phase: 0,
    position: 0,
    readingId: null,
    title: over.id,
    state: 'todo',
    day: null,
    pin: null,
    ...over,
  }
}

function planOf(items: PlanItem[], over: Partial<PlanSettings> = {}, today = '2026-03-02'): ScheduleInput {
  return {
    items: items.map((each, position) => ({ ...each, position })),
    settings: { ...settings, ...over },
    speedPercent: 100,
    today,
  }
}

const many = (count: number, over: Partial<PlanItem> = {}) =>
  Array.from({ length: count }, (_, i) => item({ id: `${over.tier ?? 'must'}-${over.kind ?? 'read'}-${i}`, ...over }))

const daysFor = (dealt: Schedule) =>
  dealt.days.map((day) => [day.date, day.items.map(({ id, minutes }) => [id, minutes])])
const sittingsOf = (dealt: Schedule, id: string) =>
  dealt.days.flatMap((day) => day.items.filter((one) => one.id === id).map((one) => ({ ...one, date: day.date })))
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)

describe('a person with a plan', () => {
  test('reads in order, what a day does not keep for review, and nothing at the weekend', () => {
    const dealt = schedule(planOf(many(12)))
    expect(daysFor(dealt).map(([date]) => date)).toEqual([
      '2026-03-02',
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-09',
    ])
    expect(dealt.days.map((day) => day.items.length)).toEqual([3, 2, 2, 2, 1, 2])
  })

  test('keeps two minutes for each reading that comes up again, and half of the last study day as a buffer', () => {
    const { days } = schedule(planOf(many(12)))
    expect(days.map(({ review }) => review)).toEqual([0, 4, 4, 8, 8, 8])
    expect(days.find((day) => day.date === '2026-03-06')).toMatchObject({ minutes: 60, review: 8, buffer: 26 })
  })

  test('who is late finds the buffer open for as many minutes', () => {
    const input = planOf(many(12), {}, '2026-03-06')
    expect(schedule(input).days[0]!.items).toHaveLength(1)
    expect(schedule({ ...input, lateMinutes: 20 }).days[0]!.items).toHaveLength(2)
  })

  test('gets a long item in sittings, and a series by its parts', () => {
    const book = schedule(planOf([item({ id: 'book', minutes: 120 })]))
    expect(sittingsOf(book, 'book').map(({ minutes, sitting, sittings }) => [minutes, sitting, sittings])).toEqual([
      [60, 1, 2],
      [60, 2, 2],
    ])
    const series = schedule(planOf([item({ id: 'series', minutes: 120, parts: 6 })]))
    expect(sittingsOf(series, 'series').map(({ minutes }) => minutes)).toEqual([60, 60])
  })

  test('goes on with a long item where the last sitting ended, and not twice on one day', () => {
    const begun = item({ id: 'book', minutes: 120, spent: 51, spentOn: '2026-03-02' })
    expect(daysFor(schedule(planOf([begun])))).toEqual([
      ['2026-03-02', []],
      ['2026-03-03', [['book', 59]]],
      ['2026-03-04', [['book', 10]]],
    ])
  })

  test('who ticks more than today had finds today as it was, and the next days ahead', () => {
    const items = many(6)
    const before = schedule(planOf(items))
    const done = items.map((each, n) => (n === 3 ? { ...each, state: 'done' as const, day: '2026-03-02' } : each))
    const dealt = schedule(planOf(done))
    const todo = (of: Schedule, n: number) =>
      of.days[n]!.items.filter(({ state }) => state === 'todo').map(({ id }) => id)
    expect(todo(dealt, 0)).toEqual(todo(before, 0))
    expect(todo(before, 1)).toEqual(['must-read-3', 'must-read-4'])
    expect(todo(dealt, 1)).toEqual(['must-read-4', 'must-read-5'])
  })

  test('who was away finds the oldest undone first, today', () => {
    const dealt = schedule(planOf(many(6), {}, '2026-03-04'))
    expect(dealt.days[0]).toMatchObject({ date: '2026-03-04' })
    expect(dealt.days[0]!.items[0]!.id).toBe('must-read-0')
  })

  test('who moved an item to tomorrow finds it there, first, and in front of all once tomorrow has gone by', () => {
    const moved = [...many(4), item({ id: 'moved', minutes: 55, pin: '2026-03-03' })]
    const dealt = schedule(planOf(moved))
    expect(dealt.days[1]!.items.map(({ id, pinned }) => [id, pinned])).toEqual([['moved', true]])
    expect(schedule(planOf(moved, {}, '2026-03-04')).days[0]!.items[0]!.id).toBe('moved')
  })

  test('who reads at half speed needs twice the minutes, but not for a mock', () => {
    const input = { ...planOf([item({ id: 'a' }), item({ id: 'm', kind: 'mock', minutes: 45 })]), speedPercent: 200 }
    const dealt = schedule(input)
    expect(sittingsOf(dealt, 'a')[0]!.minutes).toBe(40)
    expect(sum(sittingsOf(dealt, 'm').map(({ minutes }) => minutes))).toBe(45)
  })

  test('gets no mock before 60 % of the musts, and what follows goes on meanwhile', () => {
    const dealt = schedule(planOf([item({ id: 'mock', kind: 'mock', minutes: 45 }), ...many(10)]))
    const [mock] = sittingsOf(dealt, 'mock')
    const before = dealt.days.filter((day) => day.date < mock!.date).flatMap((day) => day.items)
    expect(before.length).toBeGreaterThanOrEqual(6)
    expect(before.length).toBeLessThan(10)
  })

  test('finds a mock on a day that holds it in one sitting', () => {
    const weekdayMinutes = [30, 30, 30, 30, 30, 120, 0]
    const dealt = schedule(
      planOf([...many(3), item({ id: 'mock', kind: 'mock', minutes: 50 }), ...many(3, { tier: 'should' })], {
        weekdayMinutes,
      }),
    )
    expect(sittingsOf(dealt, 'mock')).toMatchObject([{ date: '2026-03-07', minutes: 50 }])
  })

  test('has only review and light items on the two days before the interview', () => {
    const items = [...many(6), ...many(20, { tier: 'could', minutes: 12 })]
    const dealt = schedule(planOf(items, { targetDate: '2026-03-07' }))
    for (const date of ['2026-03-05', '2026-03-06']) {
      const day = dealt.days.find((one) => one.date === date)
      expect(day?.items.every(({ minutes }) => minutes <= 15)).toBe(true)
    }
  })

  test('loses could items first, the last first, and never a must', () => {
    const items = [...many(9), ...many(5, { tier: 'should' }), ...many(5, { tier: 'could' })]
    const few = schedule(planOf(items, { targetDate: '2026-03-14' }))
    expect(new Set(few.fallen.map(({ tier }) => tier))).toEqual(new Set(['could']))
    expect(few.fallen[0]!.id).toBe('could-read-4')
    const fewer = schedule(planOf(items, { targetDate: '2026-03-09' }))
    expect(fewer.fallen.filter(({ tier }) => tier === 'could')).toHaveLength(5)
    expect(fewer.fallen.some(({ tier }) => tier === 'should')).toBe(true)
    expect(fewer.late).toEqual([])
  })

  test('is told of the musts that do not fit, and they stand on no day', () => {
    const dealt = schedule(planOf([...many(15), ...many(3, { tier: 'could' })], { targetDate: '2026-03-06' }))
    expect(dealt.fallen.map(({ tier }) => tier)).toEqual(['could', 'could', 'could'])
    expect(dealt.late).toEqual(['must-read-14', 'must-read-13', 'must-read-12'])
    expect(dealt.days.every((day) => day.date < '2026-03-06' || day.items.length === 0)).toBe(true)
  })

  test('who gives a day off has nothing on it', () => {
    const dealt = schedule(planOf(many(4), { daysOff: ['2026-03-03'] }))
    expect(daysFor(dealt).map(([date]) => date)).toEqual(['2026-03-02', '2026-03-04'])
  })

  test('whose other plan takes the days has what they leave', () => {
    const dealt = schedule({
      ...planOf(many(2)),
      morning: {
        taken: new Map([
          ['2026-03-02', 60],
          ['2026-03-03', 55],
        ]),
        held: new Map(),
      },
    })
    // Five minutes are no study time.
    expect(dealt.days.map(({ date, items }) => [date, items.length])).toEqual([
      ['2026-03-03', 0],
      ['2026-03-04', 2],
    ])
  })

  test('gets review items from the minutes that are kept for review', () => {
    const dealt = schedule(planOf([...many(2, { minutes: 25 }), item({ id: 'r', kind: 'review', minutes: 9 })]))
    expect(dealt.days).toHaveLength(1)
  })

  test('with nothing in it has no days and no end', () => {
    expect(schedule(planOf([]))).toMatchObject({ days: [], fallen: [], late: [], endDate: null, remainingMinutes: 0 })
  })

  test('with five minutes a week and a long list is told what ten years do not hold', () => {
    const dealt = schedule(planOf(many(40, { minutes: 400 }), { weekdayMinutes: [5, 0, 0, 0, 0, 0, 0] }))
    expect(dealt.fallen.length).toBeGreaterThan(0)
    expect(dealt.fallen.every(({ reason }) => reason === 'horizon')).toBe(true)
  })

  test('in Samoa has no 30 December 2011', () => {
    const weekdayMinutes = [60, 60, 60, 60, 60, 60, 60]
    const apia = { startDate: '2011-12-28', weekdayMinutes, timeZone: 'Pacific/Apia' }
    const dealt = schedule(planOf(many(9, { minutes: 50 }), apia, '2011-12-28'))
    expect(
      daysFor(dealt)
        .map(([date]) => date)
        .slice(0, 4),
    ).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01'])
  })
})

describe('over thousands of plans', { timeout: 120_000 }, () => {
  /** What the schedule owes of each item. */
  const owed = (each: PlanItem, input: ScheduleInput) => {
    const { total, at } = workOf(each, input.speedPercent)
    return total - at
  }
  const isFree = (one: Sitting) => one.state === 'todo' && !one.pinned

  test('every item stands in the days once and whole, or is told as fallen or as done before', () => {
    fc.assert(
      fc.property(planInput(), (input) => {
        const dealt = schedule(input)
        for (const each of input.items) {
          const sittings = sittingsOf(dealt, each.id)
          const fallen = dealt.fallen.filter(({ id }) => id === each.id).length
          const before = dealt.before.filter((id) => id === each.id).length
          const late = dealt.late.filter((id) => id === each.id).length
          const isWorkedOn = each.spentOn === input.today && (each.spent ?? 0) > 0
          if (isWorkedOn && sittings.length === 0) continue
          expect(fallen + before + late + (sittings.length > 0 ? 1 : 0)).toBe(1)
          if (sittings.length === 0) continue
          if (each.state !== 'todo') expect(sittings).toMatchObject([{ state: each.state, date: each.day }])
          else if (!isWorkedOn) expect(sum(sittings.map(({ minutes }) => minutes))).toBe(owed(each, input))
          expect(sittings.map(({ sitting, sittings: of }) => [sitting, of])).toEqual(
            sittings.map((_, i) => [i + 1, sittings.length]),
          )
        }
        expect(sum(dealt.days.map((day) => day.items.length))).toBe(
          sum(input.items.map((each) => sittingsOf(dealt, each.id).length)),
        )
      }),
      runs,
    )
  })

  test('no day from today on is over its minutes, but by one pinned item or what was done', () => {
    fc.assert(
      fc.property(planInput(), (input) => {
        for (const day of schedule(input).days) {
          if (day.date < input.today) continue
          const done = sum(day.items.filter(({ state }) => state === 'done').map(({ minutes }) => minutes))
          const todo = sum(day.items.filter(({ state }) => state === 'todo').map(({ minutes }) => minutes))
          const pinned = Math.max(0, ...day.items.filter((one) => one.pinned).map(({ minutes }) => minutes))
          // What was done today beyond what it had is on top.
          if (day.date > input.today) expect(done + todo - pinned).toBeLessThanOrEqual(Math.max(day.minutes, done))
          else expect(todo - pinned).toBeLessThanOrEqual(day.minutes)
          expect(day.items.every(({ minutes }) => minutes > 0)).toBe(true)
        }
      }),
      runs,
    )
  })

  test('a day keeps at most 15 % for review, and new items take what neither that nor the buffer keeps', () => {
    fc.assert(
      fc.property(planInput({ onlyTodo: true, noPins: true, noTaken: true }), (input) => {
        const dealt = schedule({ ...input, settings: { ...input.settings, targetDate: null } })
        for (const day of dealt.days) {
          expect(day.review).toBeLessThanOrEqual(day.minutes * 0.15)
          const items = day.items.filter(({ kind }) => kind !== 'review' && kind !== 'buffer')
          const isAlone = items.length === 1 && ['mock', 'drill', 'read', 'card', 'task'].includes(items[0]!.kind)
          const used = sum(items.map(({ minutes }) => minutes))
          if (!isAlone) expect(used).toBeLessThanOrEqual(day.minutes - day.review - day.buffer)
        }
      }),
      runs,
    )
  })

  test('within a phase the order is kept, but for mocks, drills that wait and pins', () => {
    fc.assert(
      fc.property(planInput(), (input) => {
        const dealt = schedule(input)
        const sequence = dealt.days.flatMap((day) => day.items.filter(isFree).map(({ id }) => id))
        for (const phase of new Set(input.items.map((each) => each.phase))) {
          const inPhase = inOrder(input.items, input.today).filter(
            (each) =>
              each.phase === phase &&
              !['mock', 'drill'].includes(each.kind) &&
              each.pin === null &&
              each.spentOn !== input.today &&
              sequence.includes(each.id),
          )
          for (const [i, each] of inPhase.entries()) {
            const next = inPhase[i + 1]
            if (next) expect(sequence.lastIndexOf(each.id)).toBeLessThan(sequence.indexOf(next.id))
          }
        }
      }),
      runs,
    )
  })

  test('the same input gives the same days, in whatever order the items come', () => {
    fc.assert(
      fc.property(planInput(), fc.infiniteStream(fc.nat()), (input, keys) => {
        const shuffled = input.items
          .map((each) => ({ each, key: keys.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ each }) => each)
        const before = JSON.stringify(input)
        const dealt = schedule(input)
        expect(JSON.stringify(input)).toBe(before)
        expect(schedule(input)).toEqual(dealt)
        const todo = (of: Schedule) =>
          of.days.map((day) => [day.date, day.items.filter(({ state }) => state === 'todo')])
        expect(todo(schedule({ ...input, items: shuffled }))).toEqual(todo(dealt))
      }),
      runs,
    )
  })

  test('the interview day and those after it are kept free, light days are light, and no must falls', () => {
    fc.assert(
      fc.property(planInput({ target: true }), (input) => {
        const dealt = schedule(input)
        const target = input.settings.targetDate!
        const lightFrom = addDays(target, -2)
        const items = new Map(input.items.map((each) => [each.id, each]))
        for (const day of dealt.days) {
          for (const one of day.items.filter(isFree)) {
            if (day.date === target) throw new Error('something stands on the interview day')
            expect(day.date < target || day.date <= input.today).toBe(true)
            const { light } = workOf(items.get(one.id)!, input.speedPercent)
            // Musts that fit nowhere else stand on light days too.
            if (day.date >= lightFrom) expect(light || one.tier === 'must').toBe(true)
          }
        }
        const fallen = dealt.fallen.filter(({ reason }) => reason === 'no-room')
        expect(fallen.every(({ tier }) => tier !== 'must')).toBe(true)
      }),
      runs,
    )
  })

  test('a mock that is not pinned has 60 % of the musts on earlier days', () => {
    fc.assert(
      fc.property(planInput(), (input) => {
        const dealt = schedule(input)
        const musts = input.items.filter((each) => !each.trimmed && isGroundwork(each))
        const lastDay = (id: string) => sittingsOf(dealt, id).at(-1)?.date ?? '~'
        for (const mock of input.items.filter(({ kind, state }) => kind === 'mock' && state === 'todo')) {
          const [first] = sittingsOf(dealt, mock.id)
          if (!first || first.pinned) continue
          const behind = musts.filter((each) => each.state !== 'todo' || lastDay(each.id) < first.date)
          expect(behind.length).toBeGreaterThanOrEqual(musts.length * 0.6)
        }
      }),
      runs,
    )
  })

  test('done items never move, whatever else changes', () => {
    fc.assert(
      fc.property(planInput(), fc.integer({ min: 0, max: 30 }), (input, later) => {
        const place = (dealt: Schedule) =>
          dealt.days.flatMap((day) => day.items.filter(({ state }) => state === 'done').map(({ id }) => [day.date, id]))
        const changed = {
          ...input,
          today: addDays(input.today, later),
          settings: { ...input.settings, weekdayMinutes: [7, 7, 7, 7, 7, 7, 7], targetDate: null },
        }
        expect(place(schedule(changed))).toEqual(place(schedule(input)))
      }),
      runs,
    )
  })

  test('every study day is a day that the zone had', () => {
    fc.assert(
      fc.property(planInput({ noPins: true, onlyTodo: true }), (input) => {
        const days = schedule(input).days.map((day) => day.date)
        expect(skippedDays(days, input.settings.timeZone)).toEqual([])
      }),
      runs,
    )
  })

  test('an earlier end never needs fewer minutes a day', () => {
    fc.assert(
      fc.property(
        planInput({ onlyTodo: true }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 30 }),
        (input, days, more) => {
          const early = addDays(input.settings.startDate, days)
          const needed = (targetDate: string) =>
            neededMinutes({ ...input, settings: { ...input.settings, targetDate } })?.extra ?? Infinity
          expect(needed(early)).toBeGreaterThanOrEqual(needed(addDays(early, more)))
        },
      ),
      { numRuns: 600 },
    )
  })
})

test('1,066 items over a year are dealt in less than 15 ms of CPU', () => {
  const items = Array.from({ length: 1066 }, (_, i) =>
    item({
      id: `i${i}`,
      tier: (['must', 'should', 'could'] as const)[i % 3],
      minutes: 5 + ((i * 7) % 40),
      phase: Math.floor(i / 100),
    }),
  )
  const input = planOf(items, { targetDate: '2027-03-02', weekdayMinutes: [45, 45, 45, 45, 45, 60, 0] })
  schedule(input)
  const times = Array.from({ length: 9 }, () => {
    const start = process.cpuUsage()
    schedule(input)
    return process.cpuUsage(start).user / 1000
  })
  expect(Math.min(...times)).toBeLessThan(15)
  expect(minutesAt(items[0]!, 100)).toBe(5)
})
