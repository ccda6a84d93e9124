import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#db/client.ts'
import { setInboxOff, setInboxRead, setInboxReadUntil } from '#db/mutations/inbox/inbox.ts'
import { removePlan } from '#db/mutations/planning/plans.ts'
import { recordEvent } from '#db/mutations/planning/plan-events.ts'
import { createComment, removeComment } from '#db/mutations/sharing/comments.ts'
import { inviteMember, leavePlan, removeMember } from '#db/mutations/sharing/members.ts'
import {
  catalogueChangeEntries,
  catalogueChanges,
  inboxReads,
  items,
  linkReports,
  marks,
  users,
} from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { anyItem, makeMember, makePlan } from '#db/testing/sharing.ts'
import { inboxReach } from '#lib/inbox/inbox.ts'
import { listInbox } from './inbox.ts'

const start = Date.UTC(2026, 2, 2)
const later = start + 60_000
const now = start + 3_600_000

let owner: Person
let grace: Person
let planId: string
const itemId = 'the-first-item'

beforeEach(async () => {
  await freshDatabase()
  owner = await createPerson({ name: 'Olive' }, start)
  planId = await makePlan(owner, { title: 'Our plan', items: [anyItem({ id: itemId, title: 'Dynamo' })] }, start)
  grace = await makeMember(planId, 'member', { name: 'Grace' }, start)
})

const inboxOf = async (person: Person, at = now) => (await listInbox(person.viewer, { limit: 50, now: at })).items
const linesOf = async (person: Person) => (await inboxOf(person)).map(({ text, detail }) => `${text} | ${detail}`)
const say = (person: Person, id: string, markdown: string, at = later) =>
  createComment(person.viewer, planId, { id, itemId, markdown }, at)

describe('an inbox', () => {
  it('tells of a mention, and of a reply to those who spoke before', async () => {
    await say(grace, 'comment-1', 'What of gossip?')
    await say(owner, 'comment-2', 'See **section 4**.', later + 1)
    await say(owner, 'comment-3', '@Grace and the appendix', later + 2)
    expect(await linesOf(grace)).toEqual([
      'Olive mentioned you on “Dynamo” | @Grace and the appendix',
      'Olive replied on “Dynamo” | See section 4.',
    ])
    expect(await linesOf(owner)).toEqual([])
  })

  it('tells the owner who joined, and those who do the plan what an editor changed', async () => {
    db().transaction((tx) => {
      recordEvent(tx, { planId, userId: grace.viewer.id }, { kind: 'joined', data: { role: 'member' } }, later)
      recordEvent(tx, { planId, userId: owner.viewer.id }, { kind: 'items-added', data: { count: 3 } }, later)
    })
    expect(await linesOf(owner)).toEqual(['Grace joined as a member | Our plan'])
    expect(await linesOf(grace)).toEqual(['Olive added 3 items | Our plan'])
  })

  it('does not tell a guest, who does nothing on the plan, nor anybody what was changed before they came', async () => {
    const guest = await makeMember(planId, 'guest', {}, start)
    const late = await makeMember(planId, 'member', { joinedAt: later + 1 }, start)
    db().transaction((tx) =>
      recordEvent(tx, { planId, userId: owner.viewer.id }, { kind: 'items-added', data: { count: 3 } }, later),
    )
    expect(await linesOf(guest)).toEqual([])
    expect(await linesOf(late)).toEqual([])
  })

  it('tells of an invitation until it is answered', async () => {
    const ada = await createPerson({ name: 'Ada' }, start)
    await inviteMember(owner.viewer, planId, { userId: ada.viewer.id, role: 'editor' }, later)
    expect(await linesOf(ada)).toEqual(['Olive invites you to a plan, as an editor | Our plan'])
    await removeMember(owner.viewer, planId, ada.viewer.id, { revokeLinks: false }, now)
    expect(await linesOf(ada)).toEqual([])
  })

  it('tells what came of a report, and what the catalogue changed of one’s own readings alone', async () => {
    createReadings(['mine', 'theirs'])
    const { id: userId } = grace.viewer
    db().insert(marks).values({ userId, readingId: 'mine', status: 'done', updatedAt: start }).run()
    db().insert(catalogueChanges).values({ id: 'c1', source: 'import', title: 'March', createdAt: later }).run()
    for (const [position, readingId] of ['mine', 'theirs'].entries())
      db().insert(catalogueChangeEntries).values({ changeId: 'c1', position, kind: 'delisted', readingId }).run()
    const report = { readingId: 'mine', userId, kind: 'dead' as const, createdAt: start }
    db()
      .insert(linkReports)
      .values([
        { ...report, id: 'r1', state: 'accepted', decidedAt: later + 1 },
        { ...report, id: 'r2', state: 'open' },
      ])
      .run()
    expect(await linesOf(grace)).toEqual([
      'Your report on the link of “Title of mine” was taken up | The catalogue says so now.',
      '“Title of mine” left the list | March',
    ])
    expect(await linesOf(owner)).toEqual([])
  })

  it('is cleared with its source: a comment that is removed, a plan that is left or deleted', async () => {
    await say(owner, 'comment-1', '@Grace look')
    await say(owner, 'comment-2', '@Grace and here', later + 1)
    await removeComment(owner.viewer, planId, 'comment-1')
    expect(await inboxOf(grace)).toHaveLength(1)
    await removePlan(owner.viewer, planId, now)
    expect(await inboxOf(grace)).toEqual([])
  })

  it('shows nothing of a plan to those who are off it', async () => {
    await say(owner, 'comment-1', '@Grace look')
    await leavePlan(grace.viewer, planId, now)
    expect(await inboxOf(grace)).toEqual([])
  })

  it('reaches 90 days back', async () => {
    await say(owner, 'comment-1', '@Grace look')
    expect(await inboxOf(grace, later + inboxReach)).toHaveLength(1)
    expect(await inboxOf(grace, later + inboxReach + 1)).toEqual([])
  })

  it('comes in pages, and counts all that is unread', async () => {
    for (let n = 0; n < 7; n++) await say(owner, `comment-${n}`, '@Grace look', later + n)
    const first = await listInbox(grace.viewer, { limit: 5, now })
    expect(first).toMatchObject({ unread: 7, items: { length: 5 } })
    const [at, id] = first.nextCursor!.split('_')
    const second = await listInbox(grace.viewer, { limit: 5, now, after: { at: Number(at), id: id! } })
    expect(second).toMatchObject({ items: { length: 2 }, nextCursor: null })
  })
})

