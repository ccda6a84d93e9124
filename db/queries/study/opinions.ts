import { and, desc, eq, isNotNull, or } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#db/client.ts'
import { opinions } from '#db/schema/index.ts'
import type { Opinion } from '#lib/api/lists.ts'

/** The viewer's favourites and ratings, the last given first. */
export async function listOpinions(viewer: Viewer): Promise<Opinion[]> {
  return db()
    .select({ readingId: opinions.readingId, favourite: opinions.favourite, rating: opinions.rating })
    .from(opinions)
    .where(and(eq(opinions.userId, viewer.id), or(eq(opinions.favourite, true), isNotNull(opinions.rating))))
    .orderBy(desc(opinions.updatedAt))
    .all()
}
