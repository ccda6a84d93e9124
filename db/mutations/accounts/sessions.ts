import { and, eq, lte, ne } from 'drizzle-orm'
import { db, transaction } from '#db/client.ts'
import { recordSecurity } from '#db/mutations/security/security-events.ts'
import { sessions } from '#db/schema/index.ts'
import { sessionEnd } from '#lib/auth/session-end.ts'
import { hashToken, newToken } from '#lib/auth/token.ts'
import type { Viewer } from '#lib/auth/viewer.ts'

/**
 * Signs a browser in as `userId`, who has just proved to be that person. Sessions that have ended go.
 * @param address where the sign-in came from, for the security log.
 * @returns the id for the cookie; only its hash is kept.
 */
export async function createSession(userId: string, userAgent: string, now: number, address?: string): Promise<string> {
  const id = newToken()
  await transaction((tx) => {
    tx.delete(sessions).where(lte(sessions.expiresAt, now)).run()
    tx.insert(sessions)
      .values({
        idHash: hashToken(id),
        userId,
        userAgent: userAgent.slice(0, 300),
        createdAt: now,
        provedAt: now,
        lastSeenAt: now,
        expiresAt: sessionEnd(now, now),
      })
      .run()
    if (address !== undefined) recordSecurity(tx, 'signed-in', { userId, address, userAgent }, now)
  })
  return id
}

/** Notes that the viewer has just proved, in this browser, to be who they are. */
export async function setProved(viewer: Viewer, now: number): Promise<void> {
  db().update(sessions).set({ provedAt: now }).where(eq(sessions.idHash, viewer.sessionId)).run()
}

/** Signs out the browser whose cookie carries `sessionId`; nothing happens where there is none. */
export async function removeSession(sessionId: string): Promise<void> {
  db()
    .delete(sessions)
    .where(eq(sessions.idHash, hashToken(sessionId)))
    .run()
}

/** Signs the viewer out everywhere but here. Gives how many browsers that were. */
export async function removeOtherSessions(viewer: Viewer, now: number): Promise<number> {
  return transaction((tx) => {
    recordSecurity(tx, 'signed-out-elsewhere', { userId: viewer.id }, now)
    return tx
      .delete(sessions)
      .where(and(eq(sessions.userId, viewer.id), ne(sessions.idHash, viewer.sessionId)))
      .run().changes
  })
}
