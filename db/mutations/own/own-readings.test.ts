import { beforeEach, describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client.ts'
import { eraseRemoved } from '#db/mutations/accounts/erase-removed.ts'
import { removeUser } from '#db/mutations/accounts/accounts.ts'
import { importArchive } from '#db/mutations/archive/import-archive.ts'
import { createItems } from '#db/mutations/planning/items.ts'
import { forkPlan } from '#db/mutations/sharing/forks.ts'
import { addToList, setList } from '#db/mutations/study/lists.ts'
import { setMark } from '#db/mutations/study/marks.ts'
import { setNote } from '#db/mutations/study/notes.ts'
import { setOpinion } from '#db/mutations/study/opinions.ts'
import { setTimer } from '#db/mutations/study/timers.ts'
import { getArchive, listStudyEntries } from '#db/queries/archive/archive.ts'
import { getOwnReading, listOwnReadings, listRowsFor } from '#db/queries/own/own-readings.ts'
import { listReadingIds, getReading } from '#db/queries/catalogue/readings.ts'
import { listMarks } from '#db/queries/study/marks.ts'
import { listNoteEntries } from '#db/queries/study/note-entries.ts'
import { rebuildSearchIndex } from '#db/queries/search/search.ts'
import { searchReadings } from '#db/queries/search/search-readings.ts'
import { emptySearch } from '#lib/search/state.ts'
import { emptyCard } from '#lib/notes/note.ts'
import { isOwnId } from '#lib/own/own-id.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { anyItem, anySettings, makePlan } from '#db/testing/sharing.ts'
import { columnsOf } from '#db/mutations/planning/plan-copies.ts'
import { members } from '#db/schema/index.ts'
import { sourceOf } from '#lib/archive/source.testing.ts'
import { addOwnReading, setOwnReading } from './own-readings.ts'
import { removeOwnReading, restoreOwnReading } from './remove-own-reading.ts'

const now = Date.UTC(2026, 10, 28)
const url = 'https://blog.example.com/queues-at-rest?utm_source=x'
let ada: Person
let eve: Person

beforeEach(async () => {
  await freshDatabase()
  createReadings(['kafka'])
  await transaction((tx) => rebuildSearchIndex(tx))
  ada = await createPerson()
  eve = await createPerson()
})

const add = (person = ada, facts = {}) => addOwnReading(person.viewer, { title: 'Queues at rest', url, ...facts }, now)
async function join(planId: string, person: Person, role: 'editor' | 'member' | 'guest'): Promise<void> {
  const times = { joinedAt: now, passStartedAt: now, createdAt: now }
  db()
    .insert(members)
    .values({ planId, userId: person.viewer.id, role, ...columnsOf(anySettings), ...times })
    .run()
}
const notThere = expect.objectContaining({ status: 404 })

describe('a reading of one’s own', () => {
  it('is added once, however its address is spelt', async () => {
    const first = await add()
    expect(isOwnId(first.id)).toBe(true)
    const again = await addOwnReading(ada.viewer, { url: 'http://www.blog.example.com/queues-at-rest/' }, now)
    expect(again).toEqual({ id: first.id, is: 'own', title: 'Queues at rest' })
  })

  it('leads to the catalogue where the catalogue has the address', async () => {
    expect(await addOwnReading(ada.viewer, { url: 'https://www.example.org/kafka/' }, now)).toMatchObject({
      id: 'kafka',
      is: 'catalogue',
    })
    expect((await listOwnReadings(ada.viewer, { limit: 10 })).total).toBe(0)
  })

  it('needs no address: a book is one by its title', async () => {
    const { id } = await addOwnReading(ada.viewer, { title: 'A book', url: null, byline: 'M. K.' }, now)
    expect(await getOwnReading(ada.viewer, id)).toMatchObject({ url: null, medium: 'book', byline: 'M. K.' })
  })

  it('takes its title from the address where nobody gave one', async () => {
    const { title } = await addOwnReading(ada.viewer, { url: 'https://x.example/2020/how-we-scaled.html' }, now)
    expect(title).toBe('How we scaled')
  })

  it('is marked, noted, rated, timed, listed and planned by who added it', async () => {
    const { id } = await add()
    await setMark(ada.viewer, id, { status: 'done', minutesSpent: 20 }, now)
    await setNote(ada.viewer, id, { markdown: 'words', card: emptyCard, version: 0 }, now)
    await setOpinion(ada.viewer, id, { favourite: true }, now)
    await setTimer(ada.viewer, { readingId: id }, true, now)
    await setList(ada.viewer, 'list-0001', 'Mine', now)
    await addToList(ada.viewer, 'list-0001', id, now)
    const plan = await makePlan(ada)
    await createItems(ada.viewer, plan, anyRead(id), now)
    expect(await listMarks(ada.viewer)).toMatchObject([{ readingId: id, status: 'done' }])
    expect(await listNoteEntries(ada.viewer)).toMatchObject([{ readingId: id, title: 'Queues at rest' }])
    expect(await listRowsFor(ada.viewer, [id])).toMatchObject([{ title: 'Queues at rest', url }])
    expect(await listStudyEntries(ada.viewer)).toMatchObject([{ readingId: id, url, note: 'words', lists: ['Mine'] }])
  })

  it('is nowhere for a stranger, who cannot mark it, note it, list it, plan it, change it or delete it', async () => {
    const { id } = await add()
    expect(await getOwnReading(eve.viewer, id)).toBeNull()
    expect(await listRowsFor(eve.viewer, [id])).toEqual([])
    await setList(eve.viewer, 'list-0002', 'Hers', now)
    const plan = await makePlan(eve)
    const tries = [
      () => setMark(eve.viewer, id, { status: 'done' }, now),
      () => setNote(eve.viewer, id, { markdown: 'x', card: emptyCard, version: 0 }, now),
      () => setOpinion(eve.viewer, id, { favourite: true }, now),
      () => setTimer(eve.viewer, { readingId: id }, true, now),
      () => addToList(eve.viewer, 'list-0002', id, now),
      () => setOwnReading(eve.viewer, id, { title: 'hers' }, now),
      () => removeOwnReading(eve.viewer, id, now),
      () => restoreOwnReading(eve.viewer, id, now),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toEqual(notThere)
    await expect(createItems(eve.viewer, plan, anyRead(id), now)).rejects.toMatchObject({ status: 422 })
    expect(await getOwnReading(ada.viewer, id)).toMatchObject({ title: 'Queues at rest', isMine: true })
  })

  it('is in nothing that everybody sees: catalogue, search, its facets and counts', async () => {
    const before = await searchReadings(null, emptySearch, 10)
    const { id } = await add()
    await setMark(ada.viewer, id, { status: 'done', minutesSpent: 99 }, now)
    await transaction((tx) => rebuildSearchIndex(tx))
    expect(await listReadingIds()).toEqual(['kafka'])
    expect(await getReading(id)).toBeNull()
    const after = await searchReadings(null, emptySearch, 10)
    expect({ ...after, understanding: null }).toEqual({ ...before, understanding: null })
    expect((await searchReadings(null, { ...emptySearch, q: 'queues rest' }, 10)).total).toBe(0)
  })
})

const anyRead = (readingId: string) => ({ kind: 'read' as const, tier: 'must' as const, readingId, phaseId: null })

describe('on a plan', () => {
  it('is seen and marked by the people of the plan, as long as it holds it', async () => {
    const { id } = await add()
    const plan = await makePlan(ada, { items: [anyItem({ kind: 'read', readingId: id })] })
    await join(plan, eve, 'member')
    expect(await getOwnReading(eve.viewer, id)).toMatchObject({ isMine: false })
    await setMark(eve.viewer, id, { status: 'done' }, now)
    expect(await listMarks(ada.viewer)).toEqual([])
    await expect(setOwnReading(eve.viewer, id, { title: 'hers' }, now)).rejects.toEqual(notThere)
    await expect(removeOwnReading(eve.viewer, id, now)).rejects.toEqual(notThere)
  })

  it('becomes the own reading of whoever copies the plan', async () => {
    const { id } = await add()
    const plan = await makePlan(ada, { items: [anyItem({ kind: 'read', readingId: id })] })
    await join(plan, eve, 'guest')
    await forkPlan(eve.viewer, plan, { settings: anySettings }, now)
    const [hers] = (await listOwnReadings(eve.viewer, { limit: 10 })).items
    expect(hers).toMatchObject({ title: 'Queues at rest', url, isMine: true })
    expect(hers?.id).not.toBe(id)
  })

  it('cannot be deleted before it is taken off', async () => {
    const { id } = await add()
    await makePlan(ada, { title: 'Winter', items: [anyItem({ kind: 'read', readingId: id })] })
    await expect(removeOwnReading(ada.viewer, id, now)).rejects.toThrow('It stands on “Winter”.')
  })
})

describe('when it is deleted', () => {
  it('goes with all that its owner had on it, and comes back with all of it', async () => {
    const { id } = await add()
    await setMark(ada.viewer, id, { status: 'queued' }, now)
    await setNote(ada.viewer, id, { markdown: 'words', card: emptyCard, version: 0 }, now)
    await removeOwnReading(ada.viewer, id, now)
    expect(await getOwnReading(ada.viewer, id)).toBeNull()
    expect(await listMarks(ada.viewer)).toEqual([])
    await restoreOwnReading(ada.viewer, id, now + 1000)
    expect(await listMarks(ada.viewer)).toMatchObject([{ readingId: id, status: 'queued' }])
    expect(await listNoteEntries(ada.viewer)).toMatchObject([{ markdown: 'words' }])
  })

  it('is gone for good after 30 days', async () => {
    const { id } = await add()
    await removeOwnReading(ada.viewer, id, now)
    await expect(restoreOwnReading(ada.viewer, id, now + 31 * 86_400_000)).rejects.toEqual(notThere)
  })

  it('stays for the others who wrote about it, also when its owner’s account goes', async () => {
    const { id } = await add()
    const plan = await makePlan(eve)
    await join(plan, ada, 'editor')
    await createItems(ada.viewer, plan, anyRead(id), now)
    await setNote(eve.viewer, id, { markdown: 'hers', card: emptyCard, version: 0 }, now)
    await removeUser(ada.viewer)
    await eraseRemoved()
    expect(await getOwnReading(eve.viewer, id)).toMatchObject({ title: 'Queues at rest', isMine: true })
    expect(await listNoteEntries(eve.viewer)).toMatchObject([{ markdown: 'hers' }])
  })

  it('leaves no row behind with the account', async () => {
    const { id } = await add()
    await setMark(ada.viewer, id, { status: 'done' }, now)
    await removeUser(ada.viewer)
    await eraseRemoved()
    expect(db().$client.prepare('select count(*) from readings where id = ?').pluck().get(id)).toBe(0)
  })
})

describe('in the archive', () => {
  it('comes back into another account, with its marks and notes; a second time nothing changes', async () => {
    const { id } = await add(ada, { minutes: 77 })
    await addOwnReading(ada.viewer, { title: 'A book', url: null }, now)
    await setMark(ada.viewer, id, { status: 'done' }, now)
    await setNote(ada.viewer, id, { markdown: 'words', card: emptyCard, version: 0 }, now)
    const archive = await getArchive(ada.viewer, now)
    const bring = () => importArchive(eve.viewer, sourceOf(archive, true), now)
    expect((await bring()).ownReadings).toEqual({ added: 2, changed: 0, kept: 0 })
    const { items } = await listOwnReadings(eve.viewer, { limit: 10 })
    expect(items.map((item) => item.title).toSorted()).toEqual(['A book', 'Queues at rest'])
    expect(await listNoteEntries(eve.viewer)).toMatchObject([{ title: 'Queues at rest', markdown: 'words' }])
    expect((await bring()).ownReadings).toMatchObject({ added: 0, changed: 0 })
    expect((await listOwnReadings(eve.viewer, { limit: 10 })).total).toBe(2)
    expect((await listOwnReadings(ada.viewer, { limit: 10 })).total).toBe(2)
  })
})
