import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { db, transaction } from '#db/client.ts'
import { listActivity } from '#db/queries/sharing/activity.ts'
import { getActivityByToken, getActivityFeedDate } from '#db/queries/sharing/activity-feed.ts'
import { listComments } from '#db/queries/sharing/comments.ts'
import { listProgress } from '#db/queries/sharing/progress.ts'
import { listOwnNotesOnPlan, listSharedNotes } from '#db/queries/sharing/shared-notes.ts'
import { itemStates, marks, notes, planEvents } from '#db/schema/index.ts'
import { type ActivityPlace, readCursor } from '#lib/sharing/activity-cursor.ts'
import { emptyCard } from '#lib/notes/note.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { anyItem, makeMember, makePlan } from '#db/testing/sharing.ts'
import { createActivityFeed, removeActivityFeed } from '#db/mutations/sharing/activity-feeds.ts'
import { createComment, removeComment, setComment } from '#db/mutations/sharing/comments.ts'
import { leavePlan, removeMember, setShows } from '#db/mutations/sharing/members.ts'
import { createNoteShare, removeNoteShare } from '#db/mutations/sharing/note-shares.ts'
import { removeNote, setNote } from '#db/mutations/study/notes.ts'
import { recordEvent } from './plan-events.ts'

const now = Date.parse('2026-03-04T12:00:00Z')
let ada: Person
let bob: Person
let guest: Person
let stranger: Person
let planId: string

beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson({ name: 'Ada' }, now)
  stranger = await createPerson({ name: 'Eve' }, now)
  createReadings(['dynamo'], { title: 'Dynamo' })
  planId = await makePlan(
    ada,
    {
      items: [
        anyItem({ id: 'drill', kind: 'drill', title: 'Draw a ring' }),
        anyItem({ id: 'read', kind: 'read', readingId: 'dynamo', title: 'Dynamo' }),
      ],
    },
    now,
  )
  bob = await makeMember(planId, 'member', { name: 'Bob' }, now)
  guest = await makeMember(planId, 'guest', { name: 'Guest' }, now)
})

describe('comments', () => {
  const write = (as: Person, markdown = 'Hi @Ada', given = {}) =>
    createComment(as.viewer, planId, { id: randomUUID(), itemId: 'drill', markdown, ...given }, now)

  test('are written by members, seen by all on the plan, and tell whom they mention', async () => {
    await write(bob)
    expect(await listComments(ada.viewer, planId)).toMatchObject([
      { name: 'Bob', mentionsMe: true, canEdit: false, canRemove: true },
    ])
    expect(await listComments(guest.viewer, planId, 'drill')).toMatchObject([{ mentionsMe: false, canRemove: false }])
    expect(await listComments(guest.viewer, planId, 'read')).toEqual([])
  })

  test('are not there for strangers, and not written by guests', async () => {
    await expect(listComments(stranger.viewer, planId)).rejects.toMatchObject({ status: 404 })
    await expect(write(stranger)).rejects.toMatchObject({ status: 404 })
    await expect(write(guest)).rejects.toMatchObject({ status: 403 })
    await expect(write(bob, 'x', { itemId: 'none' })).rejects.toMatchObject({ status: 404 })
  })

  test('are sent twice and written once', async () => {
    const id = randomUUID()
    await write(bob, 'one', { id })
    await write(bob, 'one', { id })
    expect(await listComments(bob.viewer, planId)).toHaveLength(1)
    await expect(write(ada, 'two', { id })).rejects.toMatchObject({ status: 403 })
  })

  test('are changed by their writer alone, and removed by the owner too', async () => {
    await write(bob)
    const [comment] = await listComments(bob.viewer, planId)
    const id = comment?.id ?? ''
    await expect(setComment(ada.viewer, planId, id, 'mine now', now)).rejects.toMatchObject({ status: 403 })
    await expect(removeComment(guest.viewer, planId, id)).rejects.toMatchObject({ status: 403 })
    await expect(removeComment(stranger.viewer, planId, id)).rejects.toMatchObject({ status: 404 })
    await setComment(bob.viewer, planId, id, 'Hello @Guest', now + 1)
    expect(await listComments(guest.viewer, planId)).toMatchObject([
      { markdown: 'Hello @Guest', mentionsMe: true, editedAt: now + 1 },
    ])
    await removeComment(ada.viewer, planId, id)
    expect(await listComments(bob.viewer, planId)).toEqual([])
  })

  test('of one plan cannot be reached through another', async () => {
    await write(bob)
    const [comment] = await listComments(bob.viewer, planId)
    const other = await makePlan(stranger, {}, now)
    await expect(removeComment(stranger.viewer, other, comment?.id ?? '')).rejects.toMatchObject({ status: 404 })
  })
})

