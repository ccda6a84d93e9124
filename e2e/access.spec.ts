import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { type Access, accessTable } from '../lib/api/access-table.ts'
import { needsViewer } from '../lib/page-access.ts'
import type { Verb } from '../lib/api/endpoint.ts'
import { expect, type SignedIn, test } from './fixtures.ts'

/** What the owner made, to fill the brackets of addresses with. */
type Owned = Record<string, string>

const readingId = 'how-to-design-a-good-api-and-why-it-matters'
const card = { problem: '', numbers: '', choice: '', tradeOff: '', useWhen: '' }
const mock = { questionId: 'chat', kind: 'mock', itemId: null, mock: null, diagram: '', ticked: [], scores: {} }
const practised = { ...mock, markdown: 'Mine alone.', nextTime: '', seconds: 60, isFinished: true, version: 0 }
const proposal = { says: 'More to do', changes: [{ do: 'add', kind: 'task', title: 'A task' }] }
const note = { markdown: 'Mine alone.', card, version: 0 }

/** For a verb that takes a body: one that would do; and what stands in a route's brackets where `makeOwned` has no other. */
const samples: Record<string, { params?: Owned; bodies?: Partial<Record<Verb, unknown>> }> = {
  '/api/v1/marks/[readingId]': { bodies: { PUT: { status: 'done' } } },
  '/api/v1/notes/[readingId]': { bodies: { PUT: note } },
  '/api/v1/answers/[answerId]': { bodies: { PUT: practised } },
  '/api/v1/estimates/[estimateId]': {
    params: { estimateId: 'estimate-of-nobody' },
    bodies: { PUT: { figure: 'no-figure', low: 1, high: 2, at: 1 } },
  },
  '/api/v1/answers/[answerId]/opening': { bodies: { PUT: { planId: null } } },
  '/api/v1/reviews/[reviewId]': {
    params: { reviewId: 'review-of-nobody' },
    bodies: { PUT: { card: `reading:${readingId}`, grade: 3, confidence: 3, at: 1 } },
  },
  '/api/v1/inbox': { bodies: { PUT: { readUntil: 0 } } },
  '/api/v1/inbox/settings': { bodies: { PUT: { off: [] } } },
  '/api/v1/inbox/[entryId]': { params: { entryId: 'mention:nothing' }, bodies: { PUT: { isRead: true } } },
  '/api/v1/plans': {
    bodies: {
      POST: {
        templateId: 'it-is-slow',
        startDate: '2030-01-07',
        weekdayMinutes: [60, 0, 0, 0, 0, 0, 0],
        timeZone: 'UTC',
      },
    },
  },
  '/api/v1/plans/[planId]': { bodies: { PATCH: { title: 'A plan' } } },
  '/api/v1/plans/[planId]/items': {
    bodies: { POST: { kind: 'task', title: 'A task' }, PATCH: { itemIds: ['nowhere-item'], tier: 'must' } },
  },
  '/api/v1/plans/[planId]/items/[itemId]': { bodies: { PUT: { state: 'done' }, PATCH: { pin: '2030-01-08' } } },
  '/api/v1/plans/[planId]/calendar': { bodies: { POST: { hour: null }, PATCH: { hour: 7 } } },
  '/api/v1/calendar': { bodies: { POST: { hour: null }, PATCH: { hour: 7 } } },
  '/api/v1/plans/[planId]/proposals': { bodies: { POST: proposal } },
  '/api/v1/plans/[planId]/proposals/[proposalId]': { bodies: { PUT: { state: 'declined' } } },
  '/api/v1/plans/[planId]/repairs': { bodies: { POST: { kind: 'shift' } } },
  '/api/v1/plans/[planId]/phases': { bodies: { POST: { id: 'a-phase', title: 'A phase' } } },
  '/api/v1/plans/[planId]/phases/[phaseId]': { bodies: { PATCH: { title: 'A phase' } } },
  '/api/v1/plans/[planId]/passes': {
    bodies: { POST: { startDate: '2030-01-07', weekdayMinutes: [60, 0, 0, 0, 0, 0, 0], timeZone: 'UTC' } },
  },
  '/api/v1/plans/[planId]/links': { bodies: { POST: { role: 'guest' } } },
  '/api/v1/plans/[planId]/public': { bodies: { PUT: { role: 'guest' } } },
  '/api/v1/plans/[planId]/owner': { bodies: { PUT: { userId: 'somebody' } } },
  '/api/v1/plans/[planId]/members': { bodies: { POST: { userId: 'somebody', role: 'guest' } } },
  '/api/v1/plans/[planId]/members/[userId]': { bodies: { PATCH: { shows: 'nothing' } } },
  '/api/v1/plans/[planId]/comments': { bodies: { POST: { id: 'a-comment', itemId: 'item', markdown: 'Hello' } } },
  '/api/v1/plans/[planId]/comments/[commentId]': { bodies: { PUT: { markdown: 'Hello' } } },
  '/api/v1/plans/[planId]/fork': {
    bodies: { POST: { startDate: '2030-01-07', weekdayMinutes: [60, 0, 0, 0, 0, 0, 0], timeZone: 'UTC' } },
  },
  '/api/v1/me': {
    bodies: { PATCH: { name: 'Ada' }, DELETE: { email: 'somebody-else@example.org' } },
  },
}

