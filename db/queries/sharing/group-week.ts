import { and, asc, eq, ne } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSeePlan } from '#lib/permissions.ts'
import { addDays, mondayOf } from '#lib/planning/days.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { daysOfPlan } from '#lib/planning/view.ts'
import { type MemberDays, redactWeek } from '#lib/sharing/group-week.ts'
import type { GroupWeek } from '#lib/api/sharing-answers.ts'
import { hasJoined } from '#db/conditions.ts'
import { db, type Reader } from '#db/client.ts'
import { members, users } from '#db/schema/index.ts'
import { requireRole } from '#db/queries/planning/memberships.ts'
import { memberPlansOfAll } from '#db/queries/planning/plan-sources.ts'

/**
 * What the people on a plan have on this week, each by their own days, as the viewer may see it.
 * @throws Problem 404 for one who is not on the plan.
 */
export async function getGroupWeek(viewer: Viewer, planId: string, now: number): Promise<GroupWeek> {
  await requireRole(viewer, planId, canSeePlan)
  const monday = mondayOf(studyDayOf(viewer, now))
  const week = { monday, sunday: addDays(monday, 6) }
  return { monday, members: redactWeek(daysWithin(db(), viewer, planId, now), viewer.id, week) }
}

/** Everybody's days; those of people who show nothing are not even worked out. */
function daysWithin(reader: Reader, viewer: Viewer, planId: string, now: number): MemberDays[] {
  const people = reader
    .select({
      userId: members.userId,
      name: users.name,
      shows: members.shows,
      timeZone: users.timeZone,
      rolloverHour: users.rolloverHour,
      speedPercent: users.speedPercent,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.planId, planId), hasJoined, ne(members.role, 'guest')))
    .orderBy(asc(users.name), asc(users.id))
    .all()
  const seen = people.filter(({ shows, userId }) => shows !== 'nothing' || userId === viewer.id)
  const doers = seen.map(({ userId: id, timeZone, rolloverHour }) => ({ id, timeZone, rolloverHour }))
  const plansOf = memberPlansOfAll(reader, doers, 'doing', now)
  return people.map(({ timeZone: _, rolloverHour: __, speedPercent, ...person }) => {
    const sources = (plansOf.get(person.userId) ?? []).map(({ source }) => source)
    return { ...person, days: daysOfPlan(sources, { speedPercent }, planId) }
  })
}
