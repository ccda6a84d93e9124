import { type AnyColumn, and, eq, exists, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { PlanRole } from '#lib/permissions.ts'
import type { Reader } from '#db/client.ts'
import { members, plans } from '#db/schema/index.ts'

/** Whether the plan that a column names stands and the viewer is on it, with one of `roles` where these are given. */
export function isOnPlan(reader: Reader, viewer: Viewer, planId: AnyColumn, roles?: readonly PlanRole[]): SQL {
  return exists(
    reader
      .select({ id: members.planId })
      .from(members)
      .innerJoin(plans, and(eq(plans.id, members.planId), isNull(plans.deletedAt)))
      .where(
        and(
          eq(members.planId, planId),
          eq(members.userId, viewer.id),
          isNotNull(members.joinedAt),
          roles ? inArray(members.role, [...roles]) : undefined,
        ),
      ),
  )
}
