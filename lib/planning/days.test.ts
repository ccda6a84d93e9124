import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { timeZone } from './arbitraries.testing.ts'
import { calendarFrom } from './calendar.ts'
import { addDays, dayOf, daysBetween, isDay, isTimeZone, mondayOf, weekdayOf, weekNumber } from './days.ts'

const instant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 11, 31) })
const at = (text: string) => Temporal.ZonedDateTime.from(text).epochMilliseconds

describe('the study day', () => {
  test('of someone who reads after midnight is still yesterday, until the rollover hour', () => {
    expect(dayOf(at('2026-03-02T01:30[Europe/Vienna]'), 'Europe/Vienna', 4)).toBe('2026-03-01')
    expect(dayOf(at('2026-03-02T04:00[Europe/Vienna]'), 'Europe/Vienna', 4)).toBe('2026-03-02')
    expect(dayOf(at('2026-03-02T00:00[Europe/Vienna]'), 'Europe/Vienna', 0)).toBe('2026-03-02')
  })

  test('begins at three where the clock jumps over two, and stays one day where it strikes two twice', () => {
    const before = at('2026-03-29T01:59[Europe/Vienna]')
    expect(dayOf(before, 'Europe/Vienna', 2)).toBe('2026-03-28')
    expect(dayOf(before + 60_000, 'Europe/Vienna', 2)).toBe('2026-03-29')
    const first = at('2026-10-25T02:30+02:00[Europe/Vienna]')
    expect([dayOf(first, 'Europe/Vienna', 3), dayOf(first + 3_600_000, 'Europe/Vienna', 3)]).toEqual([
      '2026-10-24',
      '2026-10-24',
    ])
  })

  test('before a day that the zone skipped is the one before that', () => {
    expect(dayOf(at('2011-12-31T01:00[Pacific/Apia]'), 'Pacific/Apia', 4)).toBe('2011-12-29')
    expect(
      calendarFrom('2011-12-28', 'Pacific/Apia').exists(
        calendarFrom('2011-12-28', 'Pacific/Apia').indexOf('2011-12-30'),
      ),
    ).toBe(false)
  })

  test('is one that the zone had, never runs backwards, and is today or yesterday by the clock on the wall', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 0, max: 40 * 3600_000 }),
        timeZone,
        fc.integer({ min: 0, max: 6 }),
        (ms, later, zone, rollover) => {
          const day = dayOf(ms, zone, rollover)
          const wall = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
          const date = wall.toPlainDate().toString()
          const calendar = calendarFrom(day, zone)
          expect(calendar.exists(calendar.first)).toBe(true)
          expect(dayOf(ms + later, zone, rollover) >= day).toBe(true)
          if (wall.hour >= rollover) expect(day).toBe(date)
          else {
            expect(day < date).toBe(true)
            expect(daysBetween(day, date)).toBeLessThanOrEqual(2)
          }
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('are counted as the calendar counts them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 84_000 }), fc.integer({ min: -20_000, max: 20_000 }), (start, count) => {
        const day = Temporal.PlainDate.from('1970-01-01').add({ days: start })
        const other = day.add({ days: count })
        expect(addDays(day.toString(), count)).toBe(other.toString())
        expect(daysBetween(day.toString(), other.toString())).toBe(count)
        expect(weekdayOf(day.toString())).toBe(day.dayOfWeek - 1)
      }),
    )
    for (const none of ['', 'today', '2026-13-01', '2026-3-1']) expect(() => addDays(none, 1)).toThrow(RangeError)
  })

  test('in a zone that does not exist throws', () => {
    expect(() => dayOf(0, 'Mars/Olympus', 0)).toThrow(RangeError)
  })
})

test('time zones are known by name; offsets and inventions are none', () => {
  expect(['Europe/Vienna', 'UTC', 'America/Argentina/Ushuaia'].map(isTimeZone)).toEqual([true, true, true])
  expect(['Mars/Olympus', '+02:00', '', 'Europe/Vienna; drop'].map(isTimeZone)).toEqual([false, false, false, false])
})

test('a day is a day of the calendar, in one form only', () => {
  expect(['2026-02-28', '2024-02-29'].every(isDay)).toBe(true)
  expect(
    ['2026-02-29', '2026-2-3', '20260203', '2026-13-01', 'tomorrow', '', '+012026-01-01', '1950-01-01'].some(isDay),
  ).toBe(false)
})

test('the calendar counts the days as they follow each other, weekdays included', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3000, max: 60_000 }), fc.integer({ min: 0, max: 3000 }), (start, further) => {
      const from = addDays('2000-01-01', start)
      const calendar = calendarFrom(from, 'UTC')
      const later = addDays(from, further)
      expect(calendar.date(calendar.first)).toBe(from)
      expect(calendar.date(calendar.first + further)).toBe(later)
      expect(calendar.indexOf(later)).toBe(calendar.first + further)
      expect(weekdayOf(later)).toBe((calendar.first + further) % 7)
      expect(calendar.date(0)).toBe(mondayOf(from))
    }),
  )
})

test('the weeks of a plan are counted from its first day, whatever was done in them', () => {
  expect(weekNumber('2026-03-04', '2026-03-02')).toBe(1)
  expect(weekNumber('2026-03-02', '2026-03-09')).toBe(2)
  expect(weekNumber('2026-03-08', '2026-03-30')).toBe(5)
  expect(weekNumber('2026-12-28', '2027-01-04')).toBe(2)
})