describe('reading it', () => {
  beforeEach(() => say(owner, 'comment-1', '@Grace look'))

  it('marks one entry, both ways, and all up to a moment', async () => {
    await setInboxRead(grace.viewer, 'mention:comment-1', true, now)
    expect((await listInbox(grace.viewer, { limit: 0, now })).unread).toBe(0)
    await setInboxRead(grace.viewer, 'mention:comment-1', false, now)
    expect((await inboxOf(grace))[0]?.isRead).toBe(false)
    await setInboxReadUntil(grace.viewer, now + 1e9, now)
    expect((await inboxOf(grace))[0]?.isRead).toBe(true)
    await say(owner, 'comment-2', '@Grace more', now + 1)
    expect((await listInbox(grace.viewer, { limit: 50, now: now + 2 })).unread).toBe(1)
  })

  it('is the person’s own: a stranger has no such entry, and the owner of the comment none either', async () => {
    const stranger = await createPerson({ name: 'Sam' }, start)
    for (const person of [stranger, owner])
      await expect(setInboxRead(person.viewer, 'mention:comment-1', true, now)).rejects.toMatchObject({ status: 404 })
    expect((await inboxOf(grace))[0]?.isRead).toBe(false)
  })

  it('leaves out what is switched off', async () => {
    await setInboxOff(grace.viewer, ['mention'])
    expect(await inboxOf(grace)).toEqual([])
    await setInboxOff(grace.viewer, [])
    expect(await inboxOf(grace)).toHaveLength(1)
  })

  it('goes with the account', async () => {
    await setInboxRead(grace.viewer, 'mention:comment-1', true, now)
    db().delete(items).where(eq(items.planId, planId)).run()
    db().delete(users).where(eq(users.id, grace.viewer.id)).run()
    expect(db().select().from(inboxReads).all()).toEqual([])
  })
})
