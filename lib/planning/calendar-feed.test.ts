import ICAL from 'ical.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planInput } from './arbitraries.testing.ts'
import { eventsOf as feedEventsOf, type FeedPlan } from './calendar-events.ts'
import { calendarOf } from './calendar-feed.ts'
import { schedule } from './schedule.ts'
import type { PlanItem } from './types.ts'

const settings = {
  startDate: '2026-03-27',
  targetDate: '2026-04-05',
  weekdayMinutes: [60, 60, 60, 60, 60, 60, 60],
  daysOff: [],
  timeZone: 'Europe/Vienna',
}
const items = ['Scaling: caches, queues; more', 'Ünïcödé 🚀 \\ backslash', 'Third'].map(
  (title, position): PlanItem => ({
    id: `i${position}`,
    kind: 'read',
    tier: 'must',
    minutes: 51,
    parts: 1,
    phase: 0,
    position,
    readingId: null,
    title,
    state: 'todo',
    day: null,
    pin: null,
  }),
)
const { days } = schedule({ items, settings, speedPercent: 100, today: '2026-03-27' })

interface Feed {
  name: string
  hour: number | null
  plans: FeedPlan[]
  changedAt: number
}

function feed(over: Partial<Feed> = {}): Feed {
  const plan = {
    planId: 'plan-1',
    title: 'Interview at Ö, Inc.; soon',
    settings,
    days,
    url: 'https://example.org/plans/plan-1',
  }
  return { name: 'Loadpath', hour: null, plans: [plan], changedAt: Date.UTC(2026, 2, 27, 8), ...over }
}

const textOf = ({ name, hour, plans, changedAt }: Feed) =>
  calendarOf({ name, events: feedEventsOf(plans, hour).map((event) => ({ ...event, sequence: 0, changedAt })) })
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))

describe('a calendar feed', () => {
  test('reads back as one whole-day event a study day, free in everybody’s time, and the interview day', () => {
    const events = eventsOf(textOf(feed()))
    expect(events.map((event) => event.startDate.toString())).toEqual([
      '2026-03-27',
      '2026-03-28',
      '2026-03-29',
      '2026-03-30',
      '2026-04-05',
    ])
    expect(events[0]!.startDate.isDate).toBe(true)
    expect(events[0]!.endDate.toString()).toBe('2026-03-28')
    expect(events[0]!.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
    expect(events[0]!.summary).toBe('Interview at Ö, Inc.; soon: Scaling: caches, queues; more, 51 min')
    expect(events[1]!.description).toBe('[ ] Ünïcödé 🚀 \\ backslash (51 min)')
    expect(events[4]!.summary).toBe('Interview: Interview at Ö, Inc.; soon')
    expect(events[0]!.component.getFirstPropertyValue('url')).toBe('https://example.org/plans/plan-1')
  })

  test('holds no control characters, which calendars refuse', () => {
    const [plan] = feed().plans
    const text = textOf(feed({ name: 'a\u0007b', plans: [{ ...plan!, title: 'x\u001by\u0085z' }] }))
    expect(text).not.toMatch(/[^\P{Cc}\r\n]/u)
    expect(text).toContain('SUMMARY:Interview: x y z')
  })

  test('at a chosen hour stands at that hour on the wall, summer time or not', () => {
    const events = eventsOf(textOf(feed({ hour: 19 })))
    const starts = events.slice(0, 3).map((event) => event.startDate.toJSDate().toISOString())
    expect(starts).toEqual(['2026-03-27T18:00:00.000Z', '2026-03-28T18:00:00.000Z', '2026-03-29T17:00:00.000Z'])
    expect(events[0]!.duration.toSeconds()).toBe(51 * 60)
  })

  test('of two plans at an hour stands one after the other', () => {
    const [plan] = feed().plans
    const events = eventsOf(textOf(feed({ hour: 19, plans: [plan!, { ...plan!, planId: 'plan-2' }] })))
    const [first, second] = ['plan-1', 'plan-2'].map((id) =>
      events.find(({ uid }) => uid === `${id}-2026-03-27@loadpath`)!,
    )
    expect(second!.startDate.toString()).toBe(first!.endDate.toString())
  })

  test('has its name as it was given, escaped as the form wants it', () => {
    // This reader leaves both properties as they are written.
    const text = textOf(feed({ name: 'C:\\notes, a; b' }))
    const root = new ICAL.Component(ICAL.parse(text))
    for (const property of ['name', 'x-wr-calname'])
      expect(root.getFirstPropertyValue(property)).toBe(String.raw`C:\\notes\, a\; b`)
  })

  test('at an hour that the clock jumps over begins when the clock goes on', () => {
    const events = eventsOf(textOf(feed({ hour: 2 })))
    expect(events[2]!.startDate.toJSDate().toISOString()).toBe('2026-03-29T01:00:00.000Z')
  })

  test('keeps the name of each day’s event when the plan changes, and says that it did', () => {
    const [before] = eventsOf(textOf(feed()))
    const later = feed({ changedAt: Date.UTC(2026, 2, 28) })
    const [after] = eventsOf(textOf({ ...later, plans: [{ ...later.plans[0]!, title: 'Renamed' }] }))
    expect(after!.uid).toBe(before!.uid)
    expect(after!.component.getFirstPropertyValue('dtstamp')).not.toEqual(
      before!.component.getFirstPropertyValue('dtstamp'),
    )
  })

  test('has what Apple, Google and Outlook ask for: lines of at most 75 bytes, CRLF, names that are used once', () => {
    fc.assert(
      fc.property(
        planInput(),
        fc.option(fc.integer({ min: 0, max: 23 }), { nil: null }),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        (input, hour, title) => {
          const dealt = schedule(input)
          const plan = { planId: 'p', title, settings: input.settings, days: dealt.days, url: 'https://example.org/' }
          const text = textOf({ name: 'All', hour, plans: [plan], changedAt: 0 })
          for (const line of text.split('\r\n')) {
            expect(line).not.toMatch(/[\r\n]/)
            expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          }
          const root = new ICAL.Component(ICAL.parse(text))
          expect(root.getFirstPropertyValue('version')).toBe('2.0')
          expect(root.getFirstPropertyValue('prodid')).toBeTruthy()
          expect(root.getFirstPropertyValue('method')).toBe('PUBLISH')
          const events = eventsOf(text)
          expect(new Set(events.map((event) => event.uid)).size).toBe(events.length)
          const filled = dealt.days.filter((day) => day.items.length > 0)
          expect(events).toHaveLength(filled.length + (input.settings.targetDate === null ? 0 : 1))
          for (const event of events) expect(event.endDate.compare(event.startDate)).toBe(1)
        },
      ),
      { numRuns: 300 },
    )
  })
})
