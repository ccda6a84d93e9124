import { and, desc, eq, inArray, lt, or } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSeePlan } from '#lib/permissions.ts'
import { type ActivityPlace, byNewest, isAfter, writeCursor } from '#lib/sharing/activity-cursor.ts'
import { eventInWords } from '#lib/sharing/event-words.ts'
import type { PlanEvent } from '#lib/sharing/plan-event.ts'
import type { ActivityAnswer, ActivityItem } from '#lib/api/sharing-answers.ts'
import { db, type Reader } from '#db/client.ts'
import { comments, items, planEvents, allReadings, users } from '#db/schema/index.ts'
import { requireRole } from '#db/queries/planning/memberships.ts'
import { ticksWithin } from './progress.ts'

/** How many lines one answer holds. */
const activityPage = 50

/**
 * What happened on a plan, the newest first, from behind `after` on, `activityPage` lines at most. What people ticked is
 * in it only for those who show everything.
 * @throws Problem 404 for one who is not on the plan.
 */
export async function listActivity(
  viewer: Viewer,
  planId: string,
  after: ActivityPlace | null = null,
): Promise<ActivityAnswer> {
  await requireRole(viewer, planId, canSeePlan)
  const lines = activityWithin(db(), viewer.id, planId, after)
  const last = lines.at(-1)
  return { items: lines, nextCursor: last && lines.length === activityPage ? writeCursor(last) : null }
}

/** The lines of `listActivity` for one whom the caller knows to be on the plan: the holder of a feed's address. */
export function activityWithin(
  reader: Reader,
  userId: string,
  planId: string,
  after: ActivityPlace | null = null,
): ActivityItem[] {
  const told: ActivityItem[] = []
  for (let from = after; told.length < activityPage;) {
    const page = eventsWithin(reader, userId, planId, from)
    told.push(...page.told)
    if (page.next === null) break
    from = page.next
  }
  const ticked = ticksWithin(reader, planId)
    .filter((tick) => isAfter(tick, after))
    .map(({ name, title, state, ...tick }) => ({
      ...tick,
      kind: state,
      text: eventInWords({ kind: state, data: {} }, { actor: name, person: null, title }),
      mentionsMe: false,
    }))
  return [...told, ...ticked].toSorted(byNewest).slice(0, activityPage)
}

/** One page of what was recorded, less what is told no more; `next` is where the page after begins, null for none. */
function eventsWithin(
  reader: Reader,
  userId: string,
  planId: string,
  after: ActivityPlace | null,
): { told: ActivityItem[]; next: ActivityPlace | null } {
  const isOlder =
    after && or(lt(planEvents.at, after.at), and(eq(planEvents.at, after.at), lt(planEvents.id, after.id)))
  const rows = reader
    .select({
      id: planEvents.id,
      kind: planEvents.kind,
      data: planEvents.data,
      itemId: items.id,
      title: items.title,
      actor: users.name,
      at: planEvents.at,
    })
    .from(planEvents)
    .innerJoin(users, eq(users.id, planEvents.userId))
    .leftJoin(items, and(eq(items.id, planEvents.itemId), eq(items.planId, planEvents.planId)))
    .where(and(eq(planEvents.planId, planId), isOlder ?? undefined))
    .orderBy(desc(planEvents.at), desc(planEvents.id))
    .limit(activityPage)
    .all()
  const look = lookUp(
    reader,
    rows.map((row) => row.data),
  )
  const told = rows.flatMap(({ kind, data, actor, title, ...row }): ActivityItem[] => {
    const comment = typeof data.commentId === 'string' ? look.mentions.get(data.commentId) : undefined
    // The words of a comment that was removed are gone, and so is its line.
    if (kind === 'commented' && comment === undefined) return []
    const event = { kind, data } as unknown as PlanEvent
    const names = {
      actor,
      person: look.people.get(String(data.userId)) ?? null,
      title: title ?? look.readings.get(String(data.readingId)) ?? null,
    }
    return [
      { ...row, kind: event.kind, text: eventInWords(event, names), mentionsMe: comment?.includes(userId) ?? false },
    ]
  })
  return { told, next: rows.length < activityPage ? null : (rows.at(-1) ?? null) }
}

function lookUp(reader: Reader, data: Record<string, unknown>[]) {
  const ids = (key: string) => data.flatMap((one) => (typeof one[key] === 'string' ? [one[key]] : []))
  return {
    people: new Map(
      reader
        .select({ id: users.id, name: users.name })
        .from(users)
        .where(inArray(users.id, ids('userId')))
        .all()
        .map((row) => [row.id, row.name]),
    ),
    readings: new Map(
      reader
        .select({ id: allReadings.id, title: allReadings.fullTitle })
        .from(allReadings)
        .where(inArray(allReadings.id, ids('readingId')))
        .all()
        .map((row) => [row.id, row.title]),
    ),
    mentions: new Map(
      reader
        .select({ id: comments.id, mentions: comments.mentions })
        .from(comments)
        .where(inArray(comments.id, ids('commentId')))
        .all()
        .map((row) => [row.id, row.mentions]),
    ),
  }
}
