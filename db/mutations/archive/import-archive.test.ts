import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Archive, archiveSchema } from '#lib/api/archive-file.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { sourceOf } from '#lib/archive/source.testing.ts'
import { emptyCard } from '#lib/notes/note.ts'
import { db } from '#db/client.ts'
import { getArchive, listStudyEntries } from '#db/queries/archive/archive.ts'
import { listLists } from '#db/queries/study/lists.ts'
import { listMarks } from '#db/queries/study/marks.ts'
import { getNote, listNoteVersions } from '#db/queries/study/notes.ts'
import { listQueue } from '#db/queries/study/queue.ts'
import { getMinutesByDay } from '#db/queries/study/study-days.ts'
import { items, itemStates, marks, members, plans, users } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { dealUndealt } from '#db/mutations/planning/deal-undealt.ts'
import { importArchive as importSource, isNothingNew } from './import-archive.ts'
import { importChecklist } from './import-checklist.ts'
import { addToList, setList, setListOrder } from '#db/mutations/study/lists.ts'
import { setMark } from '#db/mutations/study/marks.ts'
import { setNote } from '#db/mutations/study/notes.ts'
import { setAnswer } from '#db/mutations/practice/answers.ts'
import { listAnswers } from '#db/queries/practice/answers.ts'
import { setOpinion } from '#db/mutations/study/opinions.ts'

const importArchive = (viewer: Viewer, archive: Archive, apply: boolean, now: number) =>
  importSource(viewer, sourceOf(archive, apply), now)

const now = Date.UTC(2026, 2, 2, 12)
const readingIds = ['a', 'b', 'c', 'd']

let ada: Viewer
beforeEach(async () => {
  await freshDatabase()
  ada = (await createPerson()).viewer
  createReadings(readingIds)
})

/** Some of everything. */
async function study(viewer: Viewer) {
  await setMark(viewer, 'a', { status: 'done', minutesSpent: 20 }, now)
  await setMark(viewer, 'b', { status: 'queued' }, now)
  await setMark(viewer, 'c', { status: 'queued' }, now + 1)
  await setNote(viewer, 'a', { markdown: 'one', card: emptyCard, version: 0 }, now)
  await setNote(viewer, 'a', { markdown: 'two', card: { ...emptyCard, choice: 'x' }, version: 1 }, now + 1)
  await setOpinion(viewer, 'a', { favourite: true, rating: 4 }, now)
  await setList(viewer, 'list-0001', 'For Monday', now)
  await addToList(viewer, 'list-0001', 'd', now)
  await setListOrder(viewer, 'queue', ['c', 'b'], now + 2)
  const drill = {
    questionId: 'chat',
    kind: 'drill',
    itemId: null,
    mock: null,
    diagram: '',
    scores: {},
    seconds: 60,
  } as const
  const written = { ...drill, markdown: 'Sockets', ticked: [], nextTime: 'Numbers first', isFinished: true, version: 0 }
  await setAnswer(viewer, `answer-${viewer.id}`, written, now)
}

function makePlan(viewer: Viewer, role: 'owner' | 'member' = 'owner') {
  db()
    .insert(plans)
    .values({ id: 'plan-0001', title: 'Interview', version: 1, createdAt: now, updatedAt: now })
    .onConflictDoNothing()
    .run()
  db()
    .insert(items)
    .values({
      id: 'item-0001',
      planId: 'plan-0001',
      position: 0,
      kind: 'read',
      tier: 'must',
      minutes: 12,
      readingId: 'a',
      title: 'A',
      touches: [],
      createdAt: now,
    })
    .onConflictDoNothing()
    .run()
  db()
    .insert(members)
    .values({
      planId: 'plan-0001',
      userId: viewer.id,
      role,
      startDate: '2026-03-02',
      weekdayMinutes: [30, 30, 30, 30, 30, 0, 0],
      daysOff: [],
      timeZone: 'UTC',
      passStartedAt: now,
      joinedAt: now,
      createdAt: now,
    })
    .run()
  db()
    .insert(itemStates)
    .values({ itemId: 'item-0001', userId: viewer.id, pass: 1, state: 'done', day: '2026-03-02', updatedAt: now })
    .run()
}

