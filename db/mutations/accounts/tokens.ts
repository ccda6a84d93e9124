import { randomUUID } from 'node:crypto'
import { and, count, eq, gt, isNull, lt, or } from 'drizzle-orm'
import { type Transaction, transaction } from '#db/client.ts'
import { tokens } from '#db/schema/index.ts'
import type { TokenItem } from '#lib/api/tokens.ts'
import { newBearerToken } from '#lib/auth/bearer.ts'
import { hashToken } from '#lib/auth/token.ts'
import type { TokenScope } from '#lib/auth/token-scope.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { notFound, Problem } from '#lib/problems.ts'
import { recordSecurity } from '#db/mutations/security/security-events.ts'

const day = 24 * 60 * 60_000
/** A dead token is remembered so long, for the program that still uses it. */
const remembered = 90 * day
const mostTokens = 20

/** What a person chooses of a new token. `days` is how long it works. */
export interface NewToken {
  name: string
  scope: TokenScope
  days: number
}

/**
 * Makes a token for another program of the viewer's.
 * @returns the token, given here once and kept nowhere.
 * @throws Problem 422 where the person has 20 that work.
 */
export async function createToken(
  viewer: Viewer,
  { name, scope, days }: NewToken,
  now: number,
): Promise<{ token: string; item: TokenItem }> {
  return transaction((tx) => {
    tx.delete(tokens)
      .where(or(lt(tokens.expiresAt, now - remembered), lt(tokens.revokedAt, now - remembered)))
      .run()
    const live = and(eq(tokens.userId, viewer.id), isNull(tokens.revokedAt), gt(tokens.expiresAt, now))
    const held = tx.select({ n: count() }).from(tokens).where(live).get()?.n ?? 0
    if (held >= mostTokens)
      throw new Problem(422, 'Wrong input', `You have ${mostTokens} tokens. Revoke one that you no longer use.`)
    const token = newBearerToken()
    const item = { id: randomUUID(), name, scope, createdAt: now, expiresAt: now + days * day, lastUsedAt: null }
    tx.insert(tokens)
      .values({ ...item, userId: viewer.id, tokenHash: hashToken(token) })
      .run()
    recordSecurity(tx, 'token-made', { userId: viewer.id }, now)
    return { token, item }
  })
}

/** Revokes one of the viewer's tokens: its next request is refused. @throws Problem 404 for another's, or a dead one. */
export async function removeToken(viewer: Viewer, tokenId: string, now: number): Promise<void> {
  await transaction((tx) => {
    const { changes } = tx
      .update(tokens)
      .set({ revokedAt: now })
      .where(and(eq(tokens.id, tokenId), eq(tokens.userId, viewer.id), isNull(tokens.revokedAt)))
      .run()
    if (changes === 0) throw notFound('token')
    recordSecurity(tx, 'token-revoked', { userId: viewer.id }, now)
  })
}

/** Revokes all tokens of a person, whose password is set anew: who knew the old one may have made one. */
export function revokeTokensWithin(tx: Transaction, userId: string, now: number): void {
  tx.update(tokens)
    .set({ revokedAt: now })
    .where(and(eq(tokens.userId, userId), isNull(tokens.revokedAt)))
    .run()
}
