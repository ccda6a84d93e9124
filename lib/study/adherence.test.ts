import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf } from '#lib/planning/days.ts'
import { adherence } from './adherence.ts'

/** 30 minutes on weekdays from Monday 2 March 2026 on, but for the Wednesday of the first week. */
const weekdays = new Map(['02', '03', '05', '06', '09', '10', '11', '12', '13'].map((day) => [`2026-03-${day}`, 30]))
const states = (studied: string[], today: string, length: number) =>
  adherence(weekdays, new Set(studied), today, length).days.map((day) => day.state)

describe('study days kept', () => {
  it('a weekend and a day off break nothing', () => {
    const result = adherence(
      weekdays,
      new Set(['2026-03-02', '2026-03-03', '2026-03-05', '2026-03-06']),
      '2026-03-08',
      7,
    )
    expect(result).toMatchObject({ planned: 4, kept: 4, extra: 0 })
    expect(result.days.map((day) => day.state)).toEqual(['kept', 'kept', 'rest', 'kept', 'kept', 'rest', 'rest'])
  })

  it('a missed day is shown, and costs no more than itself', () => {
    expect(states(['2026-03-02', '2026-03-05'], '2026-03-05', 4)).toEqual(['kept', 'missed', 'rest', 'kept'])
  })

  it('today is open until it is over', () => {
    expect(states([], '2026-03-03', 1)).toEqual(['open'])
    expect(adherence(weekdays, new Set(), '2026-03-03', 1).planned).toBe(0)
    expect(states(['2026-03-03'], '2026-03-03', 1)).toEqual(['kept'])
  })

  it('study on a rest day counts on top', () => {
    expect(states(['2026-03-07'], '2026-03-07', 1)).toEqual(['extra'])
  })

  it('days before the plan began were not missed', () => {
    expect(states([], '2026-03-02', 3)).toEqual(['rest', 'rest', 'open'])
  })

  it('a person without a plan has nothing to keep', () => {
    expect(adherence(new Map(), new Set(['2026-03-03']), '2026-03-03', 28)).toMatchObject({
      planned: 0,
      kept: 0,
      extra: 1,
    })
  })

  it('a person in Auckland who reads at one in the night keeps the day before, with a rollover at four', () => {
    const atOne = Date.parse('2026-03-03T01:00:00+13:00')
    const day = dayOf(atOne, 'Pacific/Auckland', 4)
    expect(day).toBe('2026-03-02')
    expect(states([day], day, 1)).toEqual(['kept'])
  })

  it('a further day of study never lowers what was kept, whatever the plan', () => {
    const dayNumber = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(fc.array(dayNumber), fc.array(dayNumber), dayNumber, (plannedDays, studiedDays, more) => {
        const nth = (n: number) => addDays('2026-03-02', n)
        const planned = new Map(plannedDays.map((n) => [nth(n), 30]))
        const before = adherence(planned, new Set(studiedDays.map(nth)), nth(60), 61)
        const after = adherence(planned, new Set([...studiedDays, more].map(nth)), nth(60), 61)
        expect(after.kept).toBeGreaterThanOrEqual(before.kept)
        expect(after.kept).toBeLessThanOrEqual(after.planned)
        expect(after.kept + after.extra).toBe(new Set([...studiedDays, more]).size)
      }),
    )
  })
})