describe('notes', () => {
  beforeEach(() => {
    for (const [person, markdown] of [
      [bob, 'what Bob learnt'],
      [ada, 'what Ada learnt'],
    ] as const)
      db()
        .insert(notes)
        .values({ userId: person.viewer.id, readingId: 'dynamo', markdown, version: 1, createdAt: now, updatedAt: now })
        .run()
  })

  test('are private until their writer shares one, and again when it is taken back', async () => {
    expect(await listSharedNotes(ada.viewer, planId)).toEqual([])
    await createNoteShare(bob.viewer, planId, 'dynamo', now)
    await createNoteShare(bob.viewer, planId, 'dynamo', now)
    expect(await listSharedNotes(guest.viewer, planId)).toMatchObject([
      { name: 'Bob', html: '<p dir="auto">what Bob learnt</p>\n' },
    ])
    expect(await listOwnNotesOnPlan(bob.viewer, planId)).toEqual([
      { readingId: 'dynamo', title: 'Title of dynamo', shared: true },
    ])
    expect(await listOwnNotesOnPlan(ada.viewer, planId)).toEqual([
      { readingId: 'dynamo', title: 'Title of dynamo', shared: false },
    ])
    await removeNoteShare(bob.viewer, planId, 'dynamo')
    expect(await listSharedNotes(ada.viewer, planId)).toEqual([])
  })

  test('of one who left or was taken off are gone from the plan, and stay with their writer', async () => {
    await createNoteShare(bob.viewer, planId, 'dynamo', now)
    await leavePlan(bob.viewer, planId, now)
    expect(await listSharedNotes(ada.viewer, planId)).toEqual([])
    expect(db().select().from(notes).all()).toHaveLength(2)
  })

  test('that are deleted are shared no more, nor is what their writer writes after', async () => {
    await createNoteShare(bob.viewer, planId, 'dynamo', now)
    await removeNote(bob.viewer, 'dynamo', now)
    await setNote(bob.viewer, 'dynamo', { markdown: 'for me alone', card: emptyCard, version: 0 }, now)
    expect(await listSharedNotes(ada.viewer, planId)).toEqual([])
  })

  test('are shared by members about readings of the plan, and read by nobody else', async () => {
    await expect(createNoteShare(guest.viewer, planId, 'dynamo', now)).rejects.toMatchObject({ status: 403 })
    await expect(createNoteShare(stranger.viewer, planId, 'dynamo', now)).rejects.toMatchObject({ status: 404 })
    createReadings(['elsewhere'])
    await expect(createNoteShare(bob.viewer, planId, 'elsewhere', now)).rejects.toMatchObject({ status: 404 })
    await expect(listSharedNotes(stranger.viewer, planId)).rejects.toMatchObject({ status: 404 })
  })
})

