import { and, desc, eq, ne, or } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Note, NoteText } from '#lib/notes/note.ts'
import { db } from '#db/client.ts'
import { notes, noteVersions } from '#db/schema/index.ts'
import type { NoteVersionLine } from '#lib/api/notes.ts'

const cardColumns = <T extends typeof notes | typeof noteVersions>(table: T) => ({
  problem: table.problem,
  numbers: table.numbers,
  choice: table.choice,
  tradeOff: table.tradeOff,
  useWhen: table.useWhen,
})

const noteColumns = {
  readingId: notes.readingId,
  markdown: notes.markdown,
  card: cardColumns(notes),
  version: notes.version,
  updatedAt: notes.updatedAt,
}

/** Holds a word, in the text or on the card. */
export const isWritten = or(...[notes.markdown, ...Object.values(cardColumns(notes))].map((column) => ne(column, '')))

/** The viewer's note on a reading, or null. */
export async function getNote(viewer: Viewer, readingId: string): Promise<Note | null> {
  const row = db()
    .select(noteColumns)
    .from(notes)
    .where(and(eq(notes.userId, viewer.id), eq(notes.readingId, readingId)))
    .get()
  return row ?? null
}

/** All of the viewer's notes that hold a word, the last written first. */
export async function listNotes(viewer: Viewer): Promise<Note[]> {
  return db()
    .select(noteColumns)
    .from(notes)
    .where(and(eq(notes.userId, viewer.id), isWritten))
    .orderBy(desc(notes.updatedAt))
    .all()
}

/** The versions of the viewer's note that are kept, the newest first. Empty for a note that never was. */
export async function listNoteVersions(viewer: Viewer, readingId: string): Promise<NoteVersionLine[]> {
  const rows = db()
    .select({
      version: noteVersions.version,
      savedAt: noteVersions.savedAt,
      markdown: noteVersions.markdown,
      card: cardColumns(noteVersions),
    })
    .from(noteVersions)
    .where(and(eq(noteVersions.userId, viewer.id), eq(noteVersions.readingId, readingId)))
    .orderBy(desc(noteVersions.savedAt), desc(noteVersions.version))
    .all()
  return rows.map(({ version, savedAt, markdown, card }) => ({
    version,
    savedAt,
    length: markdown.length + Object.values(card).join('').length,
  }))
}

/** One saved version of the viewer's note, or null. */
export async function getNoteVersion(
  viewer: Viewer,
  readingId: string,
  version: number,
): Promise<(NoteText & { version: number; savedAt: number }) | null> {
  const row = db()
    .select({
      version: noteVersions.version,
      savedAt: noteVersions.savedAt,
      markdown: noteVersions.markdown,
      card: cardColumns(noteVersions),
    })
    .from(noteVersions)
    .where(
      and(eq(noteVersions.userId, viewer.id), eq(noteVersions.readingId, readingId), eq(noteVersions.version, version)),
    )
    .get()
  return row ?? null
}
