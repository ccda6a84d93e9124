import fc from 'fast-check'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { PortablePlan } from '#lib/sharing/portable-plan.ts'
import { itemDefaults } from '#lib/sharing/portable-plan.ts'
import { db } from '#db/client.ts'
import { changeKey, getForkOffer, getLineage } from '#db/queries/sharing/forks.ts'
import { contentWithin } from '#db/queries/planning/plan-content.ts'
import { getPortablePlan } from '#db/queries/sharing/portable-plans.ts'
import { getSharedByLink } from '#db/queries/sharing/shared-plan.ts'
import { items, itemStates, marks, plans } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { anyItem, anySettings, makeMember, makePlan } from '#db/testing/sharing.ts'
import { removeUser } from '#db/mutations/accounts/accounts.ts'
import { settleForkChanges } from './fork-changes.ts'
import { forkByLink, forkPlan } from './forks.ts'
import { importPlan } from './import-plan.ts'
import { joinByLink } from './joins.ts'
import { createLink, removeLink } from './links.ts'
import { removeMember } from './members.ts'

const now = Date.parse('2026-03-04T12:00:00Z')
let ada: Person
let bob: Person
let origin: string
let link: { id: string; token: string }

beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson({ name: 'Ada' }, now)
  bob = await createPerson({ name: 'Bob' }, now)
  createReadings(['dynamo'])
  origin = await makePlan(
    ada,
    {
      title: 'Team plan',
      phases: [{ id: 'p1', title: 'Ground', goal: 'I can draw it' }],
      items: [
        anyItem({ id: 'o1', phaseId: 'p1', kind: 'read', readingId: 'dynamo', title: 'Dynamo', remark: 'for us only' }),
        anyItem({ id: 'o2', phaseId: 'p1', title: 'Draw it' }),
      ],
    },
    now,
  )
  link = await createLink(ada.viewer, origin, { role: 'member', expiresAt: null, maxUses: 1 }, now)
})

const fork = () => forkByLink(bob.viewer, link.token, { settings: anySettings }, now)
const titles = (planId: string) => contentWithin(db(), planId)?.items.map((item) => item.title)

describe('a fork', () => {
  test('is a copy of one’s own with its lineage, without the remarks, and takes no use of the link', async () => {
    const { planId } = await fork()
    const { plan } = (await getSharedByLink(null, link.token, now)) ?? {}
    expect(plan?.title).toBe('Team plan')
    expect(await getLineage(bob.viewer, planId)).toEqual({ title: 'Team plan', ownerName: 'Ada', planId: null })
    expect(titles(planId)).toEqual(['Dynamo', 'Draw it'])
    expect(JSON.stringify(contentWithin(db(), planId))).not.toContain('for us only')
    await expect(getLineage(ada.viewer, planId)).rejects.toMatchObject({ status: 404 })
  })

  test('no longer says whose plan it was once that account is deleted, and stays as it is', async () => {
    const { planId } = await fork()
    await removeUser(ada.viewer)
    expect(await getLineage(bob.viewer, planId)).toEqual({ title: 'Team plan', ownerName: '', planId: null })
    const stored = JSON.stringify(db().select().from(plans).where(eq(plans.id, planId)).all())
    expect(stored).not.toContain('Ada')
    expect(stored).not.toContain(ada.viewer.id)
    expect(titles(planId)).toEqual(['Dynamo', 'Draw it'])
  })

  test('is offered the origin’s edits, takes one, leaves another, and keeps its own', async () => {
    const { planId } = await fork()
    const mine = contentWithin(db(), planId)?.items ?? []
    db()
      .update(items)
      .set({ minutes: 99 })
      .where(eq(items.id, mine[0]?.id ?? ''))
      .run()
    db()
      .insert(itemStates)
      .values({
        itemId: mine[0]?.id ?? '',
        userId: bob.viewer.id,
        pass: 1,
        state: 'done',
        day: '2026-03-04',
        updatedAt: now,
      })
      .run()
    db().update(items).set({ title: 'Dynamo, again' }).where(eq(items.id, 'o1')).run()
    db().delete(items).where(eq(items.id, 'o2')).run()
    db()
      .insert(items)
      .values({ ...anyItem({ id: 'o3', phaseId: 'p1', title: 'Mock' }), planId: origin, position: 7, createdAt: now })
      .run()

    const offer = await getForkOffer(bob.viewer, planId, now)
    expect(offer.changes.map((change) => change.kind)).toEqual(['edited', 'added', 'removed'])
    expect(JSON.stringify(offer)).not.toMatch(/\bo[123]\b/)
    expect(
      await settleForkChanges(
        bob.viewer,
        planId,
        {
          take: [changeKey(planId, 'edited:o1'), changeKey(planId, 'added:o3')],
          leave: [changeKey(planId, 'removed:o2')],
        },
        now,
      ),
    ).toEqual({ taken: 2 })
    expect(titles(planId)).toEqual(['Dynamo, again', 'Mock', 'Draw it'])
    expect((await getPortablePlan(bob.viewer, planId)).phases[0]?.items[0]).toMatchObject({
      minutes: 99,
      state: 'done',
    })
    expect(await getForkOffer(bob.viewer, planId, now)).toEqual({ open: true, changes: [] })
    await expect(
      settleForkChanges(bob.viewer, planId, { take: [changeKey(planId, 'added:o3')], leave: [] }, now),
    ).rejects.toMatchObject({
      status: 409,
    })
  })

  test('is offered nothing more once the link is revoked, and keeps where it came from', async () => {
    const { planId } = await fork()
    db().delete(items).where(eq(items.id, 'o2')).run()
    await removeLink(ada.viewer, origin, link.id, now)
    expect(await getForkOffer(bob.viewer, planId, now)).toEqual({ open: false, changes: [] })
    expect(await getLineage(bob.viewer, planId)).toMatchObject({ title: 'Team plan' })
    await expect(
      settleForkChanges(bob.viewer, planId, { take: [changeKey(planId, 'removed:o2')], leave: [] }, now),
    ).rejects.toMatchObject({ status: 409 })
  })

  test('is offered nothing more once others have used the link up, which then shows the plan to nobody new', async () => {
    const { planId } = await fork()
    db().delete(items).where(eq(items.id, 'o2')).run()
    expect((await getForkOffer(bob.viewer, planId, now)).open).toBe(true)
    await joinByLink((await createPerson()).viewer, link.token, anySettings, now)
    expect(await getForkOffer(bob.viewer, planId, now)).toEqual({ open: false, changes: [] })
  })

  test('by a member follows the origin while they are on it, and not after they were taken off', async () => {
    const member = await makeMember(origin, 'guest')
    const { planId } = await forkPlan(member.viewer, origin, { title: 'Mine', settings: anySettings }, now)
    expect((await getForkOffer(member.viewer, planId, now)).open).toBe(true)
    expect((await getLineage(member.viewer, planId))?.planId).toBe(origin)
    await removeMember(ada.viewer, origin, member.viewer.id, { revokeLinks: false }, now)
    expect((await getForkOffer(member.viewer, planId, now)).open).toBe(false)
    expect((await getLineage(member.viewer, planId))?.planId).toBeNull()
    await expect(forkPlan(member.viewer, origin, { settings: anySettings }, now)).rejects.toMatchObject({ status: 404 })
  })

  test('cannot be made by a link that is dead or used up by others', async () => {
    await joinByLink((await createPerson()).viewer, link.token, anySettings, now)
    await expect(fork()).rejects.toMatchObject({ status: 404 })
  })

  test('sent twice under one id is made once, and never over another’s plan', async () => {
    const given = { id: 'fork-of-bob', settings: anySettings }
    await forkByLink(bob.viewer, link.token, given, now)
    await forkByLink(bob.viewer, link.token, given, now)
    expect(titles('fork-of-bob')).toHaveLength(2)
    const clash = forkByLink(bob.viewer, link.token, { ...given, id: origin }, now)
    await expect(clash).rejects.toMatchObject({ status: 409 })
    expect(db().select().from(plans).all()).toHaveLength(2)
  })
})

