import { and, desc, eq, gt, isNull, lt } from 'drizzle-orm'
import { db } from '#db/client.ts'
import { signUpLinks } from '#db/schema/index.ts'
import type { InviteItem } from '#lib/api/people.ts'
import { hashToken } from '#lib/auth/token.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canAdministrate } from '#lib/permissions.ts'
import { forbidden } from '#lib/problems.ts'

/** Holds for an invitation that still lets somebody in. */
export function isOpenInvite(now: number) {
  return and(isNull(signUpLinks.revokedAt), gt(signUpLinks.expiresAt, now), lt(signUpLinks.uses, signUpLinks.maxUses))
}

/** Whether a token invites to this server. */
export async function getIsOpenInvite(token: string, now: number): Promise<boolean> {
  const row = db()
    .select({ id: signUpLinks.id })
    .from(signUpLinks)
    .where(and(eq(signUpLinks.tokenHash, hashToken(token)), isOpenInvite(now)))
    .get()
  return row !== undefined
}

/** The invitations that still let somebody in, the newest first. @throws Problem 403 for all but an admin. */
export async function listInvites(viewer: Viewer, now: number): Promise<InviteItem[]> {
  if (!canAdministrate(viewer)) throw forbidden('Only an admin sees invitations.')
  return db()
    .select({
      id: signUpLinks.id,
      role: signUpLinks.role,
      expiresAt: signUpLinks.expiresAt,
      maxUses: signUpLinks.maxUses,
      uses: signUpLinks.uses,
      createdAt: signUpLinks.createdAt,
    })
    .from(signUpLinks)
    .where(isOpenInvite(now))
    .orderBy(desc(signUpLinks.createdAt), desc(signUpLinks.id))
    .all()
}
