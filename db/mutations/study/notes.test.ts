import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import { emptyCard, type NoteText } from '#lib/notes/note.ts'
import { Problem } from '#lib/problems.ts'
import { db } from '#db/client.ts'
import { getNote, getNoteVersion, listNotes, listNoteVersions } from '#db/queries/study/notes.ts'
import { studyEvents } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { removeNote, setNote, versionLife } from './notes.ts'

const now = Date.UTC(2026, 2, 2, 12)
const day = 24 * 3600 * 1000
const note = (markdown: string, card: Partial<NoteText['card']> = {}): NoteText => ({
  markdown,
  card: { ...emptyCard, ...card },
})

let ada: Viewer
let eve: Viewer
beforeEach(async () => {
  await freshDatabase()
  ada = (await createPerson()).viewer
  eve = (await createPerson()).viewer
  createReadings(['caching', 'queues'])
})

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as Problem,
  )

describe('a note', () => {
  it('is found again as it was saved, and counts its versions', async () => {
    await setNote(ada, 'caching', { ...note('one', { choice: 'LRU' }), version: 0 }, now)
    await setNote(ada, 'caching', { ...note('two', { choice: 'LRU' }), version: 1 }, now + 1)
    expect(await getNote(ada, 'caching')).toEqual({
      ...note('two', { choice: 'LRU' }),
      readingId: 'caching',
      version: 2,
      updatedAt: now + 1,
    })
    expect(await listNotes(ada)).toHaveLength(1)
  })

  it('is nobody else’s: a stranger finds none, and cannot overwrite or delete it', async () => {
    await setNote(ada, 'caching', { ...note('mine'), version: 0 }, now)
    expect(await getNote(eve, 'caching')).toBeNull()
    expect(await listNotes(eve)).toEqual([])
    expect(await listNoteVersions(eve, 'caching')).toEqual([])
    expect(await getNoteVersion(eve, 'caching', 1)).toBeNull()
    await setNote(eve, 'caching', { ...note('hers'), version: 0 }, now)
    await removeNote(eve, 'caching', now)
    expect((await getNote(ada, 'caching'))?.markdown).toBe('mine')
    expect(await setNote(ada, 'caching', { ...note('still mine'), version: 1 }, now)).toMatchObject({ version: 2 })
  })

  it('cannot be written on a reading that is not there', async () => {
    expect(await problemOf(setNote(ada, 'nowhere', { ...note('a'), version: 0 }, now))).toMatchObject({ status: 404 })
  })

  it('that is empty is not kept before a word is written', async () => {
    expect(await setNote(ada, 'caching', { ...note(' '), version: 0 }, now)).toMatchObject({ version: 0 })
    expect(await getNote(ada, 'caching')).toBeNull()
  })

  it('counts as study on the day it was written, once', async () => {
    await setNote(ada, 'caching', { ...note('one'), version: 0 }, now)
    await setNote(ada, 'caching', { ...note('two'), version: 1 }, now + 1)
    expect(db().select().from(studyEvents).where(eq(studyEvents.userId, ada.id)).all()).toMatchObject([
      { kind: 'note', readingId: 'caching', day: '2026-03-02', minutes: 0 },
    ])
  })
})

describe('a note that two devices write', () => {
  it('refuses the one that began from an older version, and gives it the newer', async () => {
    await setNote(ada, 'caching', { ...note('base'), version: 0 }, now)
    await setNote(ada, 'caching', { ...note('from the phone'), version: 1 }, now + 1)
    const problem = await problemOf(setNote(ada, 'caching', { ...note('from the laptop'), version: 1 }, now + 2))
    expect(problem).toMatchObject({ status: 409, extra: { current: { markdown: 'from the phone', version: 2 } } })
    expect((await getNote(ada, 'caching'))?.markdown).toBe('from the phone')
  })

  it('takes a save again whose answer was lost, and counts it once', async () => {
    const input = { ...note('one'), version: 0 }
    const first = await setNote(ada, 'caching', input, now)
    expect(await setNote(ada, 'caching', input, now + 5)).toEqual(first)
    expect(await listNoteVersions(ada, 'caching')).toHaveLength(1)
  })

  it('is not made anew by a device that still holds a deleted one', async () => {
    await setNote(ada, 'caching', { ...note('one'), version: 0 }, now)
    await removeNote(ada, 'caching', now + 1)
    const stale = await problemOf(setNote(ada, 'caching', { ...note('one two'), version: 1 }, now + 2))
    expect(stale).toMatchObject({ status: 409, extra: { current: { version: 0, markdown: '' } } })
    expect(await setNote(ada, 'caching', { ...note('new'), version: 0 }, now + 3)).toMatchObject({ version: 3 })
    expect(await problemOf(setNote(ada, 'caching', { ...note('x'), version: 1 }, now + 4))).toMatchObject({
      status: 409,
    })
  })
})

describe('the history of a note', () => {
  it('has every saved version, the newest first, and a deletion too', async () => {
    await setNote(ada, 'caching', { ...note('one'), version: 0 }, now)
    await setNote(ada, 'caching', { ...note('one two', { choice: 'LRU' }), version: 1 }, now + 1)
    await removeNote(ada, 'caching', now + 2)
    await removeNote(ada, 'caching', now + 3)
    expect(await listNoteVersions(ada, 'caching')).toEqual([
      { version: 3, savedAt: now + 2, length: 0 },
      { version: 2, savedAt: now + 1, length: 10 },
      { version: 1, savedAt: now, length: 3 },
    ])
    expect(await getNoteVersion(ada, 'caching', 2)).toEqual({
      ...note('one two', { choice: 'LRU' }),
      version: 2,
      savedAt: now + 1,
    })
  })

  it('keeps what was written over for 30 days, and no longer', async () => {
    const versions = async () => (await listNoteVersions(ada, 'caching')).map((line) => line.version)
    await setNote(ada, 'caching', { ...note('long ago'), version: 0 }, now)
    await setNote(ada, 'caching', { ...note('after a year'), version: 1 }, now + 365 * day)
    expect(await versions()).toEqual([2, 1])
    await setNote(ada, 'queues', { ...note('29 days on'), version: 0 }, now + 394 * day)
    expect(await versions()).toEqual([2, 1])
    await setNote(ada, 'queues', { ...note('later'), version: 1 }, now + 365 * day + versionLife + 1)
    expect(await versions()).toEqual([2])
    expect((await getNote(ada, 'caching'))?.markdown).toBe('after a year')
  })
})
