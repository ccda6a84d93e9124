import { and, asc, eq, isNotNull, ne } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSeePlan } from '#lib/permissions.ts'
import { addDays, dayOf, mondayOf } from '#lib/planning/days.ts'
import { viewPlans } from '#lib/planning/view.ts'
import { type MemberDays, redactWeek } from '#lib/sharing/group-week.ts'
import type { GroupWeek } from '#lib/sharing/answers.ts'
import { db } from '../client.ts'
import { members, users } from '../schema/index.ts'
import { type Reader, requireRole } from './memberships.ts'
import { memberPlansWithin } from './plan-sources.ts'

/**
 * What the people on a plan have on this week, each by their own days, as the viewer may see it.
 * @throws Problem 404 for one who is not on the plan.
 */
export async function getGroupWeek(viewer: Viewer, planId: string, now: number): Promise<GroupWeek> {
  await requireRole(viewer, planId, canSeePlan)
  const monday = mondayOf(dayOf(now, viewer.timeZone, viewer.rolloverHour))
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
      rolloverHour: users.rolloverHour,
      speedPercent: users.speedPercent,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.planId, planId), isNotNull(members.joinedAt), ne(members.role, 'guest')))
    .orderBy(asc(users.name), asc(users.id))
    .all()
  return people.map(({ rolloverHour, speedPercent, ...person }) => {
    if (person.shows === 'nothing' && person.userId !== viewer.id) return { ...person, days: [] }
    // All plans of that person, since they share the days; only this one's are looked at.
    const plans = memberPlansWithin(reader, { id: person.userId, rolloverHour }, 'doing', now)
    const views = viewPlans(
      plans.map((plan) => plan.source),
      { speedPercent },
    )
    return { ...person, days: views.find((view) => view.planId === planId)?.schedule.days ?? [] }
  })
}