describe('progress', () => {
  beforeEach(() => {
    db()
      .insert(itemStates)
      .values({
        itemId: 'drill',
        userId: bob.viewer.id,
        pass: 1,
        state: 'skipped',
        reason: 'too easy',
        day: '2026-03-04',
        updatedAt: now + 5,
      })
      .run()
    db()
      .insert(marks)
      .values({ userId: bob.viewer.id, readingId: 'dynamo', status: 'done', updatedAt: now + 9 })
      .run()
  })
  const seenBy = async (who: Person) => (await listProgress(who.viewer, planId)).find((one) => one.name === 'Bob')

  test('is seen as counts at first, as its owner chose after, and never with a reason', async () => {
    expect(await seenBy(ada)).toMatchObject({ counts: { done: 1, skipped: 1 }, entries: null })
    await setShows(bob.viewer, planId, 'everything')
    expect((await seenBy(ada))?.entries).toEqual([
      { itemId: 'drill', state: 'skipped', day: '2026-03-04' },
      { itemId: 'read', state: 'done', day: '2026-03-04' },
    ])
    await setShows(bob.viewer, planId, 'nothing')
    expect(await seenBy(ada)).toMatchObject({ counts: null, entries: null })
    expect((await seenBy(bob))?.entries).toHaveLength(2)
  })

  test('is not there for strangers, and no longer for one who was taken off', async () => {
    await expect(listProgress(stranger.viewer, planId)).rejects.toMatchObject({ status: 404 })
    await removeMember(ada.viewer, planId, bob.viewer.id, { revokeLinks: false }, now)
    await expect(listProgress(bob.viewer, planId)).rejects.toMatchObject({ status: 404 })
    expect(await seenBy(ada)).toBeUndefined()
  })

  test('shows in the activity only of those who show everything', async () => {
    const texts = async () => (await listActivity(ada.viewer, planId)).items.map((line) => line.text)
    expect(await texts()).toEqual([])
    await setShows(bob.viewer, planId, 'everything')
    expect(await texts()).toEqual(['Bob did “Dynamo”', 'Bob skipped “Draw a ring”'])
  })
})

describe('the activity', () => {
  test('forgets a comment that was removed and names what still stands', async () => {
    const id = randomUUID()
    await createComment(bob.viewer, planId, { id, itemId: 'drill', markdown: '@Ada' }, now)
    const lines = async () => (await listActivity(ada.viewer, planId)).items
    expect(await lines()).toMatchObject([{ text: 'Bob commented on “Draw a ring”', mentionsMe: true }])
    await removeComment(bob.viewer, planId, id)
    expect(await lines()).toEqual([])
    await expect(listActivity(stranger.viewer, planId)).rejects.toMatchObject({ status: 404 })
  })

  test('goes on behind comments that were removed', async () => {
    for (let n = 1; n <= 60; n++) {
      const id = randomUUID()
      await createComment(bob.viewer, planId, { id, itemId: 'drill', markdown: 'hello' }, now + n)
      if (n > 5) await removeComment(bob.viewer, planId, id)
    }
    expect((await listActivity(ada.viewer, planId)).items).toHaveLength(5)
  })

  test('goes on at the next line where many happened at one moment', async () => {
    const moments = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 40, maxLength: 130 })
    await fc.assert(
      fc.asyncProperty(moments, async (ats) => {
        db().delete(planEvents).run()
        for (const at of ats)
          await transaction((tx) =>
            recordEvent(tx, { planId, userId: bob.viewer.id }, { kind: 'joined', data: { role: 'member' } }, now + at),
          )
        const seen: string[] = []
        for (let place: ActivityPlace | null = null; ;) {
          const page = await listActivity(ada.viewer, planId, place)
          seen.push(...page.items.map(({ id }) => id))
          if (page.nextCursor === null) break
          place = readCursor(page.nextCursor)
        }
        expect(seen).toHaveLength(ats.length)
        expect(new Set(seen).size).toBe(ats.length)
      }),
      { numRuns: 15 },
    )
  })

  test('has a secret address that dies when it is renewed, revoked, or its owner is off the plan', async () => {
    const first = await createActivityFeed(bob.viewer, planId, now)
    expect(await getActivityByToken(first.token)).toMatchObject({ planId, title: 'A plan' })
    const second = await createActivityFeed(bob.viewer, planId, now)
    expect(await getActivityByToken(first.token)).toBeNull()
    await removeActivityFeed(bob.viewer, planId)
    expect(await getActivityByToken(second.token)).toBeNull()
    expect(await getActivityFeedDate(bob.viewer, planId)).toBeNull()
    const third = await createActivityFeed(bob.viewer, planId, now)
    await removeMember(ada.viewer, planId, bob.viewer.id, { revokeLinks: false }, now)
    expect(await getActivityByToken(third.token)).toBeNull()
    await expect(createActivityFeed(stranger.viewer, planId, now)).rejects.toMatchObject({ status: 404 })
    await expect(removeActivityFeed(stranger.viewer, planId)).rejects.toMatchObject({ status: 404 })
  })
})
