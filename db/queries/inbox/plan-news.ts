import { and, desc, eq, gte, inArray, isNull, ne } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { foldChanges, type PlanChange, toldChanges } from '#lib/inbox/fold-changes.ts'
import { type InboxEntry, inboxMost } from '#lib/inbox/inbox.ts'
import { roleInWords } from '#lib/sharing/event-words.ts'
import type { Reader } from '#db/client.ts'
import { members, planEvents, plans, users } from '#db/schema/index.ts'
import { isOnPlan } from './own-plans.ts'

/** Plans that the viewer was invited to and has not answered. */
export function listInvitationNews(reader: Reader, viewer: Viewer, since: number): InboxEntry[] {
  const rows = reader
    .select({ planId: plans.id, title: plans.title, role: members.role, at: members.createdAt, name: users.name })
    .from(members)
    .innerJoin(plans, and(eq(plans.id, members.planId), isNull(plans.deletedAt)))
    .leftJoin(users, eq(users.id, members.invitedBy))
    .where(and(eq(members.userId, viewer.id), isNull(members.joinedAt), gte(members.createdAt, since)))
    .orderBy(desc(members.createdAt))
    .limit(inboxMost)
    .all()
  return rows.map(({ planId, title, role, at, name }) => ({
    id: `invitation:${planId}`,
    kind: 'invitation',
    at,
    text: `${name ?? 'Somebody'} invites you to a plan, as ${roleInWords(role)}`,
    detail: title,
    href: `/plans/${planId}/join`,
  }))
}

/** People who joined plans that the viewer owns. */
export function listJoinNews(reader: Reader, viewer: Viewer, since: number): InboxEntry[] {
  const rows = reader
    .select({ ...eventColumns, id: planEvents.id })
    .from(planEvents)
    .innerJoin(users, eq(users.id, planEvents.userId))
    .innerJoin(plans, eq(plans.id, planEvents.planId))
    .where(
      and(
        eq(planEvents.kind, 'joined'),
        ne(planEvents.userId, viewer.id),
        gte(planEvents.at, since),
        isOnPlan(reader, viewer, planEvents.planId, ['owner']),
      ),
    )
    .orderBy(desc(planEvents.at))
    .limit(inboxMost)
    .all()
  return rows.map(({ id, planId, plan, name, data, at }) => ({
    id: `join:${id}`,
    kind: 'join',
    at,
    text: `${name} joined as ${roleInWords(String(data.role))}`,
    detail: plan,
    href: `/plans/${planId}/people`,
  }))
}

/** What others changed on plans that the viewer does, since the viewer joined. */
export function listPlanChanges(reader: Reader, viewer: Viewer, since: number): InboxEntry[] {
  const mine = and(eq(members.planId, planEvents.planId), eq(members.userId, viewer.id))
  const rows = reader
    .select({ ...eventColumns, userId: planEvents.userId, kind: planEvents.kind })
    .from(planEvents)
    .innerJoin(users, eq(users.id, planEvents.userId))
    .innerJoin(plans, eq(plans.id, planEvents.planId))
    .innerJoin(members, and(mine, gte(planEvents.at, members.joinedAt)))
    .where(
      and(
        inArray(planEvents.kind, [...toldChanges]),
        ne(planEvents.userId, viewer.id),
        gte(planEvents.at, since),
        isOnPlan(reader, viewer, planEvents.planId, ['owner', 'editor', 'member']),
      ),
    )
    .orderBy(desc(planEvents.at))
    .limit(inboxMost)
    .all()
  return foldChanges(
    rows.map(({ data, kind, ...row }) => ({
      ...row,
      kind: kind as PlanChange['kind'],
      count: typeof data.count === 'number' ? data.count : 1,
    })),
  )
}

const eventColumns = {
  planId: planEvents.planId,
  plan: plans.title,
  name: users.name,
  data: planEvents.data,
  at: planEvents.at,
}
