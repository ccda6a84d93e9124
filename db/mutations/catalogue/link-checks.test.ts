import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { personSaid } from '#lib/link-checks/outcome.ts'
import { db } from '#db/client.ts'
import { getCatalogueState } from '#db/queries/catalogue/catalogue-state.ts'
import { getSeenChangeId, listChangeEntries, listChanges } from '#db/queries/catalogue/changes.ts'
import { getLinkCounts, listOpenReports, listTroubledLinks } from '#db/queries/catalogue/link-checks.ts'
import { getReading } from '#db/queries/catalogue/readings.ts'
import { linkChecks, linkReports, marks, readings } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReport, decideReport } from './link-reports.ts'
import { saveLinkCheck, setLinkFinding, setReadingUrl } from './link-checks.ts'
import { loadCatalogue } from './load-catalogue.ts'
import { setMark } from '#db/mutations/study/marks.ts'
import { setSeenChange } from './seen-change.ts'
import { undoCatalogueChange } from './undo-catalogue-change.ts'

const now = Date.UTC(2026, 1, 1)
const shipped = (oneUrl = 'https://x.org/one', more = '') => [
  {
    name: 'a.yaml',
    text: `section: talk
title: Talk
position: 1
readings:
  - { id: one, title: One, url: '${oneUrl}', medium: article, listedOn: 2018-01-01 }
  - { id: two, title: Two, url: 'https://x.org/two', medium: article, listedOn: 2018-01-01${more} }
`,
  },
]
const revision = async () => (await getCatalogueState())?.revision

beforeEach(async () => {
  await freshDatabase()
  await loadCatalogue(shipped(), now)
})