/** What travels: through JSON and the schema, as a file does. */
const taken = async (viewer: Viewer): Promise<Archive> =>
  archiveSchema.parse(JSON.parse(JSON.stringify(await getArchive(viewer, now))))
const bare = ({ exportedAt: _, account: __, ...archive }: Archive) => archive

describe('taking everything away and bringing it back', () => {
  it('into the account that it came from changes nothing', async () => {
    await study(ada)
    makePlan(ada)
    expect(isNothingNew(await importArchive(ada, await taken(ada), true, now + 9))).toBe(true)
  })

  it('into an empty account on another server gives all of it', async () => {
    await study(ada)
    makePlan(ada)
    await dealUndealt(now)
    const archive = await taken(ada)
    expect(archive.plans[0]!.promisedDays).not.toEqual([])
    await freshDatabase()
    createReadings(readingIds)
    const { viewer } = await createPerson()
    const report = await importArchive(viewer, archive, true, now + 9)
    expect(report).toMatchObject({ unknown: [], plans: { added: 1 }, isApplied: true })
    const again = await taken(viewer)
    expect(bare(again).marks).toEqual(bare(archive).marks)
    expect(bare(again).notes).toEqual(bare(archive).notes)
    expect(bare(again).opinions).toEqual(bare(archive).opinions)
    expect(await listAnswers(viewer, 'chat')).toMatchObject([{ markdown: 'Sockets', finishedAt: now }])
    expect(bare(again).plans).toEqual(bare(archive).plans)
    expect(await listQueue(viewer)).toEqual(['c', 'b'])
    expect(await listLists(viewer)).toMatchObject([{ title: 'For Monday', readingIds: ['d'] }])
    expect(Object.fromEntries(await getMinutesByDay(viewer))).toEqual({ '2026-03-02': 20 })
    expect((await listNoteVersions(viewer, 'a')).map((version) => version.length)).toEqual([4, 3])
    expect(isNothingNew(await importArchive(viewer, archive, true, now + 10))).toBe(true)
  })

  it('into another account of the same server takes nothing from the first', async () => {
    await study(ada)
    makePlan(ada)
    const { viewer: eve } = await createPerson()
    const archive = await taken(ada)
    await importArchive(eve, archive, true, now + 9)
    expect(bare(await taken(ada))).toEqual(bare(archive))
    expect(await listLists(eve)).toMatchObject([{ title: 'For Monday' }])
    expect(await listAnswers(eve)).toMatchObject([{ markdown: 'Sockets' }])
    expect(await listAnswers(ada)).toHaveLength(1)
    expect(db().select().from(plans).all()).toHaveLength(2)
    expect(db().select().from(itemStates).where(eq(itemStates.userId, eve.id)).all()).toHaveLength(1)
    expect(isNothingNew(await importArchive(eve, archive, true, now + 10))).toBe(true)
  })

  it('a preview writes nothing', async () => {
    await study(ada)
    const archive = await taken(ada)
    const { viewer: eve } = await createPerson()
    const report = await importArchive(eve, archive, false, now)
    expect(report.counts.marks).toEqual({ added: 3, changed: 0, kept: 0 })
    expect(await listMarks(eve)).toEqual([])
  })

  it('a note that is newer here stays, and the archive’s text is found in its history; then it can be saved', async () => {
    await study(ada)
    const archive = await taken(ada)
    const { viewer: eve } = await createPerson()
    await setNote(eve, 'a', { markdown: 'newer', card: emptyCard, version: 0 }, now + 100)
    await importArchive(eve, archive, true, now + 200)
    expect((await getNote(eve, 'a'))?.markdown).toBe('newer')
    expect(await listNoteVersions(eve, 'a')).toHaveLength(3)
    const { version = 0 } = (await getNote(eve, 'a')) ?? {}
    expect(await setNote(eve, 'a', { markdown: 'after', card: emptyCard, version }, now + 300)).toMatchObject({
      version: 4,
    })
  })

  it('what hangs on a reading that is not here stays behind and is named', async () => {
    await study(ada)
    const archive = await taken(ada)
    await freshDatabase()
    createReadings(['b'])
    const { viewer } = await createPerson()
    const report = await importArchive(viewer, archive, true, now)
    expect(report.unknown.map(({ id }) => id).toSorted()).toEqual(['a', 'c', 'd'])
    expect((await listMarks(viewer)).map((mark) => mark.readingId)).toEqual(['b'])
  })

  it('a plan of others is not made anew, however the archive calls the role', async () => {
    makePlan(ada)
    const { viewer: eve } = await createPerson()
    makePlanMember(eve)
    const archive = await taken(eve)
    expect(archive.plans[0]?.role).toBe('member')
    await freshDatabase()
    createReadings(readingIds)
    const there = (await createPerson()).viewer
    expect((await importArchive(there, archive, true, now)).plans).toMatchObject({ added: 0, ofOthers: 1 })
    expect(db().select().from(plans).all()).toEqual([])
  })

  it('a member cannot bring back a plan that its owner deleted', async () => {
    makePlan(ada)
    const { viewer: eve } = await createPerson()
    makePlanMember(eve)
    const archive = await taken(eve)
    const forged = { ...archive, plans: archive.plans.map((plan) => ({ ...plan, role: 'owner' as const })) }
    db().update(plans).set({ deletedAt: now }).run()
    expect((await importArchive(eve, forged, true, now)).plans).toMatchObject({ added: 0, ofOthers: 1 })
    expect(db().select().from(plans).get()?.deletedAt).toBe(now)
  })

  it('leaves name, e-mail and speed of the account as they are', async () => {
    await study(ada)
    const archive = await taken(ada)
    const { viewer: eve } = await createPerson({ name: 'Eve' })
    await importArchive(eve, archive, true, now)
    expect(db().select().from(users).where(eq(users.id, eve.id)).get()).toMatchObject({
      name: 'Eve',
      speedPercent: 100,
    })
  })
})

