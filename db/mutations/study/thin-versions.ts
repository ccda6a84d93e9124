import { and, desc, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { cardFields, type NoteText } from '#lib/notes/note.ts'
import type { Transaction } from '#db/client.ts'
import { noteVersions } from '#db/schema/index.ts'

/** Versions of a note on which somebody types on are this far apart, in milliseconds. */
export const versionGap = 5 * 60_000

/**
 * Lets go of the newest version where the text that is being saved only goes on from it and it stands within five
 * minutes of the one before: an hour of typing leaves some ten versions and not hundreds. A version of which anything is
 * taken away stays, whenever that happens, so that no word is lost.
 */
export function thinVersions(tx: Transaction, viewer: Viewer, readingId: string, text: NoteText, now: number): void {
  const own = and(eq(noteVersions.userId, viewer.id), eq(noteVersions.readingId, readingId))
  const [last, before] = tx
    .select({
      version: noteVersions.version,
      savedAt: noteVersions.savedAt,
      markdown: noteVersions.markdown,
      problem: noteVersions.problem,
      numbers: noteVersions.numbers,
      choice: noteVersions.choice,
      tradeOff: noteVersions.tradeOff,
      useWhen: noteVersions.useWhen,
    })
    .from(noteVersions)
    .where(own)
    .orderBy(desc(noteVersions.version))
    .limit(2)
    .all()
  if (!last || !before) return
  const isClose = now - last.savedAt < versionGap && last.savedAt - before.savedAt < versionGap
  const isKept =
    goesOn(last.markdown, text.markdown) && cardFields.every((field) => goesOn(last[field], text.card[field]))
  if (isClose && isKept)
    tx.delete(noteVersions)
      .where(and(own, eq(noteVersions.version, last.version)))
      .run()
}

/** Whether all of a text is still there, before and after one place at which something was put in. */
export function goesOn(before: string, after: string): boolean {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  return start + end === before.length
}
