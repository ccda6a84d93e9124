import { and, asc, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { renderAll } from '#lib/markdown/render-all.ts'
import { canEditComment, canRemoveComment, canSeePlan } from '#lib/permissions.ts'
import { emphasiseMentions, type Mentionable } from '#lib/sharing/mentions.ts'
import type { CommentItem } from '#lib/api/sharing-answers.ts'
import { hasJoined } from '#db/conditions.ts'
import { db, type Reader } from '#db/client.ts'
import { comments, members, users } from '#db/schema/index.ts'
import { requireRole } from '#db/queries/planning/memberships.ts'

/**
 * Comments on a plan's items, the oldest first; those on one item where `itemId` names it.
 * @throws Problem 404 for one who is not on the plan.
 */
export async function listComments(viewer: Viewer, planId: string, itemId?: string): Promise<CommentItem[]> {
  const role = await requireRole(viewer, planId, canSeePlan)
  const rows = db()
    .select({
      id: comments.id,
      itemId: comments.itemId,
      userId: comments.userId,
      name: users.name,
      markdown: comments.markdown,
      mentions: comments.mentions,
      createdAt: comments.createdAt,
      editedAt: comments.editedAt,
    })
    .from(comments)
    .innerJoin(users, eq(users.id, comments.userId))
    .where(and(eq(comments.planId, planId), itemId === undefined ? undefined : eq(comments.itemId, itemId)))
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .all()
  const people = listMentionable(db(), planId)
  const html = await renderAll(rows.map((row) => emphasiseMentions(row.markdown, people)))
  return rows.map(({ mentions, userId, ...row }, index) => ({
    ...row,
    html: html[index] ?? '',
    mentionsMe: mentions.includes(viewer.id),
    canEdit: canEditComment(role, userId === viewer.id),
    canRemove: canRemoveComment(role, userId === viewer.id),
  }))
}

/** Who can be mentioned on a plan: all who are on it. */
export function listMentionable(reader: Reader, planId: string): Mentionable[] {
  return reader
    .select({ userId: users.id, name: users.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.planId, planId), hasJoined))
    .orderBy(asc(users.name), asc(users.id))
    .all()
}
