import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#db/client.ts'
import { members, plans } from '#db/schema/index.ts'

/** The plans that the viewer is on, by name only. */
export async function listPlanTitles(viewer: Viewer): Promise<{ id: string; title: string }[]> {
  return db()
    .select({ id: plans.id, title: plans.title })
    .from(members)
    .innerJoin(plans, and(eq(plans.id, members.planId), isNull(plans.deletedAt)))
    .where(and(eq(members.userId, viewer.id), isNotNull(members.joinedAt)))
    .orderBy(asc(plans.title))
    .all()
}
