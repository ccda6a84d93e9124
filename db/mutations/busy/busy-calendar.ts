import { and, eq, gte, inArray } from 'drizzle-orm'
import { type BusyResult, calendarBytes } from '#lib/api/busy-calendar.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { NoCalendar, readFreeMinutes, type StudyHours } from '#lib/busy/free-minutes.ts'
import { fetchCalendar, NotFetched } from '#lib/link-checks/fetch-calendar.ts'
import { invalid } from '#lib/problems.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { db, type Transaction, transaction } from '#db/client.ts'
import { movingDays } from '#db/mutations/dealing/dealings.ts'
import { letOthersIn } from '#db/mutations/in-slices.ts'
import { getBusyCalendar } from '#db/queries/busy/free-days.ts'
import { busyCalendars, freeDays, plans, promisedDays, users } from '#db/schema/index.ts'

/** A calendar as it is given: an address or a file, and the hours of study. */
export interface GivenCalendar {
  url?: string | undefined
  text?: string | undefined
  studyFrom: number
  studyTo: number
}

/**
 * Reads the viewer's calendar of other things and deals their plans' days by what it leaves. Of its events nothing is
 * kept but minutes a day.
 * @param now milliseconds, UTC.
 * @returns how the calendar stands, and what of which plan moved to another day.
 * @throws Problem 422 when it cannot be had, or is none.
 */
export async function setBusyCalendar(viewer: Viewer, given: GivenCalendar, now: number): Promise<BusyResult> {
  const hours = { from: given.studyFrom, to: given.studyTo }
  const { free, left } = await readGiven(viewer, given, hours, now)
  const moved = await transaction((tx) => {
    const row = {
      url: given.url ?? null,
      studyFrom: hours.from,
      studyTo: hours.to,
      readAt: now,
      left,
      problem: '',
    }
    return movedBy(tx, viewer, now, () => {
      tx.insert(busyCalendars)
        .values({ userId: viewer.id, ...row })
        .onConflictDoUpdate({ target: busyCalendars.userId, set: row })
        .run()
      putFree(tx, viewer.id, free)
    })
  })
  return { calendar: (await getBusyCalendar(viewer))!, moved }
}

async function readGiven(
  clock: Pick<Viewer, 'timeZone' | 'rolloverHour'>,
  given: GivenCalendar,
  hours: StudyHours,
  now: number,
) {
  const field = given.url === undefined ? 'text' : 'url'
  try {
    const text = given.url === undefined ? (given.text ?? '') : await fetchCalendar(given.url, calendarBytes)
    const today = studyDayOf(clock, now)
    return await readFreeMinutes(text, { today, timeZone: clock.timeZone, hours, pause: letOthersIn })
  } catch (error) {
    if (error instanceof NotFetched || error instanceof NoCalendar) throw invalid(field, error.message)
    throw error
  }
}

function putFree(tx: Transaction, userId: string, free: Record<string, number>): void {
  tx.delete(freeDays).where(eq(freeDays.userId, userId)).run()
  for (const [day, minutes] of Object.entries(free)) tx.insert(freeDays).values({ userId, day, minutes }).run()
}

/** Runs an act that moves days, and counts by plan what stands on another day afterwards. */
function movedBy(tx: Transaction, viewer: Viewer, now: number, act: () => void): BusyResult['moved'] {
  const today = studyDayOf(viewer, now)
  const before = firstDays(tx, viewer, today)
  movingDays(tx, [viewer.id], now, act)
  const after = firstDays(tx, viewer, today)
  const titles = new Map(
    tx
      .select({ id: plans.id, title: plans.title })
      .from(plans)
      .where(inArray(plans.id, [...after.keys()]))
      .all()
      .map(({ id, title }) => [id, title]),
  )
  return [...after].flatMap(([planId, days]) => {
    const then = before.get(planId)
    const items = then ? [...days].filter(([id, day]) => then.has(id) && then.get(id) !== day).length : 0
    return items > 0 ? [{ planId, title: titles.get(planId) ?? '', items }] : []
  })
}

/** By plan, the first day to come on which each item stands. */
function firstDays(tx: Transaction, viewer: Viewer, today: string): Map<string, Map<string, string>> {
  const rows = tx
    .select({ planId: promisedDays.planId, day: promisedDays.day, items: promisedDays.items })
    .from(promisedDays)
    .where(and(eq(promisedDays.userId, viewer.id), gte(promisedDays.day, today)))
    .orderBy(promisedDays.day)
    .all()
  const found = new Map<string, Map<string, string>>()
  for (const { planId, day, items } of rows) {
    const days = found.get(planId) ?? new Map<string, string>()
    for (const [id] of items) if (!days.has(id)) days.set(id, day)
    found.set(planId, days)
  }
  return found
}

/** Forgets the viewer's calendar; their days are dealt without it. */
export async function removeBusyCalendar(viewer: Viewer, now: number): Promise<void> {
  await transaction((tx) => {
    const has = tx.select({ id: busyCalendars.userId }).from(busyCalendars).where(eq(busyCalendars.userId, viewer.id))
    if (!has.get()) return
    movingDays(tx, [viewer.id], now, () => {
      tx.delete(busyCalendars).where(eq(busyCalendars.userId, viewer.id)).run()
      tx.delete(freeDays).where(eq(freeDays.userId, viewer.id)).run()
    })
  })
}

const refreshAfter = 6 * 3600_000

/** Reads calendars that have an address again, each every six hours; one that cannot be had keeps what it last left. */
export async function refreshBusyCalendars(now: number): Promise<void> {
  const due = db()
    .select({
      id: users.id,
      timeZone: users.timeZone,
      rolloverHour: users.rolloverHour,
      url: busyCalendars.url,
      from: busyCalendars.studyFrom,
      to: busyCalendars.studyTo,
      readAt: busyCalendars.readAt,
    })
    .from(busyCalendars)
    .innerJoin(users, eq(users.id, busyCalendars.userId))
    .all()
    .filter(({ url, readAt }) => url !== null && readAt <= now - refreshAfter)
  for (const { id, url, from, to, ...clock } of due) {
    const done = eq(busyCalendars.userId, id)
    try {
      const { free, left } = await readGiven(clock, { url: url!, studyFrom: from, studyTo: to }, { from, to }, now)
      await transaction((tx) => {
        movingDays(tx, [id], now, () => putFree(tx, id, free))
        tx.update(busyCalendars).set({ readAt: now, left, problem: '' }).where(done).run()
      })
    } catch (error) {
      const problem = error instanceof Error ? error.message : 'It could not be read.'
      db().update(busyCalendars).set({ readAt: now, problem }).where(done).run()
    }
  }
}
