import { beforeEach, expect, test } from 'vitest'
import { requestOf, call } from '#app/_server/call.testing.ts'
import { PUT as decide } from '#app/api/v1/plans/[planId]/proposals/[proposalId]/route.ts'
import { GET as getProposals } from '#app/api/v1/plans/[planId]/proposals/route.ts'
import { db } from '#db/client.ts'
import { createToken } from '#db/mutations/accounts/tokens.ts'
import { items, marks, notes, planProposals } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { anyItem, makeMember, makePlan } from '#db/testing/sharing.ts'
import { agentWith, createAgent } from './client.testing.ts'
import { POST } from './route.ts'
import { tools } from './_tools/server.ts'

let ada: Person
beforeEach(async () => {
  await freshDatabase()
  createReadings(['reading-a', 'reading-b'])
  ada = await createPerson({ name: 'Ada' })
})

test('the tools are these and no others; none deletes, and each says whether it writes', async () => {
  const agent = await createAgent(ada, 'read')
  const { result } = (await (await agent.send('tools/list')).json()) as {
    result: { tools: { name: string; annotations: { readOnlyHint: boolean; destructiveHint: boolean } }[] }
  }
  const names = (isRead: boolean) =>
    result.tools
      .filter(({ annotations }) => annotations.readOnlyHint === isRead)
      .map(({ name }) => name)
      .toSorted()
  expect(names(true)).toEqual([
    'coverage',
    'my_notes',
    'plan_status',
    'reading',
    'review_due',
    'search_readings',
    'today',
  ])
  expect(names(false)).toEqual(['add_reading', 'mark', 'propose_plan_change', 'save_card'])
  expect(result.tools.some(({ annotations }) => annotations.destructiveHint)).toBe(false)
  expect(tools).toHaveLength(11)
})

test('clients of last year’s protocol are served too', async () => {
  const { token } = await createToken(ada.viewer, { name: 'Old', scope: 'read', days: 1 }, Date.now())
  const request = await requestOf({
    method: 'POST',
    path: '/api/mcp',
    headers: { authorization: `Bearer ${token}`, accept: 'application/json, text/event-stream' },
    body: { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'plan_status', arguments: {} } },
  })
  const answer = await POST(request)
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('{\\"plans\\":[]}')])
})

