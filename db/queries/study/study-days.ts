import { and, asc, eq, isNotNull, isNull, ne, sql, sum } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { addDays } from '#lib/planning/days.ts'
import type { StudyCalendar } from '#lib/study/adherence.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { prepared } from '#db/prepared.ts'
import { members, plans, studyEvents } from '#db/schema/index.ts'

const findMinutes = prepared((database) =>
  database
    .select({ day: studyEvents.day, minutes: sum(studyEvents.minutes).mapWith(Number) })
    .from(studyEvents)
    .where(eq(studyEvents.userId, sql.placeholder('userId')))
    .groupBy(studyEvents.day)
    .orderBy(asc(studyEvents.day))
    .prepare(),
)

const findCalendars = prepared((database) =>
  database
    .select({
      startDate: members.startDate,
      targetDate: members.targetDate,
      weekdayMinutes: members.weekdayMinutes,
      daysOff: members.daysOff,
      completedAt: members.completedAt,
    })
    .from(members)
    .innerJoin(plans, and(eq(plans.id, members.planId), isNull(plans.deletedAt)))
    .where(and(eq(members.userId, sql.placeholder('userId')), isNotNull(members.joinedAt), ne(members.role, 'guest')))
    .prepare(),
)

/** Minutes that the viewer studied, by ISO day; a day with writing alone has 0. Oldest first. */
export async function getMinutesByDay(viewer: Viewer): Promise<Map<string, number>> {
  const rows = findMinutes().all({ userId: viewer.id })
  return new Map(rows.map((row) => [row.day, row.minutes]))
}

/** When the viewer's plans asked for study, those that are over included. Guests only look, and study nothing. */
export async function listStudyCalendars(viewer: Viewer): Promise<StudyCalendar[]> {
  const rows = findCalendars().all({ userId: viewer.id })
  return rows.map(({ startDate, targetDate, weekdayMinutes, daysOff, completedAt }) => {
    const ends = [
      ...(targetDate === null ? [] : [addDays(targetDate, -1)]),
      ...(completedAt === null ? [] : [studyDayOf(viewer, completedAt)]),
    ]
    return { from: startDate, to: ends.toSorted()[0] ?? null, weekdayMinutes, daysOff }
  })
}
