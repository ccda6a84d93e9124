import { randomUUID } from 'node:crypto'
import { and, count, eq, isNull, lt, ne, or } from 'drizzle-orm'
import { hashToken, newToken } from '#lib/auth/token.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSharePlan } from '#lib/permissions.ts'
import { notFound, Problem } from '#lib/problems.ts'
import type { GivenRole } from '#lib/permissions.ts'
import { MAX_LIVE_LINKS, tooManyLinksDetail } from '#lib/sharing/link-state.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { isLive } from '#db/conditions.ts'
import { publicLinkId } from '#db/queries/sharing/links.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { recordSecurity } from '#db/mutations/security/security-events.ts'
import { links } from '#db/schema/index.ts'

/** What a link gives, until when (milliseconds, UTC) and how often; null for no limit. */
export interface NewLink {
  role: GivenRole
  expiresAt: number | null
  maxUses: number | null
}

const refusal = 'Only the owner shares a plan.'

/**
 * Makes a share link.
 * @returns its id, and its token, which is given here once and kept nowhere.
 * @throws Problem 404, 403 for all but the owner, 409 where the plan has as many live links as a plan may have.
 */
export async function createLink(
  viewer: Viewer,
  planId: string,
  link: NewLink,
  now: number,
): Promise<{ id: string; token: string }> {
  return transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canSharePlan, refusal)
    if (liveLinksWithin(tx, planId, now) >= MAX_LIVE_LINKS) throw new Problem(409, 'Too many links', tooManyLinksDetail)
    const id = randomUUID()
    const token = newToken()
    tx.insert(links)
      .values({ id, planId, ...link, tokenHash: hashToken(token), createdBy: viewer.id, createdAt: now })
      .run()
    recordSecurity(tx, 'link-made', { userId: viewer.id, about: id }, now)
    return { id, token }
  })
}

/** How many links of a plan still open it, the public page not counted. */
function liveLinksWithin(tx: Transaction, planId: string, now: number): number {
  const opens = and(isLive(now), or(isNull(links.maxUses), lt(links.uses, links.maxUses)))
  const row = tx
    .select({ n: count() })
    .from(links)
    .where(and(eq(links.planId, planId), ne(links.id, publicLinkId(planId)), opens))
    .get()
  return row?.n ?? 0
}

/**
 * Revokes a link: it is dead at the very next request. Repeating it changes nothing.
 * @throws Problem 404, 403 for all but the owner.
 */
export async function removeLink(viewer: Viewer, planId: string, linkId: string, now: number): Promise<void> {
  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canSharePlan, refusal)
    const own = and(eq(links.id, linkId), eq(links.planId, planId), ne(links.id, publicLinkId(planId)))
    if (!tx.select({ id: links.id }).from(links).where(own).get()) throw notFound('link')
    tx.update(links)
      .set({ revokedAt: now })
      .where(and(own, isNull(links.revokedAt)))
      .run()
    recordSecurity(tx, 'link-revoked', { userId: viewer.id, about: linkId }, now)
  })
}

/** Revokes all links of a plan, the public page included, inside a transaction that does more. */
export function removeLinksWithin(tx: Transaction, planId: string, now: number): void {
  tx.update(links)
    .set({ revokedAt: now })
    .where(and(eq(links.planId, planId), isNull(links.revokedAt)))
    .run()
}

/**
 * Makes a plan's page public, for all who know its address, or private again with a null role. Who joins there gets
 * `role`. The page is a link whose token is the plan's id: no secret, always the same, and dead as fast as any other.
 * @throws Problem 404, 403 for all but the owner.
 */
export async function setPublicPage(
  viewer: Viewer,
  planId: string,
  role: Exclude<GivenRole, 'editor'> | null,
  now: number,
): Promise<void> {
  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canSharePlan, refusal)
    const id = publicLinkId(planId)
    recordSecurity(
      tx,
      role === null ? 'plan-made-private' : 'plan-made-public',
      { userId: viewer.id, about: planId },
      now,
    )
    if (role === null) {
      tx.update(links).set({ revokedAt: now }).where(eq(links.id, id)).run()
      return
    }
    const row = { role, revokedAt: null }
    tx.insert(links)
      .values({ ...row, id, planId, tokenHash: hashToken(planId), createdBy: viewer.id, createdAt: now })
      .onConflictDoUpdate({ target: links.id, set: row })
      .run()
  })
}
