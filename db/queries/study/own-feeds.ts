import { and, count, desc, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm'
import type { OwnFeed } from '#lib/api/feeds.ts'
import { hashToken } from '#lib/auth/token.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { BadgeCounts } from '#lib/feeds/badge.ts'
import { type OwnFeedKind, ownFeedKinds } from '#lib/feeds/own-feed.ts'
import { db } from '#db/client.ts'
import { feeds, marks, notes, readings, users } from '#db/schema/index.ts'

const month = 30 * 24 * 60 * 60_000

/** Which secret addresses of this kind the viewer has, and since when. */
export async function listOwnFeeds(viewer: Viewer): Promise<OwnFeed[]> {
  return db()
    .select({ kind: feeds.kind, createdAt: feeds.createdAt })
    .from(feeds)
    .where(and(eq(feeds.userId, viewer.id), inArray(feeds.kind, [...ownFeedKinds]), isNull(feeds.planId)))
    .all() as OwnFeed[]
}

/** Whose secret address this is, and since when; null for none, and for an account that is shut. */
function ownerOf(token: string, kind: OwnFeedKind): { userId: string; createdAt: number } | null {
  return (
    db()
      .select({ userId: feeds.userId, createdAt: feeds.createdAt })
      .from(feeds)
      .innerJoin(users, and(eq(users.id, feeds.userId), isNull(users.disabledAt)))
      .where(and(eq(feeds.tokenHash, hashToken(token)), eq(feeds.kind, kind)))
      .get() ?? null
  )
}

/** The readings of the catalogue that the owner of a secret address did last, or null. Nothing of notes or plans. */
export async function getDoneByToken(token: string) {
  const owner = ownerOf(token, 'done')
  if (!owner) return null
  const entries = db()
    .select({ id: readings.id, title: readings.fullTitle, at: marks.updatedAt })
    .from(marks)
    .innerJoin(readings, eq(readings.id, marks.readingId))
    .where(and(eq(marks.userId, owner.userId), eq(marks.status, 'done')))
    .orderBy(desc(marks.updatedAt))
    .limit(100)
    .all()
    // What a person added themselves is theirs alone.
    .filter(({ id }) => !id.startsWith('own-'))
    .slice(0, 50)
  return { createdAt: owner.createdAt, entries }
}

/** The counts of the owner of a secret address, or null. `now` in milliseconds. */
export async function getBadgeByToken(token: string, now: number): Promise<BadgeCounts | null> {
  const owner = ownerOf(token, 'badge')
  if (!owner) return null
  const done = and(eq(marks.userId, owner.userId), eq(marks.status, 'done'))
  const countMarks = (where: typeof done) => db().select({ n: count() }).from(marks).where(where).get()?.n ?? 0
  const filled = or(
    ...[notes.problem, notes.numbers, notes.choice, notes.tradeOff, notes.useWhen].map((field) => ne(field, '')),
  )
  const cards = db()
    .select({ n: count() })
    .from(notes)
    .where(and(eq(notes.userId, owner.userId), filled))
    .get()
  return {
    done: countMarks(done),
    lately: countMarks(and(done, gt(marks.updatedAt, now - month))),
    cards: cards?.n ?? 0,
  }
}