/** Of a plan that was made. */
interface Made {
  id: string
  items: { id: string }[]
  phases: { id: string }[]
}

/** Makes the private things of an owner that strangers are tried on; gives what stands for them in addresses. */
async function makeOwned({ request, id: userId }: SignedIn): Promise<Owned> {
  expect((await request.put(`/api/v1/notes/${readingId}`, { data: note })).ok()).toBe(true)
  const dates = { startDate: '2030-01-07', weekdayMinutes: [60, 60, 60, 60, 60, 0, 0], timeZone: 'UTC' }
  const answer = await request.post('/api/v1/plans', { data: { templateId: 'it-is-slow', ...dates } })
  const { id, items, phases } = (await answer.json()) as Made
  const itemId = items[0]!.id
  const phaseId = phases.at(-1)!.id
  const link = await request.post(`/api/v1/plans/${id}/links`, { data: { role: 'guest' } })
  const { id: linkId } = (await link.json()) as { id: string }
  const commentId = randomUUID()
  const comment = { id: commentId, itemId, markdown: 'Ours alone.' }
  expect((await request.post(`/api/v1/plans/${id}/comments`, { data: comment })).status()).toBe(201)
  const proposed = await request.post(`/api/v1/plans/${id}/proposals`, { data: proposal })
  const { id: proposalId } = (await proposed.json()) as { id: string }
  const listId = randomUUID()
  expect((await request.put(`/api/v1/lists/${listId}`, { data: { title: 'Mine' } })).ok()).toBe(true)
  const answerId = randomUUID()
  expect((await request.put(`/api/v1/answers/${answerId}`, { data: practised })).ok()).toBe(true)
  const own = await request.post('/api/v1/own-readings', { data: { title: 'A book', url: null } })
  const { id: ownId } = (await own.json()) as { id: string }
  return {
    ownId,
    listId,
    answerId,
    readingId,
    version: '1',
    planId: id,
    itemId,
    phaseId,
    userId,
    linkId,
    commentId,
    proposalId,
  }
}

/** What everybody signed in sees of a public thing, with what is their own in it. */
const ofEveryViewer = ['/questions/[id]/practise', '/questions/[id]/mock', '/api/v1/questions/[questionId]/standing']

/** Routes that are no handlers of ours or do nothing for the one who asks. */
const notHandled = [
  '/api/auth/[...nextauth]',
  '/api/catalogue-changed',
  '/api/health',
  '/api/health/live',
  '/api/health/ready',
  '/api/metrics',
]

interface Line {
  route: string
  verb: Verb
  access: Access
}
const lines: Line[] = Object.entries(accessTable).flatMap(([route, verbs]) =>
  Object.entries(verbs).map(([verb, access]) => ({ route, verb: verb as Verb, access })),
)
const isApi = ({ route }: Line) => route.startsWith('/api/')
const ofPlan = ({ access }: Line) => ['guest', 'member', 'editor', 'owner'].includes(access)

/** The address of a route, its brackets filled with the owner's things, or with what is nowhere. */
function addressOf({ route }: Line, owned: Owned = {}): string {
  // What these take is the id of an own reading.
  const own: Owned = /^\/(?:api\/v1\/)?own/.test(route) && owned.ownId ? { readingId: owned.ownId } : {}
  const known = { ...owned, ...own, ...samples[route]?.params }
  return route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => known[name] ?? 'nowhere')
}

function send(request: APIRequestContext, line: Line, owned?: Owned, headers = {}): Promise<APIResponse> {
  const data = samples[line.route]?.bodies?.[line.verb] ?? (line.verb === 'GET' ? undefined : {})
  return request.fetch(addressOf(line, owned), { method: line.verb, data, headers, maxRedirects: 0 })
}

/** What `tried` gives that is not `expected`, a line each. */
async function unexpected(tried: Line[], status: (line: Line) => Promise<number>, expected: number[]) {
  const found: string[] = []
  for (const line of tried) {
    const answer = await status(line)
    if (!expected.includes(answer)) found.push(`${line.verb} ${line.route} answers ${answer}`)
  }
  return found
}

test('every route of the build is in the table of who may do what', () => {
  const built = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<string, string>
  const ownOfNext = ['/_not-found', '/_global-error', '/favicon.ico']
  // Next puts a hash behind the name of a picture that stands in a route group.
  const routes = Object.values(built)
    .filter((route) => !ownOfNext.includes(route))
    .map((route) => route.replace(/(\/(?:opengraph|twitter)-image)-\w{6}$/, '$1'))
  expect(routes.length).toBeGreaterThan(10)
  expect(routes.filter((route) => !(route in accessTable))).toEqual([])
})

test('nobody gets 401 from every handler that needs somebody', async ({ request }) => {
  const tried = lines.filter((line) => isApi(line) && needsViewer(line.access))
  expect(tried.length).toBeGreaterThan(5)
  expect(await unexpected(tried, async (line) => (await send(request, line)).status(), [401])).toEqual([])
})

