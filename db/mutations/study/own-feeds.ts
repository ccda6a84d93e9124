import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { hashToken, newToken } from '#lib/auth/token.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { OwnFeedKind } from '#lib/feeds/own-feed.ts'
import { transaction } from '#db/client.ts'
import { feeds } from '#db/schema/index.ts'

/**
 * Makes the viewer a secret address of what they have done, or of how much; an earlier one is dead at once.
 * @returns the token in it, which is given here once and kept nowhere.
 */
export async function createOwnFeed(viewer: Viewer, kind: OwnFeedKind, now: number): Promise<string> {
  return transaction((tx) => {
    const token = newToken()
    tx.delete(feeds).where(own(viewer, kind)).run()
    tx.insert(feeds)
      .values({ id: randomUUID(), userId: viewer.id, planId: null, kind, tokenHash: hashToken(token), createdAt: now })
      .run()
    return token
  })
}

/** Revokes it; does nothing where there is none. */
export async function removeOwnFeed(viewer: Viewer, kind: OwnFeedKind): Promise<void> {
  await transaction((tx) => void tx.delete(feeds).where(own(viewer, kind)).run())
}

function own(viewer: Viewer, kind: OwnFeedKind) {
  return and(eq(feeds.userId, viewer.id), eq(feeds.kind, kind), isNull(feeds.planId))
}
