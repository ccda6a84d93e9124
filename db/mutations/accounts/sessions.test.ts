import { beforeEach, expect, test } from 'vitest'
import { getViewerBySession, listSessions } from '#db/queries/accounts/sessions.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createSession, removeOtherSessions, removeSession } from './sessions.ts'

const minute = 60_000
const day = 24 * 60 * minute
const start = Date.UTC(2026, 2, 1)
let writes = 0

beforeEach(async () => {
  await freshDatabase({ onStatement: (sql) => (writes += /^(update|insert|delete)/i.test(sql) ? 1 : 0) })
})

test('the database holds nothing that opens a session', async () => {
  const { viewer, sessionId } = await createPerson({}, start)
  expect(viewer.sessionId).not.toContain(sessionId)
  expect(await getViewerBySession(viewer.sessionId, start)).toBeNull()
  expect(await getViewerBySession(sessionId, start)).toMatchObject({ id: viewer.id, role: 'user' })
})

test('a session in use is noted every ten minutes, not at every request', async () => {
  const { sessionId } = await createPerson({}, start)
  writes = 0
  await getViewerBySession(sessionId, start + 9 * minute)
  expect(writes).toBe(0)
  const viewer = await getViewerBySession(sessionId, start + 10 * minute)
  await getViewerBySession(sessionId, start + 11 * minute)
  expect(writes).toBe(1)
  expect((await listSessions(viewer!, start + 11 * minute))[0]?.lastSeenAt).toBe(start + 10 * minute)
})

test('a session ends after 14 days without use, and after 90 in any case', async () => {
  const { sessionId } = await createPerson({}, start)
  expect(await getViewerBySession(sessionId, start + 14 * day)).toBeNull()
  for (let days = 0; days < 90; days += 13) {
    // oxlint-disable-next-line no-await-in-loop -- each use puts the end of the next off
    expect(await getViewerBySession(sessionId, start + days * day)).not.toBeNull()
  }
  expect(await getViewerBySession(sessionId, start + 90 * day)).toBeNull()
})

test('signing out ends this browser alone; signing out elsewhere all but this one', async () => {
  const { viewer, sessionId } = await createPerson({}, start)
  const stranger = await createPerson({}, start)
  const phone = await createSession(viewer.id, 'phone', start + 1)
  const tablet = await createSession(viewer.id, 'tablet', start + 2)
  await removeSession(phone)
  expect(await getViewerBySession(phone, start + 3)).toBeNull()
  expect((await listSessions(viewer, start + 3)).map((item) => [item.userAgent, item.current])).toEqual([
    ['tablet', false],
    ['test', true],
  ])
  expect(await removeOtherSessions(viewer, start + 3)).toBe(1)
  expect(await getViewerBySession(tablet, start + 3)).toBeNull()
  expect(await getViewerBySession(sessionId, start + 3)).not.toBeNull()
  expect(await getViewerBySession(stranger.sessionId, start + 3)).not.toBeNull()
})
