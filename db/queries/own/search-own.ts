import { desc, eq } from 'drizzle-orm'
import { addressKey } from '#lib/addresses/same-address.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { fold, wordKey } from '#lib/words/same-word.ts'
import { db } from '#db/client.ts'
import { allReadings } from '#db/schema/index.ts'

/**
 * Finds the viewer's own readings whose title, author or address holds all words of `q`, or that stand at the address
 * that `q` is; the last added first.
 */
export async function searchOwn(viewer: Viewer, q: string, limit: number): Promise<{ ids: string[]; total: number }> {
  const words = [...new Set(fold(q).split(/\s+/).filter(Boolean))].slice(0, 24)
  if (words.length === 0) return { ids: [], total: 0 }
  const key = addressKey(q)
  const rows = db()
    .select({ id: allReadings.id, title: allReadings.title, byline: allReadings.byline, url: allReadings.url })
    .from(allReadings)
    .where(eq(allReadings.ownerId, viewer.id))
    .orderBy(desc(allReadings.ownAddedAt))
    .all()
  const found = rows.filter(({ title, byline, url }) => {
    if (key !== null && url !== '' && addressKey(url) === key) return true
    const text = fold(`${title} ${byline} ${url}`)
    const joined = wordKey(text)
    return words.every((word) => text.includes(word) || (wordKey(word) !== '' && joined.includes(wordKey(word))))
  })
  return { ids: found.slice(0, limit).map(({ id }) => id), total: found.length }
}
