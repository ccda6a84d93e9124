import { and, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canComment, canEditComment, canRemoveComment, canSeePlan } from '#lib/permissions.ts'
import { forbidden, notFound } from '#lib/problems.ts'
import { mentionedIds } from '#lib/sharing/mentions.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { listMentionable } from '#db/queries/sharing/comments.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { comments, items } from '#db/schema/index.ts'
import { recordEvent } from '#db/mutations/planning/plan-events.ts'

/** A new comment; `id` is made by the client, so that sending it twice writes it once. */
export interface NewComment {
  id: string
  itemId: string
  markdown: string
}

/**
 * Writes a comment on an item.
 * @throws Problem 404 for a plan or item that is not there, 403 for guests.
 */
export async function createComment(viewer: Viewer, planId: string, comment: NewComment, now: number): Promise<void> {
  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canComment, 'Guests look and do not comment.')
    const { id, itemId, markdown } = comment
    const item = and(eq(items.id, itemId), eq(items.planId, planId))
    if (!tx.select({ id: items.id }).from(items).where(item).get()) throw notFound('item')
    const known = tx
      .select({ userId: comments.userId, planId: comments.planId })
      .from(comments)
      .where(eq(comments.id, id))
      .get()
    if (known?.userId === viewer.id && known.planId === planId) return
    if (known) throw forbidden('There is another comment with this id.')
    const mentions = mentionedIds(markdown, listMentionable(tx, planId))
    tx.insert(comments).values({ id, planId, itemId, userId: viewer.id, markdown, mentions, createdAt: now }).run()
    recordEvent(tx, { planId, userId: viewer.id, itemId }, { kind: 'commented', data: { commentId: id } }, now)
  })
}

/**
 * Changes the words of one's own comment.
 * @throws Problem 404, 403 for all but its writer.
 */
export async function setComment(
  viewer: Viewer,
  planId: string,
  commentId: string,
  markdown: string,
  now: number,
): Promise<void> {
  await transaction((tx) => {
    const { role, isWriter } = requireComment(tx, viewer, planId, commentId)
    if (!canEditComment(role, isWriter)) throw forbidden('Only its writer changes a comment.')
    const mentions = mentionedIds(markdown, listMentionable(tx, planId))
    tx.update(comments).set({ markdown, mentions, editedAt: now }).where(eq(comments.id, commentId)).run()
  })
}

/**
 * Deletes a comment: one's own, or anybody's for the plan's owner.
 * @throws Problem 404, 403.
 */
export async function removeComment(viewer: Viewer, planId: string, commentId: string): Promise<void> {
  await transaction((tx) => {
    const { role, isWriter } = requireComment(tx, viewer, planId, commentId)
    if (!canRemoveComment(role, isWriter)) throw forbidden('Only its writer and the plan’s owner remove a comment.')
    tx.delete(comments).where(eq(comments.id, commentId)).run()
  })
}

function requireComment(tx: Transaction, viewer: Viewer, planId: string, commentId: string) {
  const role = requireRoleWithin(tx, viewer, planId, canSeePlan)
  const row = tx
    .select({ userId: comments.userId })
    .from(comments)
    .where(and(eq(comments.id, commentId), eq(comments.planId, planId)))
    .get()
  if (!row) throw notFound('comment')
  return { role, isWriter: row.userId === viewer.id }
}
