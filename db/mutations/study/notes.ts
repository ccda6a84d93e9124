import { and, eq, exists, gt, lt, max, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Viewer } from '#lib/auth/viewer.ts'
import { blankNote, cardFields, emptyCard, isBlank, isSameText, type Note, type NoteText } from '#lib/notes/note.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { conflict } from '#lib/problems.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { requireReading } from '#db/queries/own/visible.ts'
import { requireRoom } from '#db/queries/accounts/person-bytes.ts'
import { thinVersions } from './thin-versions.ts'
import { notes, noteShares, noteVersions, studyEvents } from '#db/schema/index.ts'

/** How long a version that was written over is kept, in milliseconds. */
export const versionLife = 30 * 24 * 3600 * 1000

/** What a note is set to; `version` is the one it was written on, 0 for none. */
export type NoteInput = NoteText & { version: number }

/**
 * Sets the viewer's note on a reading. Each save is kept as a version,
 * those of somebody who types on a few minutes apart. Sending the same again, because its answer was
 * lost, changes nothing.
 * @param now milliseconds, UTC.
 * @throws Problem 404 for a reading that is not there; 409 with the current note when it is not the one that
 * `version` names.
 */
export async function setNote(viewer: Viewer, readingId: string, input: NoteInput, now: number): Promise<Note> {
  return transaction((tx) => {
    requireReading(tx, viewer, readingId)
    const text: NoteText = { markdown: input.markdown, card: input.card }
    const current = currentNote(tx, viewer, readingId)
    if (current.version > 0 && isSameText(current, text)) return current
    if (current.version !== input.version)
      throw conflict('This note was changed elsewhere since you opened it.', current)
    if (current.version === 0 && isBlank(text)) return current
    return saveNote(tx, viewer, text, current, now)
  })
}

/**
 * Deletes the viewer's note on a reading, and shares it with no plan any more; does nothing where there is none. Its
 * versions stay, so that it can be restored.
 * @param now milliseconds, UTC.
 */
export async function removeNote(viewer: Viewer, readingId: string, now: number): Promise<void> {
  await transaction((tx) => {
    const current = currentNote(tx, viewer, readingId)
    if (current.version === 0) return
    tx.delete(notes).where(ownNote(viewer, readingId)).run()
    // A new note on the reading is not what was shared.
    tx.delete(noteShares)
      .where(and(eq(noteShares.userId, viewer.id), eq(noteShares.readingId, readingId)))
      .run()
    // An empty version ends the history: numbers go on from it, so that no device takes a new note for an old one.
    addVersion(
      tx,
      viewer,
      readingId,
      { markdown: '', card: emptyCard, version: lastVersion(tx, viewer, readingId) + 1 },
      now,
    )
  })
}

function ownNote(viewer: Viewer, readingId: string) {
  return and(eq(notes.userId, viewer.id), eq(notes.readingId, readingId))
}

function currentNote(tx: Transaction, viewer: Viewer, readingId: string): Note {
  const row = tx.select().from(notes).where(ownNote(viewer, readingId)).get()
  if (!row) return blankNote(readingId)
  const { markdown, version, updatedAt, problem, numbers, choice, tradeOff, useWhen } = row
  return { readingId, markdown, card: { problem, numbers, choice, tradeOff, useWhen }, version, updatedAt }
}

function saveNote(tx: Transaction, viewer: Viewer, text: NoteText, current: Note, now: number): Note {
  const { readingId } = current
  const growth = sizeOf(text) - sizeOf(current)
  if (growth > 0) requireRoom(viewer, sizeOf(text) + growth, now)
  // Counted from the versions: an import may have put some beside the note.
  const version = lastVersion(tx, viewer, readingId) + 1
  const row = { markdown: text.markdown, ...text.card, version, updatedAt: now }
  tx.insert(notes)
    .values({ userId: viewer.id, readingId, ...row, createdAt: now })
    .onConflictDoUpdate({ target: [notes.userId, notes.readingId], set: row })
    .run()
  thinVersions(tx, viewer, readingId, text, now)
  addVersion(tx, viewer, readingId, { ...text, version }, now)
  recordWriting(tx, viewer, readingId, now)
  return { ...text, readingId, version, updatedAt: now }
}

/** Bytes of a note's words. */
function sizeOf({ markdown, card }: NoteText): number {
  return Buffer.byteLength(markdown + cardFields.map((field) => card[field]).join(''))
}

/** The highest number among a note's versions; 0 for none. */
export function lastVersion(tx: Transaction, viewer: Viewer, readingId: string): number {
  const row = tx
    .select({ last: max(noteVersions.version) })
    .from(noteVersions)
    .where(and(eq(noteVersions.userId, viewer.id), eq(noteVersions.readingId, readingId)))
    .get()
  return row?.last ?? 0
}

function addVersion(
  tx: Transaction,
  viewer: Viewer,
  readingId: string,
  { version, markdown, card }: NoteInput,
  now: number,
): void {
  tx.insert(noteVersions)
    .values({ userId: viewer.id, readingId, version, markdown, ...card, savedAt: now })
    .run()
  removeOldVersions(tx, viewer, now)
}

/** A version goes 30 days after it was written over; the newest of each note stays. */
function removeOldVersions(tx: Transaction, viewer: Viewer, now: number): void {
  const newer = alias(noteVersions, 'newer')
  tx.delete(noteVersions)
    .where(
      and(
        eq(noteVersions.userId, viewer.id),
        lt(noteVersions.savedAt, now - versionLife),
        exists(
          tx
            .select({ one: sql`1` })
            .from(newer)
            .where(
              and(
                eq(newer.userId, noteVersions.userId),
                eq(newer.readingId, noteVersions.readingId),
                or(
                  gt(newer.savedAt, noteVersions.savedAt),
                  and(eq(newer.savedAt, noteVersions.savedAt), gt(newer.version, noteVersions.version)),
                ),
                lt(newer.savedAt, now - versionLife),
              ),
            ),
        ),
      ),
    )
    .run()
}

/** Writing counts as study, once a reading and day; its minutes are not known. */
function recordWriting(tx: Transaction, viewer: Viewer, readingId: string, now: number): void {
  const day = studyDayOf(viewer, now)
  tx.insert(studyEvents)
    .values({
      id: `${viewer.id}:note:${readingId}:${day}`,
      userId: viewer.id,
      kind: 'note',
      readingId,
      minutes: 0,
      day,
      at: now,
    })
    .onConflictDoNothing()
    .run()
}
