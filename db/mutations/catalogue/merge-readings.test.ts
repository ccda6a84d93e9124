import { getTableColumns, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client.ts'
import { getMergedInto } from '#db/queries/catalogue/merged-readings.ts'
import * as schema from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { setMark } from '#db/mutations/study/marks.ts'
import { setNote } from '#db/mutations/study/notes.ts'
import { emptyCard } from '#lib/notes/note.ts'
import { mergeReadings, tablesOnReadings } from './merge-readings.ts'

const now = Date.UTC(2026, 10, 2, 12)
const { marks, notes, noteVersions, readings, studyEvents } = schema
const merge = (from: string, to: string) => transaction((tx) => mergeReadings(tx, from, to, now))

beforeEach(async () => {
  await freshDatabase()
  createReadings(['part', 'whole', 'other'])
})

describe('two readings that turn out to be one work', () => {
  it('lead to one for ever, even when that one is merged again', async () => {
    await merge('part', 'whole')
    expect(await getMergedInto('part')).toBe('whole')
    await merge('whole', 'other')
    expect(await getMergedInto('part')).toBe('other')
    expect(await getMergedInto('whole')).toBe('other')
    expect(await getMergedInto('other')).toBeNull()
    expect(
      db()
        .select()
        .from(readings)
        .all()
        .map((row) => row.id),
    ).toEqual(['other'])
  })

  it('take a mark, a note and a day of study along', async () => {
    const { viewer: ada } = await createPerson()
    await setMark(ada, 'part', { status: 'done', minutesSpent: 20 }, now)
    await setNote(ada, 'part', { markdown: 'In parts', card: emptyCard, version: 0 }, now)
    await merge('part', 'whole')
    expect(db().select().from(marks).all()).toMatchObject([{ readingId: 'whole', status: 'done', minutesSpent: 20 }])
    expect(db().select().from(notes).all()).toMatchObject([{ readingId: 'whole', markdown: 'In parts' }])
    for (const event of db().select().from(studyEvents).all()) expect(event.readingId).toBe('whole')
  })

  it('keep the mark that is further along, and the words of both notes', async () => {
    const { viewer: ada } = await createPerson()
    await setMark(ada, 'part', { status: 'done' }, now)
    await setMark(ada, 'whole', { status: 'queued' }, now + 1)
    await setNote(ada, 'part', { markdown: 'Of part 2', card: { ...emptyCard, problem: 'Slow' }, version: 0 }, now)
    await setNote(ada, 'whole', { markdown: 'Of the series', card: { ...emptyCard, choice: 'Split' }, version: 0 }, now)
    await merge('part', 'whole')
    expect(db().select().from(marks).all()).toMatchObject([{ readingId: 'whole', status: 'done' }])
    expect(db().select().from(notes).all()).toMatchObject([
      { readingId: 'whole', markdown: 'Of the series\n\nOf part 2', problem: 'Slow', choice: 'Split' },
    ])
    const versions = db().select().from(noteVersions).orderBy(noteVersions.version).all()
    expect(versions.map((version) => version.markdown)).toEqual([
      'Of the series',
      'Of part 2',
      'Of the series\n\nOf part 2',
    ])
    expect(db().select().from(notes).get()?.version).toBe(versions.at(-1)?.version)
  })

  it('leave everybody else’s marks where they were', async () => {
    const [ada, bo] = [(await createPerson()).viewer, (await createPerson()).viewer]
    await setMark(ada, 'part', { status: 'reading' }, now)
    await setMark(bo, 'other', { status: 'done' }, now)
    await merge('part', 'whole')
    const rows = db().select({ who: marks.userId, what: marks.readingId }).from(marks).all()
    expect(rows.toSorted((a, b) => a.what.localeCompare(b.what))).toEqual([
      { who: bo.id, what: 'other' },
      { who: ada.id, what: 'whole' },
    ])
  })

  it('leave no row behind in any table that knows a reading', async () => {
    await merge('part', 'whole')
    const knowing = Object.values(schema).flatMap((table) =>
      is(table, SQLiteTable) && 'readingId' in getTableColumns(table) ? [table] : [],
    )
    expect(tablesOnReadings.length).toBeGreaterThanOrEqual(8)
    for (const table of knowing.filter((one) => one !== schema.catalogueChangeEntries)) {
      const rows = db().select().from(table).all() as { readingId: string | null }[]
      expect(rows.filter((row) => row.readingId === 'part')).toEqual([])
    }
  })
})
