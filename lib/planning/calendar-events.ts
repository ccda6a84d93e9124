import { createHash } from 'node:crypto'
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

/** An event of a calendar. */
export interface FeedEvent {
  /** Stays the same as long as there is such a day, or interview. */
  uid: string
  /** Milliseconds, UTC; midnight UTC of the days for one of the whole day. */
  start: number
  end: number
  allDay: boolean
  summary: string
  description: string
  url: string
}

/**
 * The study days of plans as events, one a day and plan, and the interview days. At an hour, plans that share a day
 * stand one after the other, in the order given; where the clock jumps over that hour the event begins when the clock
 * goes on.
 *
 * @param hour at which a day's study begins, 0 to 23; null for events of the whole day
 */
export function eventsOf(plans: readonly FeedPlan[], hour: number | null): FeedEvent[] {
  const taken = new Map<string, number>()
  return plans.flatMap(({ planId, title, settings, days, url }) => {
    const events = days.flatMap((day): FeedEvent[] => {
      if (day.items.length === 0) return []
      const before = taken.get(day.date) ?? 0
      const minutes = Math.max(5, sumOf(day.items))
      taken.set(day.date, before + minutes)
      return [
        {
          ...(hour === null ? wholeDay(day.date) : atHour(day.date, settings.timeZone, hour, before, minutes)),
          uid: `${planId}-${day.date}@loadpath`,
          summary: summaryOf(title, day.items),
          description: day.items.map(lineOf).join('\n'),
          url,
        },
      ]
    })
    if (settings.targetDate === null) return events
    const interview = { uid: `${planId}-interview@loadpath`, summary: `Interview: ${title}`, description: '', url }
    return [...events, { ...wholeDay(settings.targetDate), ...interview }]
  })
}

/** Stands for all that an event says: another digest, another event. */
export function digestOf(event: FeedEvent): string {
  return createHash('sha256').update(JSON.stringify(event)).digest('base64url').slice(0, 22)
}

function atHour(date: string, timeZone: string, hour: number, before: number, minutes: number) {
  const first = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: { hour } })
  const start = first.add({ minutes: before })
  return { start: start.epochMilliseconds, end: start.add({ minutes }).epochMilliseconds, allDay: false }
}

function wholeDay(date: string) {
  return { start: Date.parse(`${date}T00:00:00Z`), end: Date.parse(`${addDays(date, 1)}T00:00:00Z`), allDay: true }
}

function summaryOf(title: string, items: readonly Sitting[]): string {
  const isDone = items.every((item) => item.state !== 'todo')
  const noun = items.length === 1 ? items[0]!.title : `${items.length} items`
  return `${isDone ? 'Done: ' : ''}${title}: ${noun}, ${sumOf(items)} min`
}

function sumOf(items: readonly Sitting[]): number {
  return items.reduce((sum, item) => sum + item.minutes, 0)
}

function lineOf(item: Sitting): string {
  const part = item.sittings > 1 ? `, sitting ${item.sitting} of ${item.sittings}` : ''
  return `${item.state === 'done' ? '[x]' : '[ ]'} ${item.title} (${item.minutes} min${part})`
}
