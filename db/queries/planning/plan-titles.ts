import { and, asc, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { hasJoined, isPlanOfMember } from '#db/conditions.ts'
import { db } from '#db/client.ts'
import { members, plans } from '#db/schema/index.ts'

/** The plans that the viewer is on, by name only. */
export async function listPlanTitles(viewer: Viewer): Promise<{ id: string; title: string }[]> {
  return db()
    .select({ id: plans.id, title: plans.title })
    .from(members)
    .innerJoin(plans, isPlanOfMember)
    .where(and(eq(members.userId, viewer.id), hasJoined))
    .orderBy(asc(plans.title))
    .all()
}
