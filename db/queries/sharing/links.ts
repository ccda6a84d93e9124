import { and, desc, eq } from 'drizzle-orm'
import { hashToken } from '#lib/auth/token.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSharePlan } from '#lib/permissions.ts'
import { linkState } from '#lib/sharing/link-state.ts'
import type { GivenRole } from '#lib/permissions.ts'
import type { PlanLinks } from '#lib/api/sharing-answers.ts'
import { isLive, isPresent } from '#db/conditions.ts'
import { db, type Reader } from '#db/client.ts'
import { links, plans } from '#db/schema/index.ts'
import { requireRole } from '#db/queries/planning/memberships.ts'

/** The id of the row that makes a plan's page public: a link whose token, the plan's id, is no secret. */
export function publicLinkId(planId: string): string {
  return `public:${planId}`
}

/**
 * How the viewer's plan is shared.
 * @throws Problem 404, 403 for all but the owner.
 */
export async function listLinks(viewer: Viewer, planId: string, now: number): Promise<PlanLinks> {
  await requireRole(viewer, planId, canSharePlan, 'Only the owner sees the links of a plan.')
  const rows = db()
    .select({
      id: links.id,
      role: links.role,
      expiresAt: links.expiresAt,
      maxUses: links.maxUses,
      uses: links.uses,
      createdAt: links.createdAt,
      revokedAt: links.revokedAt,
    })
    .from(links)
    .where(eq(links.planId, planId))
    .orderBy(desc(links.createdAt), desc(links.id))
    .all()
  const open = rows.find((row) => row.id === publicLinkId(planId) && row.revokedAt === null)
  return {
    items: rows
      .filter((row) => row.id !== publicLinkId(planId))
      .map(({ revokedAt, ...row }) => ({ ...row, state: linkState({ ...row, revokedAt }, now) })),
    public: open ? { role: open.role, uses: open.uses } : null,
  }
}

/** What a token opens. */
export interface OpenLink {
  id: string
  planId: string
  role: GivenRole
  /** Whether it is the plan's public page. */
  public: boolean
  /** False once all its uses are taken: it still shows the plan to those who joined by it, and to nobody else. */
  hasUses: boolean
}

/**
 * The link that `token` opens, or null: never made, revoked, expired, or of a plan that is gone. Callers cannot tell
 * these four apart.
 */
export function findLink(reader: Reader, token: string, now: number): OpenLink | null {
  const row = reader
    .select({
      id: links.id,
      planId: links.planId,
      role: links.role,
      maxUses: links.maxUses,
      uses: links.uses,
    })
    .from(links)
    .innerJoin(plans, and(eq(plans.id, links.planId), isPresent))
    .where(and(eq(links.tokenHash, hashToken(token)), isLive(now)))
    .get()
  if (!row) return null
  const { maxUses, uses, ...link } = row
  return { ...link, public: link.id === publicLinkId(link.planId), hasUses: maxUses === null || uses < maxUses }
}

/**
 * Whether a token lets somebody make an account on a server by invitation: that of a live link with uses left. A public
 * page is for reading, and its address, the plan's id, invites nobody.
 */
export async function getIsInvitation(token: string, now: number): Promise<boolean> {
  const link = findLink(db(), token, now)
  return link !== null && link.hasUses && !link.public
}
