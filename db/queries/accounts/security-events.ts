import { desc, eq } from 'drizzle-orm'
import { db } from '#db/client.ts'
import { securityEvents, users } from '#db/schema/index.ts'
import type { SecurityKind } from '#lib/auth/security-kinds.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canAdministrate } from '#lib/permissions.ts'
import { forbidden } from '#lib/problems.ts'

/** A line of the security log. `at` is milliseconds, UTC. */
export interface SecurityEvent {
  id: number
  at: number
  kind: SecurityKind
  address: string
  userAgent: string
}

const columns = {
  id: securityEvents.id,
  at: securityEvents.at,
  kind: securityEvents.kind,
  address: securityEvents.address,
  userAgent: securityEvents.userAgent,
}

/** What happened to the viewer's account, newest first. */
export async function listOwnSecurity(viewer: Viewer, atMost = 50): Promise<SecurityEvent[]> {
  return db()
    .select(columns)
    .from(securityEvents)
    .where(eq(securityEvents.userId, viewer.id))
    .orderBy(desc(securityEvents.id))
    .limit(atMost)
    .all()
}

/**
 * What happened to all accounts, newest first, with the present name of each; null for a deleted one.
 * @throws Problem 403 for all but an admin.
 */
export async function listSecurity(viewer: Viewer, atMost = 300): Promise<(SecurityEvent & { name: string | null })[]> {
  if (!canAdministrate(viewer)) throw forbidden('Only an admin sees the log.')
  return db()
    .select({ ...columns, name: users.name })
    .from(securityEvents)
    .leftJoin(users, eq(users.id, securityEvents.userId))
    .orderBy(desc(securityEvents.id))
    .limit(atMost)
    .all()
}
