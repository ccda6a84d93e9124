import { and, eq, lt, max, sql } from 'drizzle-orm'
import { db } from '#db/client.ts'
import { rateLimits } from '#db/schema/index.ts'
import { tooMany } from '#lib/problems.ts'
import { settings } from '#lib/settings.ts'

/** So many tries in a window of so many seconds. */
export interface RateLimit {
  tries: number
  seconds: number
}

/** The longest window of all: older counters are of no use. */
const longest = 24 * 60 * 60_000

/**
 * Counts a try under `key` in the fixed window that `now` falls in. The counters are rows, so a restart forgets none.
 * @throws Problem 429 with the seconds until the window ends, when there were too many before.
 */
export async function requireTry(key: string, { tries, seconds }: RateLimit, now: number): Promise<void> {
  if (settings().RATE_LIMITS === 'off') return
  const length = seconds * 1000
  const windowStart = Math.floor(now / length) * length
  const row = db()
    .insert(rateLimits)
    .values({ key, windowStart, count: 1 })
    .onConflictDoUpdate({
      target: [rateLimits.key, rateLimits.windowStart],
      set: { count: sql`${rateLimits.count} + 1` },
    })
    .returning({ count: rateLimits.count })
    .get()
  if (row.count === 1)
    db()
      .delete(rateLimits)
      .where(lt(rateLimits.windowStart, now - longest))
      .run()
  if (row.count > tries) throw tooMany(Math.ceil((windowStart + length - now) / 1000))
}

/** Takes back the latest try under `key`: it ended well, and those before it still count. */
export async function returnTry(key: string): Promise<void> {
  db()
    .update(rateLimits)
    .set({ count: sql`${rateLimits.count} - 1` })
    .where(
      and(
        eq(rateLimits.key, key),
        eq(
          rateLimits.windowStart,
          db()
            .select({ last: max(rateLimits.windowStart) })
            .from(rateLimits)
            .where(eq(rateLimits.key, key)),
        ),
      ),
    )
    .run()
}

/** Forgets the tries under `key`: they ended well. */
export async function removeTries(key: string): Promise<void> {
  db().delete(rateLimits).where(eq(rateLimits.key, key)).run()
}
