import { asc, eq, sql, sum } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { isMember } from '#db/conditions.ts'
import { prepared } from '#db/prepared.ts'
import { members, promisedDays, studyEvents } from '#db/schema/index.ts'

const findMinutes = prepared((database) =>
  database
    .select({ day: studyEvents.day, minutes: sum(studyEvents.minutes).mapWith(Number) })
    .from(studyEvents)
    .where(eq(studyEvents.userId, sql.placeholder('userId')))
    .groupBy(studyEvents.day)
    .orderBy(asc(studyEvents.day))
    .prepare(),
)

const findPromised = prepared((database) =>
  database
    .select({ day: promisedDays.day, minutes: promisedDays.minutes, completedAt: members.completedAt })
    .from(promisedDays)
    .leftJoin(members, isMember(promisedDays.planId, promisedDays.userId))
    .where(eq(promisedDays.userId, sql.placeholder('userId')))
    .prepare(),
)

/** Minutes that the viewer studied, by ISO day; a day with writing alone has 0. Oldest first. */
export async function getMinutesByDay(viewer: Viewer): Promise<Map<string, number>> {
  const rows = findMinutes().all({ userId: viewer.id })
  return new Map(rows.map((row) => [row.day, row.minutes]))
}

/**
 * Minutes that the viewer's plans asked for, by ISO day, as was promised for each: of plans on the same day those of the
 * one that asked for most, since they share it. Days to come are those of the present promises; a plan that is done
 * asks for nothing after the day on which it was.
 */
export async function listPlannedDays(viewer: Viewer): Promise<Map<string, number>> {
  const planned = new Map<string, number>()
  for (const { day, minutes, completedAt } of findPromised().all({ userId: viewer.id })) {
    if (completedAt !== null && day > studyDayOf(viewer, completedAt)) continue
    planned.set(day, Math.max(planned.get(day) ?? 0, minutes))
  }
  return planned
}