test('nobody is sent to sign in by every page that needs somebody, also with a cookie of their own making', async ({
  request,
}) => {
  const tried = lines.filter((line) => !isApi(line) && needsViewer(line.access))
  expect(tried.length).toBeGreaterThan(0)
  for (const headers of [{}, { cookie: 'loadpath.session=made-up' }]) {
    const target = async (line: Line) => {
      const answer = await send(request, line, {}, headers)
      const location = answer.headers().location ?? ''
      return location.includes(`/sign-in?to=${encodeURIComponent(addressOf(line))}`) ? answer.status() : 0
    }
    expect(await unexpected(tried, target, [303, 307])).toEqual([])
  }
})

test('everybody may see the pages that are for everybody', async ({ request }) => {
  const tried = lines.filter((line) => !isApi(line) && line.access === 'anyone' && !line.route.includes('['))
  expect(tried.length).toBeGreaterThan(3)
  expect(await unexpected(tried, async (line) => (await send(request, line)).status(), [200])).toEqual([])
})

test('what a person keeps for themselves is not there for a stranger, and still is for its owner', async ({
  person,
}) => {
  const [owner, stranger] = [await person('Owner'), await person('Stranger')]
  const owned = await makeOwned(owner)
  const tried = lines.filter(
    ({ access, verb, route }) =>
      access === 'viewer' && verb === 'GET' && route.includes('[') && !ofEveryViewer.includes(route),
  )
  expect(tried.length).toBeGreaterThan(0)
  expect(tried.filter((line) => addressOf(line, owned).includes('nowhere'))).toEqual([])
  const asOwner = async (line: Line) => (await send(owner.request, line, owned)).status()
  expect(await unexpected(tried, asOwner, [200])).toEqual([])
  const asStranger = async (line: Line) => {
    const answer = await send(stranger.request, line, owned)
    // A list may answer that there is nothing.
    const isEmpty =
      answer.status() === 200 && isApi(line) && ((await answer.json()) as { items?: [] }).items?.length === 0
    return isEmpty ? 404 : answer.status()
  }
  expect(await unexpected(tried, asStranger, [404])).toEqual([])
})

test('what is on a plan is not there for a stranger, and still is for its owner', async ({ person }) => {
  const [owner, stranger] = [await person('Owner'), await person('Stranger')]
  const owned = await makeOwned(owner)
  const tried = lines.filter(ofPlan)
  expect(tried.filter((line) => addressOf(line, owned).includes('nowhere'))).toEqual([])
  const asStranger = async (line: Line) => (await send(stranger.request, line, owned)).status()
  expect(await unexpected(tried, asStranger, [404])).toEqual([])
  const reads = tried.filter((line) => line.verb === 'GET')
  const asOwner = async (line: Line) => (await send(owner.request, line, owned)).status()
  expect(await unexpected(reads, asOwner, [200])).toEqual([])
})

test('who is not the admin is refused what the admin may', async ({ person }) => {
  // The first account of all is the admin's: the second of this test cannot be it.
  await person()
  const { request } = await person()
  const tried = lines.filter((line) => line.access === 'admin')
  expect(await unexpected(tried, async (line) => (await send(request, line)).status(), [403, 404])).toEqual([])
})

test('another site can write nothing for a signed-in person', async ({ person }) => {
  const { request } = await person()
  const tried = lines.filter((line) => isApi(line) && line.verb !== 'GET' && !notHandled.includes(line.route))
  expect(tried.length).toBeGreaterThan(3)
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }])
    expect(await unexpected(tried, async (line) => (await send(request, line, {}, headers)).status(), [403])).toEqual(
      [],
    )
})

test('no answer to a person may be kept by anybody, and what may be kept is the same for all', async ({
  person,
  request,
}) => {
  const owner = await person('Owner')
  const owned = await makeOwned(owner)
  const found: string[] = []
  let kept = 0
  for (const line of lines.filter(({ verb }) => verb === 'GET')) {
    const answer = await send(owner.request, line, owned)
    const control = answer.headers()['cache-control'] ?? ''
    if (control === 'private, no-store') continue
    kept++
    const isShared = control === 'public, max-age=0, s-maxage=60, stale-while-revalidate=60'
    const same = (await answer.text()) === (await (await send(request, line, owned)).text())
    if (!isShared || !same || line.access !== 'anyone') found.push(`${line.route}: ${control}`)
  }
  expect(found).toEqual([])
  expect(kept).toBeGreaterThan(3)
})

test('a verb that a handler does not have answers 405', async ({ person }) => {
  const { request } = await person()
  const verbs: Verb[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
  const tried = Object.keys(accessTable)
    .filter((route) => route.startsWith('/api/'))
    .flatMap((route) =>
      verbs
        .filter((verb) => !(verb in accessTable[route]!))
        .map((verb) => ({ route, verb, access: 'anyone' as const })),
    )
  expect(tried.length).toBeGreaterThan(10)
  expect(await unexpected(tried, async (line) => (await send(request, line)).status(), [405])).toEqual([])
})
