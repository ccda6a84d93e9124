import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { addDays } from './days.ts'
import type { PlanSettings, ScheduledDay, Sitting } from './types.ts'

/** A plan as a calendar shows it. */
export interface FeedPlan {
  planId: string
  title: string
  settings: Pick<PlanSettings, 'targetDate' | 'timeZone'>
  days: readonly ScheduledDay[]
  /** The plan's own page. */
  url: string
}

/** What a calendar feed is made of. */
export interface CalendarFeed {
  /** The calendar's name. */
  name: string
  /** The hour at which a day's study begins, 0 to 23; null for events of the whole day. */
  hour: number | null
  plans: readonly FeedPlan[]
  /** When what it says last changed, in milliseconds, UTC. */
  changedAt: number
}

const REFRESH_SECONDS = 3600

/**
 * The study days of plans in the form of RFC 5545, one event a day and plan, and the interview day. Events of an hour
 * stand in UTC, so that no calendar needs to know the time zone's rules; where the clock jumps over that hour the event
 * begins when the clock goes on. Events of the whole day do not block anybody's time.
 */
export function calendarOf({ name, hour, plans, changedAt }: CalendarFeed): string {
  const calendar = ical({
    name,
    prodId: { company: 'Loadpath', product: 'Study plans', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  })
  const stamp = new Date(changedAt)
  for (const { planId, title, settings, days, url } of plans) {
    for (const day of days) {
      if (day.items.length === 0) continue
      calendar.createEvent({
        ...timesOf(day, hour, settings.timeZone),
        id: `${planId}-${day.date}@loadpath`,
        stamp,
        summary: summaryOf(title, day.items),
        description: day.items.map(lineOf).join('\n'),
        url,
      })
    }
    if (settings.targetDate !== null) {
      calendar.createEvent({
        ...wholeDay(settings.targetDate),
        id: `${planId}-interview@loadpath`,
        stamp,
        summary: `Interview: ${title}`,
        url,
      })
    }
  }
  // The form allows no control characters in a text, and the library writes them as they are.
  return calendar.toString().replaceAll(/[^\P{Cc}\t\r\n]/gu, ' ')
}

function timesOf(day: ScheduledDay, hour: number | null, timeZone: string) {
  if (hour === null) return wholeDay(day.date)
  const start = Temporal.PlainDate.from(day.date).toZonedDateTime({ timeZone, plainTime: { hour } })
  const minutes = day.items.reduce((sum, item) => sum + item.minutes, 0)
  return {
    start: new Date(start.epochMilliseconds),
    end: new Date(start.add({ minutes: Math.max(5, minutes) }).epochMilliseconds),
  }
}

function wholeDay(date: string) {
  return {
    start: new Date(`${date}T00:00:00Z`),
    end: new Date(`${addDays(date, 1)}T00:00:00Z`),
    allDay: true,
    transparency: ICalEventTransparency.TRANSPARENT,
  }
}

function summaryOf(title: string, items: readonly Sitting[]): string {
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0)
  const isDone = items.every((item) => item.state !== 'todo')
  const noun = items.length === 1 ? items[0]!.title : `${items.length} items`
  return `${isDone ? 'Done: ' : ''}${title}: ${noun}, ${minutes} min`
}

function lineOf(item: Sitting): string {
  const part = item.sittings > 1 ? `, sitting ${item.sitting} of ${item.sittings}` : ''
  return `${item.state === 'done' ? '[x]' : '[ ]'} ${item.title} (${item.minutes} min${part})`
}