test('nobody gets in without a token: not by a cookie, not by a dead one, not in an address, not from another site', async () => {
  const body = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
  const post = async (given: Parameters<typeof requestOf>[0]) =>
    (await POST(await requestOf({ method: 'POST', path: '/api/mcp', body, ...given }))).status
  const { token } = await createToken(ada.viewer, { name: 'x', scope: 'read', days: 1 }, Date.now() - 9e7)
  expect(await post({})).toBe(401)
  expect(await post({ as: ada })).toBe(401)
  expect(await post({ headers: { authorization: `Bearer ${token}` } })).toBe(401)
  expect(await post({ path: `/api/mcp?token=${token}` })).toBe(400)
  const agent = await createAgent(ada, 'read')
  expect((await agent.send('tools/list', {}, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await agentWith('').send('tools/list')).status).toBe(401)
})

test('an agent with the scope marks and saves a card; what is left out of a card stays', async () => {
  const agent = await createAgent(ada, 'write')
  expect((await agent.call('mark', { readingId: 'reading-a', status: 'done' })).data).toMatchObject({ mark: 'done' })
  expect(db().select().from(marks).all()).toMatchObject([{ userId: ada.viewer.id, status: 'done' }])
  const first = await agent.call('save_card', { readingId: 'reading-a', version: 0, problem: 'Slow', choice: 'Cache' })
  expect(first.data).toMatchObject({ version: 1 })
  await agent.call('save_card', { readingId: 'reading-a', version: 1, choice: 'Queue' })
  expect(db().select().from(notes).all()).toMatchObject([{ problem: 'Slow', choice: 'Queue' }])
  const old = await agent.call('save_card', { readingId: 'reading-a', version: 1, choice: 'Lost' })
  expect([old.data, old.refused]).toEqual([null, expect.stringMatching(/\w/)])
  expect(db().select().from(notes).all()).toMatchObject([{ choice: 'Queue' }])
})

test('unknown fields, unknown readings and wrong values are refused in words and change nothing', async () => {
  const agent = await createAgent(ada, 'write')
  const tries: [string, object][] = [
    ['mark', { readingId: 'reading-a', status: 'done', force: true }],
    ['mark', { readingId: 'reading-a', status: 'read' }],
    ['mark', { readingId: 'nowhere', status: 'done' }],
    ['add_reading', { url: 'javascript:alert(1)' }],
    ['reading', { id: '../../me' }],
    ['erase', {}],
  ]
  for (const [tool, given] of tries) {
    // oxlint-disable-next-line no-await-in-loop -- one after another
    const { data, refused } = await agent.call(tool, given)
    expect([tool, data, refused]).toEqual([tool, null, expect.stringMatching(/\w{3}/)])
  }
  expect(db().select().from(marks).all()).toEqual([])
})

test('what an agent proposes changes nothing before an editor accepts it, and no token can', async () => {
  const planId = await makePlan(ada, { items: [anyItem({ id: 'item-old', title: 'Old' })] })
  const agent = await createAgent(ada, 'write')
  const changes = [
    { do: 'add', kind: 'read', readingId: 'reading-a', tier: 'must' },
    { do: 'tier', itemId: 'item-old', tier: 'could' },
    { do: 'remove', itemId: 'item-gone' },
  ]
  const { data } = await agent.call('propose_plan_change', { planId, says: 'You lack caching.', changes })
  expect(data).toMatchObject({ state: 'waits for a person' })
  expect(db().select().from(items).all()).toHaveLength(1)
  const guest = await makeMember(planId, 'guest')
  const stranger = await createPerson()
  const params = { planId, proposalId: data.proposal as string }
  const accept = (given: object) => call(decide, { method: 'PUT', params, body: { state: 'accepted' }, ...given })
  const { token } = await createToken(ada.viewer, { name: 'x', scope: 'write', days: 1 }, Date.now())
  expect((await accept({ headers: { authorization: `Bearer ${token}` } })).status).toBe(403)
  expect((await accept({ as: guest })).status).toBe(403)
  expect((await accept({ as: stranger })).status).toBe(404)
  expect((await call(getProposals, { as: stranger, params })).status).toBe(404)
  expect((await call(getProposals, { as: ada, params })).body.items).toMatchObject([
    {
      by: 'Ada',
      says: 'You lack caching.',
      lines: ['Add “Title of reading-a” (read, must)', 'Make “Old” a could', 'Remove an item that is gone'],
    },
  ])
  expect((await accept({ as: ada })).body).toMatchObject({ done: 2, left: [expect.stringMatching(/no such item/)] })
  expect(
    db()
      .select()
      .from(items)
      .all()
      .map(({ tier }) => tier)
      .toSorted(),
  ).toEqual(['could', 'must'])
  expect((await accept({ as: ada })).status).toBe(404)
})

test('a guest’s and a stranger’s agents propose nothing; twenty that wait are enough', async () => {
  const planId = await makePlan(ada)
  const given = { planId, says: 'More', changes: [{ do: 'add', kind: 'task', title: 'Try it' }] }
  const guest = await createAgent(await makeMember(planId, 'guest'), 'write')
  const stranger = await createAgent(await createPerson(), 'write')
  expect((await guest.call('propose_plan_change', given)).refused).toMatch(/role/)
  expect((await stranger.call('propose_plan_change', given)).refused).toMatch(/no such plan/)
  const own = await createAgent(ada, 'write')
  for (let n = 0; n < 20; n++) await own.call('propose_plan_change', given)
  expect((await own.call('propose_plan_change', given)).refused).toMatch(/20 proposals wait/)
  expect(db().select().from(planProposals).all()).toHaveLength(20)
})
