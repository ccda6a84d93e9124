import { and, eq, gt, lte, max, min, sql, sum } from 'drizzle-orm'
import { db, transaction } from '#db/client.ts'
import { rateLimits } from '#db/schema/index.ts'
import { tooMany } from '#lib/problems.ts'
import { settings } from '#lib/settings.ts'

/** So many tries within any so many seconds. */
export interface RateLimit {
  tries: number
  seconds: number
}

/** The longest window of all: older tries are of no use. */
const longest = 24 * 60 * 60_000

/**
 * Counts a try under `key`. The window slides: what counts are the tries of the last `seconds`, each kept with its time.
 * A try that is refused does not count, so waiting always helps. Tries are rows, so a restart forgets none.
 * @throws Problem 429 with the seconds until the oldest of them no longer counts, when there were too many before.
 */
export async function requireTry(key: string, { tries, seconds }: RateLimit, now: number): Promise<void> {
  if (settings().RATE_LIMITS === 'off') return
  await transaction((tx) => {
    const length = seconds * 1000
    const before = tx
      .select({ tries: sum(rateLimits.count).mapWith(Number), oldest: min(rateLimits.windowStart) })
      .from(rateLimits)
      .where(and(eq(rateLimits.key, key), gt(rateLimits.windowStart, now - length)))
      .get()
    if ((before?.tries ?? 0) >= tries)
      throw tooMany(Math.max(1, Math.ceil(((before?.oldest ?? now) + length - now) / 1000)))
    if (before?.oldest === null)
      tx.delete(rateLimits)
        .where(lte(rateLimits.windowStart, now - longest))
        .run()
    tx.insert(rateLimits)
      .values({ key, windowStart: now, count: 1 })
      .onConflictDoUpdate({
        target: [rateLimits.key, rateLimits.windowStart],
        set: { count: sql`${rateLimits.count} + 1` },
      })
      .run()
  })
}

/** Takes back the latest try under `key`: it ended well, and those before it still count. */
export async function returnTry(key: string): Promise<void> {
  const last = db()
    .select({ at: max(rateLimits.windowStart) })
    .from(rateLimits)
    .where(and(eq(rateLimits.key, key), gt(rateLimits.count, 0)))
  db()
    .update(rateLimits)
    .set({ count: sql`${rateLimits.count} - 1` })
    .where(and(eq(rateLimits.key, key), eq(rateLimits.windowStart, last)))
    .run()
}

/** Forgets the tries under `key`: they ended well. */
export async function removeTries(key: string): Promise<void> {
  db().delete(rateLimits).where(eq(rateLimits.key, key)).run()
}
