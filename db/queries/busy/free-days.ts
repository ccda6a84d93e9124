import { eq, inArray } from 'drizzle-orm'
import type { BusyCalendar } from '#lib/api/busy-calendar.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db, type Reader } from '#db/client.ts'
import { busyCalendars, freeDays } from '#db/schema/index.ts'

/** The minutes that people's calendars leave of their days, by person and ISO day; nobody without a calendar is in it. */
export function freeMinutesOf(reader: Reader, userIds: readonly string[]): Map<string, Record<string, number>> {
  const rows = reader
    .select({ userId: freeDays.userId, day: freeDays.day, minutes: freeDays.minutes })
    .from(freeDays)
    .where(inArray(freeDays.userId, [...userIds]))
    .all()
  const found = new Map<string, Record<string, number>>()
  for (const { userId, day, minutes } of rows) {
    const own = found.get(userId) ?? {}
    own[day] = minutes
    found.set(userId, own)
  }
  return found
}

/** The viewer's calendar of other things, or null. */
export async function getBusyCalendar(viewer: Viewer): Promise<BusyCalendar | null> {
  const row = db().select().from(busyCalendars).where(eq(busyCalendars.userId, viewer.id)).get()
  if (!row) return null
  const { userId: _, url, ...rest } = row
  const days = db().select({ day: freeDays.day }).from(freeDays).where(eq(freeDays.userId, viewer.id)).all()
  return { ...rest, host: url === null ? null : (URL.parse(url)?.hostname ?? ''), days: days.length }
}
