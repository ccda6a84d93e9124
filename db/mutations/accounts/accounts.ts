import { and, asc, eq, inArray, isNull, like, ne, not, sql } from 'drizzle-orm'
import { transaction, type Transaction } from '#db/client.ts'
import {
  accounts,
  challenges,
  comments,
  feeds,
  linkReports,
  links,
  members,
  noteShares,
  passkeys,
  passwordResets,
  planEvents,
  plans,
  rateLimits,
  recoveryCodes,
  sessions,
  tokens,
  totps,
  users,
} from '#db/schema/index.ts'
import type { Keeper } from '#lib/auth/keeper.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { conflict } from '#lib/problems.ts'
import { requireAnotherAdmin, requireKeeper, requirePerson } from './people.ts'
import { forgetSecurity, recordSecurity } from '#db/mutations/security/security-events.ts'
import { hasJoined, isMember, isRemoved } from '#db/conditions.ts'
import { removedEmail } from './erase-removed.ts'
import { readSnapshot, writeSnapshot } from '#lib/sharing/origin-snapshot.ts'

/**
 * Deletes the viewer's account. One short transaction hides all of it: nobody can sign in to it, see it or find it any
 * more; `eraseRemoved` then takes the rows away. Plans that they own and others do go on: the editor who
 * joined first becomes owner, else the member who did; plans that nobody else does go too. When the only admin leaves,
 * the oldest account becomes admin, so that the server keeps one.
 */
export async function removeUser(viewer: Viewer): Promise<void> {
  await transaction((tx) => removeWithin(tx, viewer, 'deleted', null, Date.now()))
}

/**
 * Deletes somebody else's account, as they could themselves.
 * @throws Problem 403 for all but an admin, 404, 409 for one's own.
 */
export async function removePerson(keeper: Keeper, userId: string, now: number): Promise<void> {
  const actorId = requireKeeper(keeper)
  if (actorId === userId) throw conflict('This is your own account. Delete it in your settings.')
  await transaction((tx) => {
    const person = { id: userId, ...requirePerson(tx, userId) }
    if (person.role === 'admin' && person.disabledAt === null) requireAnotherAdmin(tx, userId)
    removeWithin(tx, person, 'deleted-by-admin', actorId, now)
  })
}

function removeWithin(
  tx: Transaction,
  viewer: Pick<Viewer, 'id' | 'email' | 'role'>,
  kind: 'deleted' | 'deleted-by-admin',
  actorId: string | null,
  now: number,
): void {
  const owned = tx
    .select({ planId: members.planId })
    .from(members)
    .where(and(eq(members.userId, viewer.id), eq(members.role, 'owner')))
    .all()
  for (const { planId } of owned) {
    const heir = getHeir(tx, planId, viewer.id)
    if (heir === null) {
      // Deleted long ago, as it were: not to be brought back, and the purge takes its rows.
      tx.update(plans).set({ deletedAt: 0 }).where(eq(plans.id, planId)).run()
      continue
    }
    tx.update(members).set({ role: 'owner' }).where(isMember(planId, heir)).run()
    tx.update(links)
      .set({ createdBy: heir })
      .where(and(eq(links.planId, planId), eq(links.createdBy, viewer.id)))
      .run()
  }
  tx.update(members).set({ invitedBy: null }).where(eq(members.invitedBy, viewer.id)).run()
  tx.delete(linkReports).where(eq(linkReports.userId, viewer.id)).run()
  forgetOwnerWithin(tx, viewer.id)
  const ways = [sessions, tokens, accounts, totps, recoveryCodes, passkeys, challenges, passwordResets] as const
  for (const table of [...ways, feeds, noteShares, comments, planEvents, members] as const)
    tx.delete(table).where(eq(table.userId, viewer.id)).run()
  forgetTries(tx, viewer)
  recordSecurity(tx, kind, { userId: viewer.id, actorId }, now)
  forgetSecurity(tx, viewer.id)
  // Everything else of this person hangs on the row by foreign keys.
  tx.update(users)
    .set({ name: '', email: removedEmail(viewer.id), role: 'user' })
    .where(eq(users.id, viewer.id))
    .run()
  if (viewer.role === 'admin') keepAnAdmin(tx)
}

/** Counters of tries are kept under the person's id or address. */
function forgetTries(tx: Transaction, { id, email }: Pick<Viewer, 'id' | 'email'>): void {
  tx.delete(rateLimits)
    .where(sql`instr(${rateLimits.key}, ${id}) > 0 or instr(${rateLimits.key}, ${email}) > 0`)
    .run()
}

/** Copies of this person's plans no longer name the original's owner. */
function forgetOwnerWithin(tx: Transaction, ownerId: string): void {
  const copies = tx
    .select({ id: plans.id, snapshot: plans.originSnapshot })
    .from(plans)
    .where(like(sql<string>`${plans.originSnapshot}`, `%"ownerId":"${ownerId}"%`))
    .all()
  for (const { id, snapshot } of copies) {
    const origin = readSnapshot(snapshot)
    if (origin?.ownerId !== ownerId) continue
    const originSnapshot = writeSnapshot({ ...origin, ownerName: '', ownerId: null })
    tx.update(plans).set({ originSnapshot }).where(eq(plans.id, id)).run()
  }
}

/** The id of the person who takes over a plan, or null when nobody else does it. */
function getHeir(tx: Transaction, planId: string, ownerId: string): string | null {
  const others = tx
    .select({ userId: members.userId, role: members.role })
    .from(members)
    .where(
      and(
        eq(members.planId, planId),
        ne(members.userId, ownerId),
        inArray(members.role, ['editor', 'member']),
        hasJoined,
      ),
    )
    .orderBy(asc(members.joinedAt))
    .all()
  const heir = others.find((other) => other.role === 'editor') ?? others[0]
  return heir?.userId ?? null
}

function keepAnAdmin(tx: Transaction): void {
  const isOpen = and(not(isRemoved), isNull(users.disabledAt))
  if (
    tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.role, 'admin'), isOpen))
      .get()
  )
    return
  const oldest = tx.select({ id: users.id }).from(users).where(isOpen).orderBy(asc(users.createdAt)).get()
  if (oldest) tx.update(users).set({ role: 'admin' }).where(eq(users.id, oldest.id)).run()
}
