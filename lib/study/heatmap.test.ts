import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekdayOf } from '#lib/planning/plain-days.ts'
import { heatmap, yearBefore } from './heatmap.ts'

describe('the year as a heatmap', () => {
  it('puts days in columns of weeks from Monday', () => {
    // 2026-01-01 is a Thursday.
    const { weeks } = heatmap('2026-01-01', '2026-01-11', new Map([['2026-01-05', 20]]))
    expect(weeks).toHaveLength(2)
    expect(weeks[0]?.map((day) => day?.day.slice(8) ?? null)).toEqual([null, null, null, '01', '02', '03', '04'])
    expect(weeks[1]?.[0]).toEqual({ day: '2026-01-05', minutes: 20, level: 2 })
  })

  it('says above which column each month begins', () => {
    expect(heatmap('2026-01-01', '2026-03-02', new Map()).months).toEqual([
      { month: 1, week: 0 },
      { month: 2, week: 4 },
      { month: 3, week: 8 },
    ])
  })

  it('shows a day with study of unknown length as studied', () => {
    const { weeks, studied } = heatmap('2026-01-05', '2026-01-05', new Map([['2026-01-05', 0]]))
    expect(weeks[0]?.[0]?.level).toBe(1)
    expect(studied).toBe(1)
  })

  it('shows each day once, in its weekday, over leap days and ends of years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 400 }), (start, length) => {
        const from = addDays('2023-12-01', start)
        const to = addDays(from, length)
        const { weeks } = heatmap(from, to, new Map())
        const days = weeks.flat().filter((day) => day !== null)
        expect(days.map((day) => day.day)).toEqual(Array.from({ length: length + 1 }, (_, n) => addDays(from, n)))
        for (const week of weeks)
          for (const [weekday, day] of week.entries()) if (day) expect(weekdayOf(day.day)).toBe(weekday)
      }),
      { numRuns: 50 },
    )
  })

  it('takes 53 columns for a year up to today', () => {
    expect(heatmap(yearBefore('2026-03-04'), '2026-03-04', new Map()).weeks).toHaveLength(53)
    expect(weekdayOf(yearBefore('2026-03-04'))).toBe(0)
  })
})
