import { and, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { PlanRole } from '#lib/permissions.ts'
import type { GivenRole } from '#lib/permissions.ts'
import type { InvitationItem } from '#lib/api/sharing-answers.ts'
import type { SharedPlan } from '#lib/sharing/shown-plan.ts'
import { hasJoined } from '#db/conditions.ts'
import { db, type Reader } from '#db/client.ts'
import { members, organisations, plans, readings, users } from '#db/schema/index.ts'
import { findLink } from './links.ts'
import { roleWithin } from '#db/queries/planning/memberships.ts'
import { getInvitation } from './members.ts'
import { contentWithin, groupContent } from '#db/queries/planning/plan-content.ts'

/** What a link shows to one person, or to nobody in particular. */
export interface SharedByLink {
  plan: SharedPlan
  /** The role that joining by it gives. */
  role: GivenRole
  public: boolean
  /** Where the viewer is on the plan already. */
  joined: { planId: string; role: PlanRole } | null
}

/** What `token` shows at `now` (milliseconds, UTC), or null for every link that opens nothing. */
export async function getSharedByLink(viewer: Viewer | null, token: string, now: number): Promise<SharedByLink | null> {
  const link = findLink(db(), token, now)
  if (!link) return null
  const role = viewer && roleWithin(db(), viewer, link.planId)
  // Nothing is left of it for others than those who are on the plan, or invited to it.
  if (!link.hasUses && role === null && !(viewer && (await getInvitation(viewer, link.planId)))) return null
  const plan = sharedPlan(db(), link.planId)
  return plan && { plan, role: link.role, public: link.public, joined: role ? { planId: link.planId, role } : null }
}

/** What somebody who was invited sees before they say yes, or null for one who was not. */
export async function getSharedByInvitation(
  viewer: Viewer,
  planId: string,
): Promise<{ plan: SharedPlan; invitation: InvitationItem } | null> {
  const invitation = await getInvitation(viewer, planId)
  const plan = invitation && sharedPlan(db(), planId)
  return plan && invitation ? { plan, invitation } : null
}

function sharedPlan(reader: Reader, planId: string): SharedPlan | null {
  const content = contentWithin(reader, planId)
  if (!content) return null
  const organisationOf = new Map(
    reader
      .select({ id: readings.id, name: organisations.name })
      .from(readings)
      .innerJoin(organisations, eq(organisations.id, readings.organisationId))
      .all()
      .map((row) => [row.id, row.name]),
  )
  return {
    title: content.title,
    description: content.description,
    ownerName: ownerOf(reader, planId)?.name ?? '',
    phases: groupContent(content).map(({ phase, items }) => ({
      title: phase?.title ?? '',
      goal: phase?.goal ?? '',
      items: items.map(({ kind, tier, minutes, parts, readingId, url, title, reason, prompt, touches }) => ({
        kind,
        tier,
        minutes,
        parts,
        readingId,
        url,
        organisation: organisationOf.get(readingId ?? '') ?? null,
        title,
        reason,
        prompt,
        touches,
      })),
    })),
    itemCount: content.items.length,
    minutes: content.items.reduce((sum, item) => sum + item.minutes, 0),
  }
}

/** The owner of a plan that is not deleted. */
export function ownerOf(reader: Reader, planId: string): { id: string; name: string } | null {
  const row = reader
    .select({ id: users.id, name: users.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(plans, eq(plans.id, members.planId))
    .where(and(eq(members.planId, planId), eq(members.role, 'owner'), hasJoined))
    .get()
  return row ?? null
}
