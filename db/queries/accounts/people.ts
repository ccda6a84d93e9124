import type { UserRole } from '#lib/auth/user-role.ts'
import { asc, eq, not, sql } from 'drizzle-orm'
import { db } from '#db/client.ts'
import { passkeys, sessions, totps, users } from '#db/schema/index.ts'
import { isRemoved } from '#db/conditions.ts'
import type { Keeper } from '#lib/auth/keeper.ts'
import { canAdministrate } from '#lib/permissions.ts'
import { forbidden } from '#lib/problems.ts'

/** A person with an account here, as admins see them. Times are milliseconds, UTC. */
export interface PersonOfServer {
  id: string
  name: string
  email: string
  role: UserRole
  disabledAt: number | null
  createdAt: number
  /** Null where no browser is signed in. */
  lastSeenAt: number | null
  sessions: number
  /** Whether signing in asks for more than the password. */
  hasSecondStep: boolean
}

/** Everybody with an account, the oldest first. @throws Problem 403 for all but an admin. */
export async function listPeopleOfServer(keeper: Keeper): Promise<PersonOfServer[]> {
  if (keeper !== 'machine' && !canAdministrate(keeper)) throw forbidden('Only an admin sees all people.')
  return db()
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      disabledAt: users.disabledAt,
      createdAt: users.createdAt,
      lastSeenAt: sql<number | null>`max(${sessions.lastSeenAt})`,
      sessions: sql<number>`count(${sessions.idHash})`,
      hasSecondStep: sql<boolean>`
        exists (select 1 from ${totps} where ${totps.userId} = ${users.id} and ${totps.confirmedAt} is not null)
        or exists (select 1 from ${passkeys} where ${passkeys.userId} = ${users.id})`.mapWith(Boolean),
    })
    .from(users)
    .leftJoin(sessions, eq(sessions.userId, users.id))
    .where(not(isRemoved))
    .groupBy(users.id)
    .orderBy(asc(users.createdAt), asc(users.id))
    .all()
}
