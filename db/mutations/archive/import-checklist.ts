import { and, eq } from 'drizzle-orm'
import { matchChecklist, readChecklist } from '#lib/archive/checklist.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { transaction } from '#db/client.ts'
import { listings, marks, readings } from '#db/schema/index.ts'
import type { ChecklistReport } from '#lib/api/archive.ts'
import { forgetPresses, readingSubject } from '#db/mutations/study/presses.ts'

/**
 * Marks done what is ticked in a Markdown checklist. It is of the past: no minutes count for today.
 * @param apply false: nothing is written.
 * @param now milliseconds, UTC.
 */
export async function importChecklist(
  viewer: Viewer,
  markdown: string,
  apply: boolean,
  now: number,
): Promise<ChecklistReport> {
  const lines = readChecklist(markdown)
  return transaction((tx): ChecklistReport => {
    const titles = Map.groupBy(
      tx.select({ id: listings.readingId, title: listings.title }).from(listings).all(),
      (listing) => listing.id,
    )
    const known = tx
      .select({ id: readings.id, title: readings.title, url: readings.url, formerUrls: readings.formerUrls })
      .from(readings)
      .all()
    const match = matchChecklist(
      lines,
      known.map(({ id, title, url, formerUrls }) => ({
        id,
        urls: [url, ...formerUrls],
        titles: [title, ...(titles.get(id) ?? []).map((listing) => listing.title)],
      })),
    )
    const done = new Set(
      tx
        .select({ id: marks.readingId })
        .from(marks)
        .where(and(eq(marks.userId, viewer.id), eq(marks.status, 'done')))
        .all()
        .map((mark) => mark.id),
    )
    const titleOf = new Map(known.map(({ id, title }) => [id, title]))
    const added = match.ticked.filter((id) => !done.has(id))
    const row = { status: 'done' as const, minutesSpent: null, updatedAt: now }
    if (apply)
      for (const readingId of added) {
        forgetPresses(tx, viewer, readingSubject(readingId))
        tx.insert(marks)
          .values({ userId: viewer.id, readingId, ...row })
          .onConflictDoUpdate({ target: [marks.userId, marks.readingId], set: row })
          .run()
      }
    return {
      lines: match.lines,
      added: added.map((id) => ({ id, title: titleOf.get(id) ?? id })),
      already: match.ticked.length - added.length,
      unknown: match.unknown.map(({ line, title, url }) => ({ line, title, url })),
      isApplied: apply,
    }
  })
}