describe('a report', () => {
  test('waits for the admin, who sees what was said, by whom, of what', async () => {
    const { viewer } = await createPerson({ name: 'Grace' })
    const admin = await createPerson({ role: 'admin' })
    await createReport(viewer, 'one', { kind: 'moved', url: 'https://y.org/one' }, now)
    expect(await listOpenReports(admin.viewer)).toMatchObject([
      { kind: 'moved', url: 'https://y.org/one', reporter: 'Grace', reading: { id: 'one', url: 'https://x.org/one' } },
    ])
  })

  test('said again replaces what was said, and another person’s stands beside it', async () => {
    const [ada, grace] = [await createPerson(), await createPerson()]
    const first = await createReport(ada.viewer, 'one', { kind: 'moved', url: 'https://y.org/1' }, now)
    expect(await createReport(ada.viewer, 'one', { kind: 'moved', url: 'https://y.org/one' }, now + 1)).toEqual(first)
    await createReport(grace.viewer, 'one', { kind: 'dead' }, now + 2)
    expect((await listOpenReports('console')).map((report) => [report.kind, report.url])).toEqual([
      ['moved', 'https://y.org/one'],
      ['dead', null],
    ])
  })

  test('of a reading that is not there, or a move without a new address, is refused', async () => {
    const { viewer } = await createPerson()
    await expect(createReport(viewer, 'nope', { kind: 'dead' }, now)).rejects.toMatchObject({ status: 404 })
    await expect(createReport(viewer, 'one', { kind: 'moved' }, now)).rejects.toMatchObject({ status: 422 })
    await expect(createReport(viewer, 'one', { kind: 'moved', url: 'https://x.org/one' }, now)).rejects.toMatchObject({
      status: 422,
    })
  })

  test('accepted as moved gives the reading its new address, keeps the old one and every mark, and answers the others', async () => {
    const [ada, grace] = [await createPerson(), await createPerson()]
    await setMark(ada.viewer, 'one', { status: 'done' }, now)
    const { id } = await createReport(ada.viewer, 'one', { kind: 'moved', url: 'https://y.org/one' }, now)
    await createReport(grace.viewer, 'one', { kind: 'dead' }, now)
    await createReport(grace.viewer, 'one', { kind: 'paywall' }, now)
    await decideReport('console', id, { state: 'accepted' }, now)
    expect(await getReading('one')).toMatchObject({ url: 'https://y.org/one', formerUrls: ['https://x.org/one'] })
    expect(db().select().from(marks).all()).toMatchObject([{ readingId: 'one', status: 'done' }])
    expect((await listOpenReports('console')).map((report) => report.kind)).toEqual(['paywall'])
    expect(await revision()).toBe(2)
    await undoCatalogueChange('console', undefined, now)
    expect(await getReading('one')).toMatchObject({ url: 'https://x.org/one', formerUrls: [] })
  })

  test('accepted with another address takes that one', async () => {
    const { viewer } = await createPerson()
    const { id } = await createReport(viewer, 'one', { kind: 'moved', url: 'https://y.org/typo' }, now)
    await decideReport('console', id, { state: 'accepted', url: 'https://y.org/one' }, now)
    expect((await getReading('one'))?.url).toBe('https://y.org/one')
  })

  test('accepted as dead or behind a paywall shows on the reading from that day', async () => {
    const { viewer } = await createPerson()
    for (const [kind, status] of [
      ['dead', 'dead'],
      ['paywall', 'alive'],
    ] as const) {
      const { id } = await createReport(viewer, 'one', { kind }, now)
      await decideReport('console', id, { state: 'accepted' }, now)
      expect((await getReading('one'))?.link).toMatchObject({
        status,
        checkedOn: '2026-02-01',
        reason: personSaid[kind],
      })
    }
  })

  test('declined changes nothing; to decide it otherwise afterwards is told to be too late', async () => {
    const { viewer } = await createPerson()
    const { id } = await createReport(viewer, 'one', { kind: 'moved', url: 'https://y.org/one' }, now)
    await decideReport('console', id, { state: 'declined' }, now)
    await decideReport('console', id, { state: 'declined' }, now)
    await expect(decideReport('console', id, { state: 'accepted' }, now)).rejects.toMatchObject({
      status: 409,
      detail: 'This was declined before you decided. Look at the list again.',
    })
    expect((await getReading('one'))?.url).toBe('https://x.org/one')
    expect(db().select().from(linkReports).get()?.state).toBe('declined')
    expect(await revision()).toBe(1)
  })

  test('cannot move a reading to where another one stands, and then stays open', async () => {
    const { viewer } = await createPerson()
    const { id } = await createReport(viewer, 'one', { kind: 'moved', url: 'http://www.x.org/two/' }, now)
    await expect(decideReport('console', id, { state: 'accepted' }, now)).rejects.toMatchObject({ status: 422 })
    expect(await listOpenReports('console')).toHaveLength(1)
  })

  test('is neither seen nor decided by somebody who is no admin, and its writer is none', async () => {
    const { viewer } = await createPerson()
    const { id } = await createReport(viewer, 'one', { kind: 'dead' }, now)
    await expect(listOpenReports(viewer)).rejects.toMatchObject({ status: 403 })
    await expect(decideReport(viewer, id, { state: 'accepted' }, now)).rejects.toMatchObject({ status: 403 })
    await expect(getLinkCounts(viewer)).rejects.toMatchObject({ status: 403 })
    await expect(listTroubledLinks(viewer)).rejects.toMatchObject({ status: 403 })
    await expect(setReadingUrl(viewer, 'one', 'https://y.org/one', now)).rejects.toMatchObject({ status: 403 })
    await expect(setLinkFinding(viewer, 'one', 'dead', now)).rejects.toMatchObject({ status: 403 })
    const admin = await createPerson({ role: 'admin' })
    await decideReport(admin.viewer, id, { state: 'accepted' }, now)
    await expect(decideReport(admin.viewer, 'nope', { state: 'accepted' }, now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('what is known of links', () => {
  test('is counted over the addresses that readings have now', async () => {
    const state = {
      url: 'https://x.org/one',
      httpStatus: 404,
      location: null,
      failures: 2,
      reason: '',
      checkedOn: '2026-01-05',
    }
    await saveLinkCheck('one', { ...state, status: 'dead' })
    expect(await getLinkCounts('console')).toEqual({
      alive: 0,
      moved: 0,
      dead: 1,
      unknown: 0,
      unchecked: 1,
      checkedOn: '2026-01-05',
    })
    expect(await listTroubledLinks('console')).toMatchObject([{ id: 'one', status: 'dead', failures: 2 }])
    await setReadingUrl('console', 'one', 'https://y.org/one', now)
    expect(await getLinkCounts('console')).toMatchObject({ dead: 0, unchecked: 2 })
    expect(await listTroubledLinks('console')).toEqual([])
    expect((await getReading('one'))?.link).toBeNull()
  })

  test('can be put right by the admin', async () => {
    await setLinkFinding('console', 'one', 'dead', now)
    await setLinkFinding('console', 'one', 'alive', now)
    expect(db().select().from(linkChecks).get()).toMatchObject({ status: 'alive', failures: 0, reason: '' })
    expect(await revision()).toBe(3)
    await expect(setLinkFinding('console', 'nope', 'dead', now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('what changed since a person last looked', () => {
  test('is everything after they came, and nothing once they saw it', async () => {
    await setReadingUrl('console', 'two', 'https://y.org/two', now - 5)
    const { viewer } = await createPerson({ createdAt: now })
    await setMark(viewer, 'one', { status: 'done' }, now)
    const since = async () =>
      (await listChanges({ since: await getSeenChangeId(viewer), limit: 9 })).map((batch) => batch.title)
    expect(await since()).toEqual([])
    const id = await setReadingUrl('console', 'one', 'https://y.org/one', now + 5)
    expect(await since()).toEqual(['New address of “One”'])
    expect(await listChangeEntries(viewer, id ?? '', 10)).toEqual([
      {
        kind: 'readdressed',
        readingId: 'one',
        title: 'One',
        exists: true,
        from: 'https://x.org/one',
        to: 'https://y.org/one',
        mark: 'done',
      },
    ])
    await setSeenChange(viewer, id ?? '')
    expect(await since()).toEqual([])
    expect((await listChanges({ limit: 9 })).length).toBe(2)
    const other = await createPerson({ createdAt: now })
    expect(await getSeenChangeId(other.viewer)).not.toBe(id)
    expect((await listChangeEntries(other.viewer, id ?? '', 10))[0]?.mark).toBeNull()
  })

  test('never goes back, and knows no change that is not there', async () => {
    const { viewer } = await createPerson()
    const first = await setReadingUrl('console', 'one', 'https://y.org/one', now)
    const second = await setReadingUrl('console', 'two', 'https://y.org/two', now + 5)
    await setSeenChange(viewer, second ?? '')
    await setSeenChange(viewer, first ?? '')
    expect(await getSeenChangeId(viewer)).toBe(second)
    await expect(setSeenChange(viewer, 'nope')).rejects.toMatchObject({ status: 404 })
  })

  test('holds what a new release shipped, but not the first load', async () => {
    expect(await listChanges({ limit: 9 })).toEqual([])
    await loadCatalogue(shipped('https://y.org/one', ', delistedOn: 2025-01-01'), now + 1)
    const [batch] = await listChanges({ limit: 9 })
    expect(batch).toMatchObject({ source: 'shipped', counts: { readdressed: 1, delisted: 1 } })
    await expect(undoCatalogueChange('console', batch?.id, now)).rejects.toMatchObject({ status: 404 })
    expect(db().select().from(readings).where(eq(readings.id, 'two')).get()?.delistedOn).toBe('2025-01-01')
  })
})
