import { eq } from 'drizzle-orm'
import type { DatedEvent } from '#lib/planning/calendar-feed.ts'
import { digestOf, type FeedEvent } from '#lib/planning/calendar-events.ts'
import { transaction } from '#db/client.ts'
import { feedEvents } from '#db/schema/index.ts'

/**
 * Gives the events of a feed their history, and keeps it: an event that says the same as last time has its time and
 * number, one that says something else has the present time and the next number. Where nothing changed nothing is written.
 *
 * @returns the events, and when the feed last changed (milliseconds, UTC); an event that went counts.
 */
export async function dateFeedEvents(
  feedId: string,
  events: readonly FeedEvent[],
  now: number,
): Promise<{ events: DatedEvent[]; changedAt: number }> {
  // A second is what the form and the header of HTTP can tell apart.
  const second = Math.floor(now / 1000) * 1000
  return transaction((tx) => {
    const kept = new Map(
      tx
        .select()
        .from(feedEvents)
        .where(eq(feedEvents.feedId, feedId))
        .all()
        .map((row) => [row.uid, row]),
    )
    const put = (uid: string, digest: string) => {
      const before = kept.get(uid)
      if (before?.digest === digest) return before
      const row = { digest, sequence: before ? before.sequence + 1 : 0, changedAt: second }
      tx.insert(feedEvents)
        .values({ feedId, uid, ...row })
        .onConflictDoUpdate({ target: [feedEvents.feedId, feedEvents.uid], set: row })
        .run()
      kept.set(uid, { feedId, uid, ...row })
      return row
    }
    const dated = events.map((event): DatedEvent => {
      const { sequence, changedAt } = put(event.uid, digestOf(event))
      return { ...event, sequence, changedAt }
    })
    const here = new Set(events.map(({ uid }) => uid))
    for (const uid of kept.keys()) if (!here.has(uid)) put(uid, '')
    return { events: dated, changedAt: Math.max(0, ...[...kept.values()].map((row) => row.changedAt)) }
  })
}
