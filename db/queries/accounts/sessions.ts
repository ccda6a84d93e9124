import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { db } from '#db/client.ts'
import { prepared } from '#db/prepared.ts'
import { sessions, users } from '#db/schema/index.ts'
import { sessionEnd } from '#lib/auth/session-end.ts'
import { hashToken } from '#lib/auth/token.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { SessionItem } from '#lib/api/accounts.ts'

const seenEvery = 10 * 60_000

/**
 * The person whose live session the cookie's `sessionId` opens, or null. Makes the `Viewer` of browsers.
 * Notes at most every 10 minutes that the session is in use, which also puts its end further off.
 */
export async function getViewerBySession(sessionId: string, now: number): Promise<Viewer | null> {
  const idHash = hashToken(sessionId)
  const row = findViewer().get({ idHash, now })
  if (!row) return null
  const { createdAt, lastSeenAt, ...person } = row
  if (now - lastSeenAt >= seenEvery) touchSession(idHash, createdAt, now)
  return { ...person, sessionId: idHash } as unknown as Viewer
}

function touchSession(idHash: string, createdAt: number, now: number): void {
  try {
    db()
      .update(sessions)
      .set({ lastSeenAt: now, expiresAt: sessionEnd(createdAt, now) })
      .where(eq(sessions.idHash, idHash))
      .run()
  } catch {
    // Reading goes on where nothing can be written: a full disk, a lost file.
  }
}

const findViewer = prepared((database) =>
  database
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      timeZone: users.timeZone,
      rolloverHour: users.rolloverHour,
      speedPercent: users.speedPercent,
      usesOwnSpeed: users.usesOwnSpeed,
      askOnReturn: users.askOnReturn,
      provedAt: sessions.provedAt,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.idHash, sql.placeholder('idHash')),
        gt(sessions.expiresAt, sql.placeholder('now')),
        isNull(users.disabledAt),
      ),
    )
    .prepare(),
)

/** The viewer's live sessions, the one last seen first. */
export async function listSessions(viewer: Viewer, now: number): Promise<SessionItem[]> {
  const rows = db()
    .select({
      idHash: sessions.idHash,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, viewer.id), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt))
    .all()
  return rows.map(({ idHash, ...row }) => ({
    id: idHash.slice(0, 16),
    ...row,
    current: idHash === viewer.sessionId,
  }))
}
