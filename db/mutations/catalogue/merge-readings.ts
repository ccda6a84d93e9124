import { and, eq, getTableColumns, inArray, is, sql } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { joinNotes } from '#lib/notes/join-notes.ts'
import { cardFields } from '#lib/notes/note.ts'
import type { Transaction } from '#db/client.ts'
import { readingSubject } from '#db/mutations/study/presses.ts'
import * as schema from '#db/schema/index.ts'

const { marks, mergedReadings, notes, noteVersions, opinions, plans, presses, allReadings, studyEvents } = schema

/** The catalogue's own facts of a reading, which go with it; its history keeps the id that it was written under. */
const catalogueTables = new Set([
  'listings',
  'readingPeople',
  'readingTechnologies',
  'linkChecks',
  'catalogueChangeEntries',
  'mergedReadings',
] as const satisfies readonly (keyof typeof schema)[])

/** All tables in which a row of somebody's hangs on a reading. */
export const tablesOnReadings = Object.entries(schema).flatMap(([name, table]) =>
  is(table, SQLiteTable) && 'readingId' in getTableColumns(table) && !catalogueTables.has(name as never) ? [table] : [],
)

/**
 * Makes one reading of two: all that hangs on `from` moves to `to`, and `from` leads there for ever. Where a person has
 * something on both, the mark that is further along stands, the later opinion, and a note that holds the words of both.
 * Does nothing but remember the id where `from` is not there.
 * @param now milliseconds, UTC.
 */
export function mergeReadings(tx: Transaction, from: string, to: string, now: number): void {
  tx.update(mergedReadings).set({ readingId: to }).where(eq(mergedReadings.readingId, from)).run()
  const row = { id: from, readingId: to }
  tx.insert(mergedReadings).values(row).onConflictDoUpdate({ target: mergedReadings.id, set: row }).run()
  if (!tx.select({ id: allReadings.id }).from(allReadings).where(eq(allReadings.id, from)).get()) return
  mergeMarks(tx, from, to)
  mergeOpinions(tx, from, to)
  mergeNotes(tx, from, to, now)
  renameEvents(tx, from, to)
  // How the mark stands is worked out from presses: from here on, from the mark that it has become.
  tx.delete(presses)
    .where(inArray(presses.subject, [readingSubject(from), readingSubject(to)]))
    .run()
  for (const table of tablesOnReadings) moveRows(tx, table, from, to)
  const [was, is] = [`"readingId":${JSON.stringify(from)}`, `"readingId":${JSON.stringify(to)}`]
  tx.update(plans)
    .set({ originSnapshot: sql`replace(${plans.originSnapshot}, ${was}, ${is})` })
    .where(sql`instr(${plans.originSnapshot}, ${was}) > 0`)
    .run()
  tx.delete(allReadings).where(eq(allReadings.id, from)).run()
}

/** Moves a table's rows; those that would stand twice (both readings on one list) go. */
function moveRows(tx: Transaction, table: SQLiteTable, from: string, to: string): void {
  const name = sql.identifier(getTableConfig(table).name)
  tx.run(sql`update or ignore ${name} set reading_id = ${to} where reading_id = ${from}`)
  tx.run(sql`delete from ${name} where reading_id = ${from}`)
}

/** A study event's id names the reading, so that one day counts once; two events of one day both stay. */
function renameEvents(tx: Transaction, from: string, to: string): void {
  tx.run(sql`update or ignore ${studyEvents} set id = replace(id, ${`:${from}:`}, ${`:${to}:`})
    where reading_id = ${from}`)
}

const furthest = ['skipped', 'queued', 'reading', 'done']

function mergeMarks(tx: Transaction, from: string, to: string): void {
  for (const mark of tx.select().from(marks).where(eq(marks.readingId, from)).all()) {
    const own = and(eq(marks.userId, mark.userId), eq(marks.readingId, to))
    const other = tx.select().from(marks).where(own).get()
    if (!other) continue
    const [best, less] = furthest.indexOf(mark.status) > furthest.indexOf(other.status) ? [mark, other] : [other, mark]
    const { status, updatedAt } = best
    const minutesSpent = best.minutesSpent ?? less.minutesSpent
    tx.update(marks).set({ status, updatedAt, minutesSpent }).where(own).run()
  }
}

function mergeOpinions(tx: Transaction, from: string, to: string): void {
  for (const { userId, ...opinion } of tx.select().from(opinions).where(eq(opinions.readingId, from)).all()) {
    const own = and(eq(opinions.userId, userId), eq(opinions.readingId, to))
    const other = tx.select().from(opinions).where(own).get()
    if (!other) continue
    const [late, early] = opinion.updatedAt > other.updatedAt ? [opinion, other] : [other, opinion]
    const favourite = opinion.favourite || other.favourite
    tx.update(opinions)
      .set({ favourite, rating: late.rating ?? early.rating, updatedAt: late.updatedAt })
      .where(own)
      .run()
  }
}

function mergeNotes(tx: Transaction, from: string, to: string, now: number): void {
  for (const note of tx.select().from(notes).where(eq(notes.readingId, from)).all()) {
    const { userId } = note
    const own = and(eq(notes.userId, userId), eq(notes.readingId, to))
    const other = tx.select().from(notes).where(own).get()
    if (!other) continue
    // The versions of both stay readable: those of the one that moves come after the other's.
    tx.update(noteVersions)
      .set({ version: sql`${noteVersions.version} + ${other.version}` })
      .where(and(eq(noteVersions.userId, userId), eq(noteVersions.readingId, from)))
      .run()
    const { markdown, card } = joinNotes(textOf(other), textOf(note))
    const version = other.version + note.version + 1
    const row = { markdown, ...card, version }
    tx.update(notes)
      .set({ ...row, updatedAt: now })
      .where(own)
      .run()
    tx.insert(noteVersions)
      .values({ ...row, userId, readingId: to, savedAt: now })
      .run()
  }
}

function textOf(row: typeof notes.$inferSelect) {
  const card = Object.fromEntries(cardFields.map((field) => [field, row[field]])) as Record<
    (typeof cardFields)[number],
    string
  >
  return { markdown: row.markdown, card }
}
