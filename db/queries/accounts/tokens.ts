import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { db } from '#db/client.ts'
import { prepared } from '#db/prepared.ts'
import { tokens, users } from '#db/schema/index.ts'
import type { TokenItem } from '#lib/api/tokens.ts'
import { hashToken } from '#lib/auth/token.ts'
import type { TokenScope } from '#lib/auth/token-scope.ts'
import type { Viewer } from '#lib/auth/viewer.ts'

const usedEvery = 5 * 60_000

/** Whom a token acts for, and how far; or why it does not work. Times are milliseconds, UTC. */
export type TokenHolder =
  | { state: 'live'; viewer: Viewer; tokenId: string; scope: TokenScope }
  | { state: 'expired' | 'revoked'; at: number }

/**
 * Looks up a token. The viewer that it gives is never an admin: a token reaches nothing that only admins see. Notes at
 * most every five minutes that it is in use. Null for one that was never made, or whose account is disabled.
 */
export async function getTokenHolder(token: string, now: number): Promise<TokenHolder | null> {
  const row = findHolder().get({ tokenHash: hashToken(token) })
  if (!row) return null
  const { tokenId, scope, expiresAt, lastUsedAt, revokedAt, ...person } = row
  if (revokedAt !== null) return { state: 'revoked', at: revokedAt }
  if (expiresAt <= now) return { state: 'expired', at: expiresAt }
  if (lastUsedAt === null || now - lastUsedAt >= usedEvery) noteUse(tokenId, now)
  const viewer = { ...person, role: 'user', provedAt: 0, sessionId: `token ${tokenId}` } as unknown as Viewer
  return { state: 'live', viewer, tokenId, scope }
}

function noteUse(tokenId: string, now: number): void {
  try {
    db().update(tokens).set({ lastUsedAt: now }).where(eq(tokens.id, tokenId)).run()
  } catch {
    // Reading goes on where nothing can be written: a full disk, a lost file.
  }
}

const findHolder = prepared((database) =>
  database
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      timeZone: users.timeZone,
      rolloverHour: users.rolloverHour,
      speedPercent: users.speedPercent,
      usesOwnSpeed: users.usesOwnSpeed,
      askOnReturn: users.askOnReturn,
      tokenId: tokens.id,
      scope: tokens.scope,
      expiresAt: tokens.expiresAt,
      lastUsedAt: tokens.lastUsedAt,
      revokedAt: tokens.revokedAt,
    })
    .from(tokens)
    .innerJoin(users, eq(users.id, tokens.userId))
    .where(and(eq(tokens.tokenHash, sql.placeholder('tokenHash')), isNull(users.disabledAt)))
    .prepare(),
)

/** The viewer's tokens that work, the newest first. */
export async function listTokens(viewer: Viewer, now: number): Promise<TokenItem[]> {
  return db()
    .select({
      id: tokens.id,
      name: tokens.name,
      scope: tokens.scope,
      createdAt: tokens.createdAt,
      expiresAt: tokens.expiresAt,
      lastUsedAt: tokens.lastUsedAt,
    })
    .from(tokens)
    .where(and(eq(tokens.userId, viewer.id), isNull(tokens.revokedAt), gt(tokens.expiresAt, now)))
    .orderBy(desc(tokens.createdAt))
    .all()
}
