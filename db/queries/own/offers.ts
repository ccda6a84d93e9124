import { and, asc, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canAdministrate } from '#lib/permissions.ts'
import { forbidden } from '#lib/problems.ts'
import { db } from '#db/client.ts'
import { allReadings, ownOffers, users } from '#db/schema/index.ts'

/** How the viewer's offer of a reading stands; null for none. */
export async function getOfferState(
  viewer: Viewer,
  readingId: string,
): Promise<'open' | 'accepted' | 'declined' | null> {
  const mine = and(eq(ownOffers.readingId, readingId), eq(ownOffers.userId, viewer.id))
  return db().select({ state: ownOffers.state }).from(ownOffers).where(mine).get()?.state ?? null
}

/** An offer as the admin sees it: what its owner said of the reading, and nothing that they wrote about it. */
export interface OpenOffer {
  readingId: string
  title: string
  url: string
  byline: string
  medium: string
  minutes: number
  reason: string
  by: string
  createdAt: number
}

/** What people offer to the catalogue, the oldest first; for admins alone. */
export async function listOpenOffers(viewer: Viewer): Promise<OpenOffer[]> {
  if (!canAdministrate(viewer)) throw forbidden('Only an admin looks at what is offered.')
  return db()
    .select({
      readingId: ownOffers.readingId,
      title: allReadings.title,
      url: allReadings.url,
      byline: allReadings.byline,
      medium: allReadings.medium,
      minutes: allReadings.minutes,
      reason: ownOffers.reason,
      by: users.name,
      createdAt: ownOffers.createdAt,
    })
    .from(ownOffers)
    .innerJoin(allReadings, eq(allReadings.id, ownOffers.readingId))
    .innerJoin(users, eq(users.id, ownOffers.userId))
    .where(eq(ownOffers.state, 'open'))
    .orderBy(asc(ownOffers.createdAt))
    .limit(200)
    .all()
}
