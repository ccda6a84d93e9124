import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { FeedEvent } from './calendar-events.ts'

/** An event with its history: how often it changed, and when it last did (milliseconds, UTC). */
export interface DatedEvent extends FeedEvent {
  sequence: number
  changedAt: number
}

/** What a calendar feed is made of. */
export interface CalendarFeed {
  /** The calendar's name. */
  name: string
  events: readonly DatedEvent[]
}

const REFRESH_SECONDS = 3600

/**
 * A calendar in the form of RFC 5545. Events of an hour stand in UTC, so that no calendar needs to know a time zone's
 * rules. Events of the whole day do not block anybody's time. The same events give the same bytes.
 */
export function calendarOf({ name, events }: CalendarFeed): string {
  const calendar = ical({
    // The library writes the name as it is given.
    name: escapeText(name),
    prodId: { company: 'Loadpath', product: 'Study plans', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  })
  for (const { uid, start, end, allDay, summary, description, url, sequence, changedAt } of events)
    calendar.createEvent({
      id: uid,
      start: new Date(start),
      end: new Date(end),
      allDay,
      ...(allDay ? { transparency: ICalEventTransparency.TRANSPARENT } : {}),
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
      sequence,
      summary,
      ...(description ? { description } : {}),
      url,
    })
  // The form allows no control characters in a text, and the library writes them as they are.
  return calendar.toString().replaceAll(/[^\P{Cc}\t\r\n]/gu, ' ')
}

/** A text of RFC 5545, section 3.3.11. */
function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
}
