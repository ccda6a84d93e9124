import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { PlanDay } from '#lib/reviews/load.ts'
import { hasJoined, isPlanOfMember } from '#db/conditions.ts'
import { db } from '#db/client.ts'
import { members, plans } from '#db/schema/index.ts'

/** The days and minutes of the plans that the viewer is doing. */
export function runningPlans(viewer: Viewer): PlanDay[] {
  return db()
    .select({
      startDate: members.startDate,
      targetDate: members.targetDate,
      weekdayMinutes: members.weekdayMinutes,
      daysOff: members.daysOff,
    })
    .from(members)
    .innerJoin(plans, isPlanOfMember)
    .where(and(eq(members.userId, viewer.id), hasJoined, isNull(members.completedAt), ne(members.role, 'guest')))
    .all()
}
