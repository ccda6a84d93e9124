import { and, desc, eq, exists, gte, like, lt, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Viewer } from '#lib/auth/viewer.ts'
import { type InboxEntry, inboxMost } from '#lib/inbox/inbox.ts'
import { excerptOf } from '#lib/notes/excerpt.ts'
import type { Reader } from '#db/client.ts'
import { comments, items, users } from '#db/schema/index.ts'
import { isOnPlan } from './own-plans.ts'

/** Comments of others that mention the viewer, or follow the viewer's own on the same item. */
export function listCommentNews(reader: Reader, viewer: Viewer, since: number): InboxEntry[] {
  const earlier = alias(comments, 'earlier')
  const told = sql<number>`coalesce(${comments.editedAt}, ${comments.createdAt})`
  const isMention = like(comments.mentions, `%"${viewer.id}"%`)
  const isReply = exists(
    reader
      .select({ id: earlier.id })
      .from(earlier)
      .where(
        and(
          eq(earlier.itemId, comments.itemId),
          eq(earlier.userId, viewer.id),
          lt(earlier.createdAt, comments.createdAt),
        ),
      ),
  )
  const rows = reader
    .select({
      id: comments.id,
      planId: comments.planId,
      itemId: comments.itemId,
      markdown: comments.markdown,
      mentions: comments.mentions,
      createdAt: comments.createdAt,
      editedAt: comments.editedAt,
      name: users.name,
      title: items.title,
    })
    .from(comments)
    .innerJoin(users, eq(users.id, comments.userId))
    .innerJoin(items, eq(items.id, comments.itemId))
    .where(
      and(
        ne(comments.userId, viewer.id),
        gte(told, since),
        isOnPlan(reader, viewer, comments.planId),
        or(isMention, isReply),
      ),
    )
    .orderBy(desc(told))
    .limit(inboxMost)
    .all()
  return rows.map(({ id, planId, itemId, markdown, mentions, createdAt, editedAt, name, title }) => {
    const isMentioned = mentions.includes(viewer.id)
    return {
      id: `${isMentioned ? 'mention' : 'reply'}:${id}`,
      kind: isMentioned ? 'mention' : 'reply',
      // Somebody may be mentioned by a later edit; a reply stays where it was said.
      at: isMentioned ? (editedAt ?? createdAt) : createdAt,
      text: isMentioned ? `${name} mentioned you on “${title}”` : `${name} replied on “${title}”`,
      detail: excerptOf(markdown),
      href: `/plans/${planId}/items/${itemId}#comments`,
    }
  })
}
