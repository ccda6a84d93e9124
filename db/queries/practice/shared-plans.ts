import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#db/client.ts'
import { members, plans } from '#db/schema/index.ts'

/** The plans that the viewer is on with others, by name. */
export async function listSharedPlans(viewer: Viewer): Promise<{ id: string; title: string }[]> {
  const others = sql`(select count(*) from ${members} m where m.plan_id = ${plans.id} and m.joined_at is not null)`
  return db()
    .select({ id: plans.id, title: plans.title })
    .from(members)
    .innerJoin(plans, and(eq(plans.id, members.planId), isNull(plans.deletedAt)))
    .where(and(eq(members.userId, viewer.id), isNotNull(members.joinedAt), sql`${others} > 1`))
    .orderBy(asc(plans.title))
    .all()
}
