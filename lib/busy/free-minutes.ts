import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'

/** The hours of a day in which a person studies: minutes since midnight, in their zone. */
export interface StudyHours {
  from: number
  to: number
}

/** What a calendar leaves free: minutes a day, only of days on which it takes some. No title, no time, no place. */
export interface FreeMinutes {
  /** By ISO day. */
  free: Record<string, number>
  /** Events that could not be read, or that repeat more often than is followed. */
  left: number
}

/** Days from today on that are looked at. */
export const busyDaysAhead = 400
/** An event that repeats is followed for so many times, ten years of every day among them, and all events for so many. */
const mostOfOne = 6_000
const mostOfAll = 150_000
const rare = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])

/** This is no calendar. */
export class NoCalendar extends Error {}

/**
 * Reads a calendar (RFC 5545) and says how many of a person's study minutes it leaves free on each day to come. Events
 * that are cancelled or shown as free take nothing; an all-day event takes the day only where it says that it is busy.
 * @param pause is awaited now and then, so that others get their turn.
 * @throws NoCalendar
 */
export async function readFreeMinutes(
  text: string,
  { today, timeZone, hours, pause }: { today: string; timeZone: string; hours: StudyHours; pause: () => Promise<void> },
): Promise<FreeMinutes> {
  const calendar = parse(text)
  const start = Temporal.PlainDate.from(today)
  const from = start.toZonedDateTime(timeZone).epochMilliseconds
  const to = start.add({ days: busyDaysAhead }).toZonedDateTime(timeZone).epochMilliseconds
  const taken: [number, number][] = []
  const zones = zonesOf(calendar)
  let left = 0
  let followed = 0
  const moved = movedTimes(calendar)
  for (const [index, component] of calendar.getAllSubcomponents('vevent').entries()) {
    if (index % 50 === 49) await pause()
    try {
      if (!isBusy(component)) continue
      const event = new ICAL.Event(component)
      const lasts = durationOf(event)
      if (!event.startDate || lasts === null) {
        left++
        continue
      }
      const add = (time: ICAL.Time) => {
        const begins = instantOf(time, zones, timeZone)
        if (begins < to && begins + lasts > from) taken.push([begins, begins + lasts])
        return begins
      }
      if (!event.isRecurring() || component.hasProperty('recurrence-id')) {
        add(event.startDate)
        continue
      }
      const rules = component.getAllProperties('rrule').map((rule) => rule.getFirstValue() as ICAL.Recur)
      if (rules.some(({ freq }) => !rare.has(freq))) {
        left++
        continue
      }
      const times = event.iterator()
      for (let n = 0; ; n++) {
        const time = times.next()
        if (!time) break
        if (n >= mostOfOne || followed >= mostOfAll) {
          left++
          break
        }
        followed++
        if (followed % 500 === 0) await pause()
        if (moved.has(`${event.uid} ${time.toString()}`)) continue
        if (add(time) >= to) break
      }
    } catch {
      left++
    }
  }
  return { free: freeOf(taken, { today: start, timeZone, hours }), left }
}

function parse(text: string): ICAL.Component {
  try {
    const parsed = ICAL.parse(text) as unknown[]
    const first = (Array.isArray(parsed[0]) ? parsed[0] : parsed) as [string, unknown[], unknown[]]
    const calendar = new ICAL.Component(first as never)
    if (calendar.name === 'vcalendar') return calendar
  } catch {
    // Told below.
  }
  throw new NoCalendar('This is no calendar. Choose an .ics file, or the address that a calendar gives for one.')
}

function isBusy(component: ICAL.Component): boolean {
  const value = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase()
  if (value('status') === 'CANCELLED' || value('transp') === 'TRANSPARENT') return false
  const isAllDay = (component.getFirstPropertyValue('dtstart') as ICAL.Time | null)?.isDate === true
  return !isAllDay || value('transp') === 'OPAQUE' || /^(BUSY|OOF)$/.test(value('x-microsoft-cdo-busystatus'))
}

/** Milliseconds; null for what never ends or ends before it begins. */
function durationOf(event: ICAL.Event): number | null {
  const seconds = event.duration?.toSeconds() ?? 0
  return seconds < 0 || seconds > 366 * 86_400 ? null : seconds * 1000
}

/** The times of a series that were moved or changed: they stand as events of their own. */
function movedTimes(calendar: ICAL.Component): Set<string> {
  return new Set(
    calendar.getAllSubcomponents('vevent').flatMap((component) => {
      const time = component.getFirstPropertyValue('recurrence-id') as ICAL.Time | null
      return time ? [`${String(component.getFirstPropertyValue('uid'))} ${time.toString()}`] : []
    }),
  )
}

function zonesOf(calendar: ICAL.Component): Map<string, ICAL.Timezone> {
  return new Map(
    calendar.getAllSubcomponents('vtimezone').map((component) => {
      const zone = new ICAL.Timezone(component)
      return [zone.tzid, zone]
    }),
  )
}

function instantOf(time: ICAL.Time, zones: Map<string, ICAL.Timezone>, timeZone: string): number {
  const { year, month, day, hour, minute, second } = time
  if (time.zone === ICAL.Timezone.utcTimezone) return Date.UTC(year, month - 1, day, hour, minute, second)
  const named = (time as { timezone?: string }).timezone ?? time.zone?.tzid ?? ''
  const own = zones.get(named)
  const wall = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second })
  try {
    if (named && named !== 'floating') return wall.toZonedDateTime(named).epochMilliseconds
  } catch {
    // Not a name that is known here: the calendar says itself what it means.
    if (own) return (Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - own.utcOffset(time)) * 1000
  }
  return wall.toZonedDateTime(timeZone).epochMilliseconds
}

function freeOf(
  taken: [number, number][],
  { today, timeZone, hours }: { today: Temporal.PlainDate; timeZone: string; hours: StudyHours },
): Record<string, number> {
  const free: Record<string, number> = {}
  const sorted = taken.toSorted(([a], [b]) => a - b)
  let first = 0
  for (let n = 0; n < busyDaysAhead; n++) {
    const day = today.add({ days: n })
    const at = (minutes: number) => day.toZonedDateTime(timeZone).epochMilliseconds + minutes * 60_000
    const [opens, closes] = [at(hours.from), at(hours.to)]
    // Long events begin far before: only those that ended are passed over.
    while (first < sorted.length && sorted[first]![1] <= opens) first++
    let busy = 0
    let until = opens
    for (let i = first; i < sorted.length && sorted[i]![0] < closes; i++) {
      const [begins, ends] = sorted[i]!
      const start = Math.max(begins, until)
      const end = Math.min(ends, closes)
      if (end > start) {
        busy += end - start
        until = end
      }
    }
    const minutes = Math.ceil(busy / 60_000)
    if (minutes > 0) free[day.toString()] = Math.max(0, hours.to - hours.from - minutes)
  }
  return free
}
