import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseCatalogue } from '../catalogue/check-content.ts'
import { addDays, weekdayOf } from './days.ts'
import { parseTemplate } from './parse-template.ts'
import { schedule } from './schedule.ts'
import type { Template } from './template.ts'
import type { PlanItem, Schedule, ScheduleInput } from './types.ts'

const content = new URL('../../db/content/', import.meta.url)
const filesIn = (folder: string) =>
  readdirSync(new URL(folder, content))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(new URL(`${folder}/${name}`, content), 'utf8') }))
const readings = new Map(
  parseCatalogue(filesIn('catalogue')).flatMap((section) => section.readings.map((reading) => [reading.id, reading])),
)
const templates = filesIn('plans').map(({ name, text }) => parseTemplate(text, `db/content/plans/${name}`).template!)
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The items of a template as enrolling makes them. */
function itemsOf(template: Template): PlanItem[] {
  return template.phases.flatMap((phase, index) =>
    phase.items.map((item, position): PlanItem => {
      const { minutes = 1, parts = 1 } = readings.get(item.reading ?? '') ?? {}
      return {
        id: item.key,
        kind: item.kind,
        tier: item.tier,
        minutes: item.minutes ?? minutes,
        parts: item.kind === 'read' && item.minutes === null ? parts : 1,
        phase: index,
        position,
        readingId: item.reading,
        title: item.title,
        state: 'todo',
        day: null,
        pin: null,
      }
    }),
  )
}

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