function makePlanMember(viewer: Viewer) {
  db()
    .insert(members)
    .values({
      planId: 'plan-0001',
      userId: viewer.id,
      role: 'member',
      startDate: '2026-03-02',
      weekdayMinutes: [30, 30, 30, 30, 30, 0, 0],
      daysOff: [],
      timeZone: 'UTC',
      passStartedAt: now,
      joinedAt: now,
      createdAt: now,
    })
    .run()
}

describe('the entries of a table', () => {
  it('hold all that a person keeps of a reading, in the order of the catalogue', async () => {
    await study(ada)
    expect(await listStudyEntries(ada)).toMatchObject([
      { readingId: 'a', status: 'done', minutesSpent: 20, note: 'two', choice: 'x', favourite: true, rating: 4 },
      { readingId: 'b', status: 'queued' },
      { readingId: 'c', status: 'queued' },
      { readingId: 'd', status: '', lists: ['For Monday'] },
    ])
  })
})

describe('a ticked checklist', () => {
  const markdown =
    '- [x] [Anything](https://example.org/a)\n- [x] [Title of b](https://elsewhere.example)\n- [x] [Nobody](https://nowhere.example)\n- [ ] [c](https://example.org/c)'

  it('is shown first, then marks done what is ticked, without minutes for today', async () => {
    await setMark(ada, 'a', { status: 'queued' }, now)
    const preview = await importChecklist(ada, markdown, false, now)
    expect(preview).toMatchObject({ lines: 4, added: [{ id: 'a' }, { id: 'b' }], already: 0, isApplied: false })
    expect(preview.unknown).toMatchObject([{ line: 3, title: 'Nobody' }])
    expect(db().select().from(marks).all()).toHaveLength(1)
    await importChecklist(ada, markdown, true, now)
    expect((await listMarks(ada)).map(({ readingId, status }) => [readingId, status])).toEqual([
      ['a', 'done'],
      ['b', 'done'],
    ])
    expect(await getMinutesByDay(ada)).toEqual(new Map())
    expect(await importChecklist(ada, markdown, true, now + 1)).toMatchObject({ added: [], already: 2 })
  })
})
