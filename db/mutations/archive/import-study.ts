import { putMark } from '#db/mutations/study/marks.ts'
import { eq, sql } from 'drizzle-orm'
import type { StudyData } from '#lib/api/archive-file.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Transaction } from '#db/client.ts'
import {
  answers,
  estimates,
  listEntries,
  lists,
  notes,
  noteVersions,
  opinions,
  quotes,
  readingProgress,
  readThroughs,
  reviews,
  studyEvents,
} from '#db/schema/index.ts'
import { prepared } from '#db/prepared.ts'
import { lastVersion } from '#db/mutations/study/notes.ts'
import { cardName, cardOf, type CardRef } from '#lib/reviews/card.ts'
import type { ReviewGrade } from '#lib/reviews/memory.ts'
import { foldCard } from '#db/mutations/reviews/reviews.ts'
import { forgetPresses, readingSubject } from '#db/mutations/study/presses.ts'

// An archive may hold 200,000 events: a statement that is made anew for each keeps its memory until the commit.
const putEvent = prepared((database) =>
  database
    .insert(studyEvents)
    .values({
      id: sql.placeholder('id'),
      userId: sql.placeholder('userId'),
      kind: sql.placeholder('kind'),
      readingId: sql.placeholder('readingId'),
      itemId: sql.placeholder('itemId'),
      minutes: sql.placeholder('minutes'),
      day: sql.placeholder('day'),
      at: sql.placeholder('at'),
    })
    .onConflictDoUpdate({
      target: studyEvents.id,
      set: {
        kind: sql`excluded.kind`,
        readingId: sql`excluded.reading_id`,
        itemId: sql`excluded.item_id`,
        minutes: sql`excluded.minutes`,
        day: sql`excluded.day`,
        at: sql`excluded.at`,
      },
      setWhere: eq(studyEvents.userId, sql`excluded.user_id`),
    })
    .prepare(),
)

/** Writes the rows that a merge found to be new or newer. */
export function applyStudy(tx: Transaction, viewer: Viewer, changes: StudyData, now: number): void {
  const userId = viewer.id
  for (const row of changes.marks) {
    forgetPresses(tx, viewer, readingSubject(row.readingId))
    putMark().run({ userId, ...row })
  }
  for (const row of changes.events) putEvent().run({ userId, ...row })
  for (const { readingId, ...row } of changes.opinions)
    tx.insert(opinions)
      .values({ userId, readingId, ...row })
      .onConflictDoUpdate({ target: [opinions.userId, opinions.readingId], set: row })
      .run()
  for (const list of changes.lists) applyList(tx, viewer, list)
  for (const answer of changes.answers) applyAnswer(tx, viewer, answer)
  for (const row of changes.readThroughs)
    tx.insert(readThroughs)
      .values({ userId, ...row })
      .onConflictDoUpdate({ target: readThroughs.id, set: row, setWhere: eq(readThroughs.userId, userId) })
      .run()
  for (const { readingId, ...row } of changes.progress)
    tx.insert(readingProgress)
      .values({ userId, readingId, ...row })
      .onConflictDoUpdate({ target: [readingProgress.userId, readingProgress.readingId], set: row })
      .run()
  for (const row of changes.quotes)
    tx.insert(quotes)
      .values({ userId: viewer.id, ...row })
      .onConflictDoUpdate({ target: quotes.id, set: row, setWhere: eq(quotes.userId, viewer.id) })
      .run()
  applyReviews(tx, viewer, changes.reviews, now)
  for (const { id, ...row } of changes.estimates)
    tx.insert(estimates)
      .values({ id, ...row, userId })
      .onConflictDoUpdate({ target: estimates.id, set: row, setWhere: eq(estimates.userId, userId) })
      .run()
  applyNotes(tx, viewer, changes)
}

function applyList(tx: Transaction, viewer: Viewer, { id, entries, ...row }: StudyData['lists'][number]): void {
  tx.insert(lists)
    .values({ id, userId: viewer.id, ...row })
    .onConflictDoUpdate({ target: lists.id, set: row, setWhere: eq(lists.userId, viewer.id) })
    .run()
  tx.delete(listEntries).where(eq(listEntries.listId, id)).run()
  for (const [position, { readingId, addedAt }] of entries.entries())
    tx.insert(listEntries).values({ listId: id, readingId, position, addedAt }).onConflictDoNothing().run()
}

/** The version goes up, so that a device that has the older text open is told. */
function applyAnswer(tx: Transaction, viewer: Viewer, row: StudyData['answers'][number]): void {
  tx.insert(answers)
    .values({ ...row, userId: viewer.id, version: 1 })
    .onConflictDoUpdate({
      target: answers.id,
      set: { ...row, version: sql`${answers.version} + 1` },
      setWhere: eq(answers.userId, viewer.id),
    })
    .run()
}

function applyReviews(tx: Transaction, viewer: Viewer, rows: StudyData['reviews'], now: number): void {
  const cards = new Map<string, CardRef>()
  for (const { id, readingId, point, at, ...rest } of rows) {
    const card = cardOf(cardName({ readingId, point }))
    if (!card) continue
    const row = { ...card, ...rest, grade: rest.grade as ReviewGrade, at: Math.min(at, now) }
    tx.insert(reviews)
      .values({ ...row, id, userId: viewer.id })
      .onConflictDoUpdate({ target: reviews.id, set: row, setWhere: eq(reviews.userId, viewer.id) })
      .run()
    cards.set(cardName(card), card)
  }
  for (const card of cards.values()) foldCard(tx, viewer, card, now)
}

/** Versions first, in their order, and the note itself as the last of them: numbers only ever go up. */
function applyNotes(tx: Transaction, viewer: Viewer, changes: StudyData): void {
  const numbers = new Map<string, number>()
  const next = (readingId: string) => {
    const number = (numbers.get(readingId) ?? lastVersion(tx, viewer, readingId)) + 1
    numbers.set(readingId, number)
    return number
  }
  const addVersion = ({ readingId, markdown, card, savedAt }: StudyData['versions'][number]) => {
    const version = next(readingId)
    tx.insert(noteVersions)
      .values({ userId: viewer.id, readingId, version, markdown, ...card, savedAt })
      .run()
    return version
  }
  for (const version of changes.versions.toSorted((a, b) => a.savedAt - b.savedAt)) addVersion(version)
  for (const { readingId, markdown, card, createdAt, updatedAt } of changes.notes) {
    const version = addVersion({ readingId, markdown, card, savedAt: updatedAt })
    const row = { markdown, ...card, version, updatedAt }
    tx.insert(notes)
      .values({ userId: viewer.id, readingId, ...row, createdAt })
      .onConflictDoUpdate({ target: [notes.userId, notes.readingId], set: row })
      .run()
  }
}
