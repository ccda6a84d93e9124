import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planInput } from './arbitraries.testing.ts'
import { addDays, mondayOf, skippedDays } from './days.ts'
import { neededMinutes } from './needed.ts'
import { schedule } from './schedule.ts'
import type { PlanItem, PlanSettings, Schedule, ScheduleInput, Sitting } from './types.ts'
import { inOrder, isGroundwork, minutesAt, workOf } from './work.ts'

const runs = { numRuns: 1000 }
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
  test('reads in order, 51 of 60 minutes a day, and nothing at the weekend', () => {
    const dealt = schedule(planOf(many(12)))
    expect(daysFor(dealt).map(([date]) => date)).toEqual([
      '2026-03-02',
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-09',
    ])
    // 11 minutes stay free on Monday and are there on Tuesday, when three times twenty fit.
    expect(dealt.days.map((day) => day.items.length)).toEqual([2, 3, 2, 3, 1, 1])
  })

  test('keeps half of the last study day of a week as a buffer, and 15 % of each for review', () => {
    const friday = schedule(planOf(many(12))).days.find((day) => day.date === '2026-03-06')!
    expect(friday).toMatchObject({ minutes: 60, review: 9, buffer: 26 })
  })

  test('whose buffer is opened today gets its minutes', () => {
    const input = planOf(many(12), {}, '2026-03-06')
    expect(schedule(input).days[0]!.items).toHaveLength(1)
    expect(schedule({ ...input, openBufferOn: '2026-03-06' }).days[0]!.items).toHaveLength(2)
  })

  test('gets a long item in sittings, and a series by its parts', () => {
    const book = schedule(planOf([item({ id: 'book', minutes: 120 })]))
    expect(sittingsOf(book, 'book').map(({ minutes, sitting, sittings }) => [minutes, sitting, sittings])).toEqual([
      [51, 1, 3],
      [51, 2, 3],
      [18, 3, 3],
    ])
    const series = schedule(planOf([item({ id: 'series', minutes: 120, parts: 6 })]))
    expect(sittingsOf(series, 'series').map(({ minutes }) => minutes)).toEqual([40, 60, 20])
  })

  test('goes on with a long item where the last sitting ended, and not twice on one day', () => {
    const begun = item({ id: 'book', minutes: 120, spent: 51, spentOn: '2026-03-02' })
    expect(daysFor(schedule(planOf([begun])))).toEqual([
      ['2026-03-02', []],
      ['2026-03-03', [['book', 51]]],
      ['2026-03-04', [['book', 18]]],
    ])
  })

  test('finds what a tick of today leaves of today', () => {
    const dealt = schedule(planOf([item({ id: 'a', minutes: 40, state: 'done', day: '2026-03-02' }), ...many(3)]))
    expect(dealt.days[0]!.items.map(({ id, state }) => [id, state])).toEqual([['a', 'done']])
    expect(dealt.days[1]!.items).toHaveLength(3)
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

  test('is told of the musts that do not fit, and finds them from the interview day on', () => {
    const dealt = schedule(planOf([...many(12), ...many(3, { tier: 'could' })], { targetDate: '2026-03-06' }))
    expect(dealt.fallen.map(({ tier }) => tier)).toEqual(['could', 'could', 'could'])
    expect(dealt.late.length).toBeGreaterThan(0)
    for (const id of dealt.late) expect(sittingsOf(dealt, id).at(-1)!.date > '2026-03-06').toBe(true)
    expect(dealt.days.find((day) => day.date === '2026-03-06')?.items ?? []).toEqual([])
  })

  test('who gives a day off has nothing on it', () => {
    const dealt = schedule(planOf(many(4), { daysOff: ['2026-03-03'] }))
    expect(daysFor(dealt).map(([date]) => date)).toEqual(['2026-03-02', '2026-03-04'])
  })

  test('whose other plan takes the days has what they leave', () => {
    const dealt = schedule({
      ...planOf(many(2)),
      taken: new Map([
        ['2026-03-02', 60],
        ['2026-03-03', 55],
      ]),
    })
    expect(daysFor(dealt).map(([date]) => date)).toEqual(['2026-03-03', '2026-03-04'])
    expect(dealt.days.at(-1)!.items).toHaveLength(2)
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
    const { total, at } = workOf(each, input.speedPercent, input.today)
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
          expect(fallen + before + (sittings.length > 0 ? 1 : 0)).toBe(1)
          if (sittings.length === 0) continue
          if (each.state !== 'todo') expect(sittings).toMatchObject([{ state: each.state, date: each.day }])
          else expect(sum(sittings.map(({ minutes }) => minutes))).toBe(owed(each, input))
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
          if (todo > 0) expect(done + todo - pinned).toBeLessThanOrEqual(Math.max(day.minutes, done))
          expect(day.items.every(({ minutes }) => minutes > 0)).toBe(true)
        }
      }),
      runs,
    )
  })

  test('a week gives at most 85 % of its minutes to new items, and keeps its buffer', () => {
    fc.assert(
      fc.property(planInput({ onlyTodo: true, noPins: true, noTaken: true }), (input) => {
        const weeks = new Map<string, { room: number; used: number; kept: number }>()
        for (const day of schedule({ ...input, openBufferOn: null }).days) {
          const monday = mondayOf(day.date)
          const week = weeks.get(monday) ?? { room: 0, used: 0, kept: 0 }
          week.room += day.minutes - day.review
          week.kept += day.buffer
          const items = day.items.filter(({ kind }) => kind !== 'review' && kind !== 'buffer')
          week.used += sum(items.map(({ minutes }) => minutes))
          weeks.set(monday, week)
          expect(day.review).toBeGreaterThanOrEqual(day.minutes * 0.15)
        }
        for (const { room, used, kept } of weeks.values()) expect(used).toBeLessThanOrEqual(room - kept)
      }),
      runs,
    )
  })

  test('within a phase the order is kept, but for mocks and pins', () => {
    fc.assert(
      fc.property(planInput(), (input) => {
        const dealt = schedule(input)
        const sequence = dealt.days.flatMap((day) => day.items.filter(isFree).map(({ id }) => id))
        for (const phase of new Set(input.items.map((each) => each.phase))) {
          const inPhase = inOrder(input.items, input.today).filter(
            (each) => each.phase === phase && each.kind !== 'mock' && each.pin === null && sequence.includes(each.id),
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

  test('an interview day is kept, light days are light, and could falls before should, never a must', () => {
    fc.assert(
      fc.property(planInput({ target: true }), (input) => {
        const dealt = schedule(input)
        const target = input.settings.targetDate!
        const lightFrom = addDays(target, -2)
        const items = new Map(input.items.map((each) => [each.id, each]))
        for (const day of dealt.days) {
          for (const one of day.items.filter(isFree)) {
            if (day.date === target) throw new Error('something stands on the interview day')
            if (day.date > target) expect(one.tier).toBe('must')
            if (day.date > target) expect(dealt.late).toContain(one.id)
            const { light } = workOf(items.get(one.id)!, input.speedPercent, input.today)
            if (day.date >= lightFrom && day.date < target) expect(light).toBe(true)
          }
        }
        const fallen = dealt.fallen.filter(({ reason }) => reason === 'no-room')
        expect(fallen.every(({ tier }) => tier !== 'must')).toBe(true)
        if (fallen.some(({ tier }) => tier === 'should')) {
          expect(dealt.days.some((day) => day.items.some((one) => isFree(one) && one.tier === 'could'))).toBe(false)
        }
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
          const needed = (end: string) => neededMinutes(input, end)?.extra ?? Infinity
          expect(needed(early)).toBeGreaterThanOrEqual(needed(addDays(early, more)))
        },
      ),
      { numRuns: 600 },
    )
  })
})

test('1,066 items over a year are dealt in less than 50 ms of CPU', () => {
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
  expect(Math.min(...times)).toBeLessThan(50)
  expect(minutesAt(items[0]!, 100)).toBe(5)
})