describe('a plan in a file', () => {
  const item = { ...itemDefaults, touches: [] as string[], title: 'T' }

  test('goes out with one’s own ticks and nobody else’s, to those who are on it', async () => {
    db().insert(marks).values({ userId: ada.viewer.id, readingId: 'dynamo', status: 'done', updatedAt: now }).run()
    const member = await makeMember(origin, 'member')
    expect((await getPortablePlan(ada.viewer, origin)).phases[0]?.items[0]).toMatchObject({
      state: 'done',
      remark: 'for us only',
    })
    expect((await getPortablePlan(member.viewer, origin)).phases[0]?.items[0]?.state).toBe('todo')
    await expect(getPortablePlan(bob.viewer, origin)).rejects.toMatchObject({ status: 404 })
  })

  test('finds its readings by id, then by address, and keeps an address that is not known', async () => {
    createReadings(['moved'], { url: 'https://new.example', formerUrls: ['https://old.example'] })
    const file: PortablePlan = {
      title: ' ',
      description: '',
      phases: [],
      items: [
        { ...item, kind: 'read', readingId: 'dynamo', url: 'https://wrong.example' },
        { ...item, kind: 'read', url: 'https://old.example' },
        { ...item, kind: 'read', readingId: 'gone', url: 'https://lost.example', remark: 'see' },
      ],
    }
    const { planId } = await importPlan(bob.viewer, file, anySettings, now)
    const made = contentWithin(db(), planId)
    expect(made?.title).toBe('A plan from a file')
    expect(made?.items.map((one) => [one.readingId, one.remark])).toEqual([
      ['dynamo', ''],
      ['moved', ''],
      [null, 'see\nhttps://lost.example'],
    ])
  })

  test('of any shape comes back from the database as it was brought in', async () => {
    const words = fc.constantFrom('', 'Some words', 'Two\nlines', '=1+1', '# x')
    const title = fc.constantFrom('A', 'B c', '- [ ] x')
    const anyItem = fc
      .record({
        kind: fc.constantFrom('read' as const, 'drill' as const, 'buffer' as const),
        tier: fc.constantFrom('must' as const, 'could' as const),
        minutes: fc.integer({ min: 1, max: 600 }),
        parts: fc.integer({ min: 1, max: 9 }),
        readingId: fc.constantFrom(null, 'dynamo'),
        title,
        reason: words,
        prompt: words,
        touches: fc.array(title, { maxLength: 2 }),
        remark: words,
        state: fc.constantFrom('todo' as const, 'done' as const, 'skipped' as const),
      })
      .map((one) => ({ ...one, url: one.readingId && 'https://example.org/dynamo' }))
    const anyFile = fc.record({
      title,
      description: words,
      items: fc.array(anyItem, { maxLength: 3 }),
      phases: fc.array(fc.record({ title, goal: words, items: fc.array(anyItem, { maxLength: 3 }) }), { maxLength: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(anyFile, async (file) => {
        const { planId } = await importPlan(bob.viewer, file, anySettings, now)
        expect(await getPortablePlan(bob.viewer, planId)).toEqual(file)
        db().delete(plans).where(eq(plans.id, planId)).run()
      }),
      { numRuns: 60 },
    )
  })
})
