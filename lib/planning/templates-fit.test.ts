import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf } from './days.ts'
import { schedule } from './schedule.ts'
import { itemsOf, templates } from './template-items.testing.ts'
import type { Template } from './template.ts'
import type { Schedule, ScheduleInput } from './types.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The dates and minutes that the enrol page proposes to somebody who begins on that day. */
function enrolledOn(template: Template, startDate: string): ScheduleInput {
  const { days, weekdayMinutes } = template
  const items = itemsOf(template)
  const targetDate = items.some(({ kind }) => kind === 'mock') ? addDays(startDate, days) : null
  const settings = { startDate, targetDate, weekdayMinutes, daysOff: [], timeZone: 'UTC' }
  return { items, settings, speedPercent: 100, today: startDate }
}

const placed = ({ days }: Schedule) => new Set(days.flatMap(({ items }) => items.map(({ id }) => id)))

describe.each(templates.map((template) => [template.id, template] as const))(
  'someone who enrols in %s',
  (_, template) => {
    test.each(weekdays)('on a %s finds room for all of it within its weeks', (weekday) => {
      const start = addDays('2026-03-02', weekdays.indexOf(weekday))
      expect(weekdayOf(start)).toBe(weekdays.indexOf(weekday))
      const input = enrolledOn(template, start)
      const dealt = schedule(input)
      const told = dealt.fallen.map(({ id, tier, minutes }) => `${tier} ${id} ${minutes}`)
      expect({ late: dealt.late, fallen: told }).toEqual({ late: [], fallen: [] })
      expect(placed(dealt).size).toBe(input.items.length)
      expect(dealt.endDate! < addDays(start, template.days)).toBe(true)
    })

    test.each(weekdays)('on a %s with a day to be ready by loses no must', (weekday) => {
      const start = addDays('2026-03-02', weekdays.indexOf(weekday))
      const { settings, ...input } = enrolledOn(template, start)
      const dealt = schedule({ ...input, settings: { ...settings, targetDate: addDays(start, template.days) } })
      expect(dealt.late).toEqual([])
    })
  },
)
