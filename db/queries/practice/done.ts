import { and, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { cardFields } from '#lib/notes/note.ts'
import type { Done } from '#lib/questions/coverage.ts'
import { db } from '#db/client.ts'
import { isWritten } from '#db/queries/study/notes.ts'
import { marks, notes } from '#db/schema/index.ts'
import { listScores } from './answers.ts'

/** What the viewer has done for any question: read, noted, put on a card, practised. */
export async function getDone(viewer: Viewer): Promise<Done & { noted: ReadonlySet<string> }> {
  const read = db()
    .select({ id: marks.readingId })
    .from(marks)
    .where(and(eq(marks.userId, viewer.id), eq(marks.status, 'done')))
    .all()
  const columns = Object.fromEntries(cardFields.map((field) => [field, notes[field]])) as Record<
    (typeof cardFields)[number],
    typeof notes.problem
  >
  const written = db()
    .select({ id: notes.readingId, ...columns })
    .from(notes)
    .where(and(eq(notes.userId, viewer.id), isWritten))
    .all()
  return {
    read: new Set(read.map(({ id }) => id)),
    noted: new Set(written.map(({ id }) => id)),
    carded: new Set(written.filter((row) => cardFields.some((field) => row[field].trim() !== '')).map(({ id }) => id)),
    answers: await listScores(viewer),
  }
}
