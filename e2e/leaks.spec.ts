import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { accessTable } from '../lib/api/access-table.ts'
import { expect, type SignedIn, test } from './fixtures.ts'
import { dates, join, makeLink, makePlan, type Plan } from './sharing.ts'

/*
 * Canaries: everybody puts a word that stands nowhere else into each private field of theirs. Then everybody reads
 * everything, and no word turns up where it should not.
 */

const readingId = 'how-to-design-a-good-api-and-why-it-matters'
const otherReadingId = 'api-best-practices-webhooks-deprecation-and-design'

/** Those who are on the plan, and those who are not. */
const onPlan = ['owner', 'editor', 'member', 'guest']
/** Who was shown the plan, and may know what it is called and whose it is. */
const shown = [...onPlan, 'invited', 'copier']
const everybody = [...shown, 'former', 'stranger', 'nobody']

/** A word, what it is, and who may come across it. */
interface Canary {
  word: string
  what: string
  seenBy: string[]
  /** Stands on the page of a link too, which whoever has the link may read. */
  onShared: boolean
}

class Cage {
  readonly canaries: Canary[] = []
  /** A new word for a field, which only `seenBy` may see. */
  put(what: string, seenBy: string[], onShared = false): string {
    const word = `canary${randomUUID().replaceAll('-', '')}`
    this.canaries.push({ word, what, seenBy, onShared })
    return word
  }
  /** Something that is secret by itself, such as an id. */
  watch(word: string, what: string, seenBy: string[]): void {
    this.canaries.push({ word, what, seenBy, onShared: false })
  }
}

/** Fills the private fields that anybody has, on the plan or not. */
async function fillOwn(cage: Cage, who: string, { request, email, id }: SignedIn): Promise<void> {
  const own = (what: string) => cage.put(`the ${what} of the ${who}`, [who])
  cage.watch(email, `the e-mail address of the ${who}`, [who])
  cage.watch(
    id,
    `the id of the ${who}`,
    onPlan.includes(who) ? onPlan : who === 'invited' ? ['invited', 'owner'] : [who],
  )
  for (const reading of [readingId, otherReadingId]) {
    const card = {
      problem: own('problem'),
      numbers: own('numbers'),
      choice: own('choice'),
      tradeOff: own('trade-off'),
      useWhen: own('use'),
    }
    const note = { markdown: own('note'), card, version: 0 }
    expect((await request.put(`/api/v1/notes/${reading}`, { data: note })).ok()).toBe(true)
  }
  const other = randomUUID()
  cage.watch(other, `the id of another plan of the ${who}`, [who])
  const plan = { ...dates, id: other, templateId: null, title: own('other plan') }
  expect((await request.post('/api/v1/plans', { data: plan })).status()).toBe(201)
  const description = { description: own('other description') }
  expect((await request.patch(`/api/v1/plans/${other}`, { data: description })).ok()).toBe(true)
  const list = { title: own('list') }
  expect((await request.put(`/api/v1/lists/${randomUUID()}`, { data: list })).ok()).toBe(true)
  const item = { kind: 'task', title: own('other item'), tier: 'must' }
  expect((await request.post(`/api/v1/plans/${other}/items`, { data: item })).ok()).toBe(true)
}

/** Skips an item of the plan, with a reason that is nobody else's. */
async function skip(cage: Cage, who: string, { request }: SignedIn, plan: Plan): Promise<void> {
  const reason = cage.put(`the ${who}'s reason for skipping`, [who])
  const data = { state: 'skipped', reason }
  expect((await request.put(`/api/v1/plans/${plan.id}/items/${plan.items[0]!.id}`, { data })).ok()).toBe(true)
}

interface Reader {
  name: string
  request: APIRequestContext
  /** The secret addresses that this one was given. */
  own: string[]
}

/** Everything that can be read, brackets filled with what the plan has. */
function addresses(filled: Record<string, string>): string[] {
  return Object.entries(accessTable)
    .filter(([route, verbs]) => 'GET' in verbs && !route.startsWith('/api/auth'))
    .map(([route]) => route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => filled[name] ?? 'nowhere'))
    .flatMap((path) =>
      path.endsWith('/export') ? ['md', 'json', 'csv'].map((format) => `${path}?format=${format}`) : [path],
    )
}

/** Pages are read as documents and as the payload that the browser asks for. */
function kinds(path: string): Record<string, string>[] {
  return path.startsWith('/api') || path.startsWith('/feeds') ? [{}] : [{}, { rsc: '1' }]
}

test('no private word of anybody reaches anybody else, in any page, payload, feed or file', async ({
  person,
  playwright,
  baseURL,
}) => {
  test.setTimeout(600_000)
  const cage = new Cage()
  const people: Record<string, SignedIn> = {}
  // The first account of a server is its admin's.
  await person('Admin')
  for (const who of everybody.filter((name) => name !== 'nobody')) {
    // Names of those on the plan are for those on it; the owner's stands on the link's page too.
    const seenBy = {
      owner: shown,
      copier: ['copier'],
      invited: ['invited', 'owner'],
      former: [...onPlan, 'former'],
      stranger: ['stranger'],
    }
    people[who] = await person(cage.put(`the name of the ${who}`, seenBy[who as 'owner'] ?? onPlan, who === 'owner'))
  }
  const { owner, editor, member, guest, invited, copier, former, stranger } = people as Record<string, SignedIn> &
    Record<'owner' | 'editor' | 'member' | 'guest' | 'invited' | 'copier' | 'former' | 'stranger', SignedIn>

  const plan = await makePlan(owner, cage.put('the title of the plan', shown, true), ['One', 'Two'])
  cage.watch(plan.id, 'the id of the plan', [...onPlan, 'invited'])
  for (const { id } of plan.items) cage.watch(id, 'the id of an item', onPlan)
  const api = `/api/v1/plans/${plan.id}`
  const reading = await owner.request.post(`${api}/items`, { data: { kind: 'read', readingId, tier: 'must' } })
  expect(reading.ok()).toBe(true)
  for (const [who, role] of [
    ['editor', 'editor'],
    ['member', 'member'],
    ['guest', 'guest'],
    ['former', 'member'],
  ] as const)
    await join(owner, plan.id, people[who]!, role)
  for (const [who, signedIn] of Object.entries(people)) await fillOwn(cage, who, signedIn)
  for (const who of ['owner', 'editor', 'member', 'former']) await skip(cage, who, people[who]!, plan)
  await member.request.patch(`${api}/members/${member.id}`, { data: { shows: 'everything' } })
  await editor.request.patch(`${api}/members/${editor.id}`, { data: { shows: 'nothing' } })

  // Words among those on the plan: remarks, comments, a note that its writer shares.
  const item = `${api}/items/${plan.items[1]!.id}`
  expect((await owner.request.patch(item, { data: { remark: cage.put('a remark', onPlan) } })).ok()).toBe(true)
  const say = (who: SignedIn, words: string, id = randomUUID()) =>
    who.request.post(`${api}/comments`, { data: { id, itemId: plan.items[1]!.id, markdown: words } })
  const commentId = randomUUID()
  expect((await say(member, cage.put('a comment', onPlan), commentId)).status()).toBe(201)
  expect((await say(former, cage.put('a comment of the former member', onPlan))).status()).toBe(201)
  const shared = cage.put('a note that is shared', onPlan)
  const card = { problem: '', numbers: '', choice: '', tradeOff: '', useWhen: '' }
  for (const who of [member, former]) {
    const before = (await (await who.request.get(`/api/v1/notes/${readingId}`)).json()) as { version: number }
    // The private words of the first version go: they stay with earlier versions, which are their writer's.
    const note = {
      markdown: who === member ? shared : cage.put('a note once shared', ['former']),
      card,
      version: before.version,
    }
    expect((await who.request.put(`/api/v1/notes/${readingId}`, { data: note })).ok()).toBe(true)
    expect((await who.request.put(`${api}/notes/${readingId}`)).ok()).toBe(true)
  }

  // Secret addresses.
  const token = await makeLink(owner, plan.id, 'guest')
  cage.watch(token, 'the token of a link', [])
  const links = (await (await owner.request.get(`${api}/links`)).json()) as { items: { id: string }[] }
  for (const link of links.items) cage.watch(link.id, 'the id of a link', ['owner'])
  const feedOf = async (who: SignedIn, path: string, data?: object) => {
    const made = await who.request.post(`${api}/${path}`, data ? { data } : {})
    expect(made.status(), await made.text()).toBe(201)
    const { url } = (await made.json()) as { url: string }
    return new URL(url).pathname
  }
  const feeds: Record<string, string[]> = {}
  for (const who of ['owner', 'editor', 'member', 'former'])
    feeds[who] = [await feedOf(people[who]!, 'feed'), await feedOf(people[who]!, 'calendar', { hour: null })]
  const everyPlan = await owner.request.post('/api/v1/calendar', { data: { hour: null } })
  expect(everyPlan.status()).toBe(201)
  feeds.owner!.push(new URL(((await everyPlan.json()) as { url: string }).url).pathname)
  feeds.guest = [await feedOf(guest, 'feed')]

  // A copy, to which a later edit of the plan is offered.
  const copied = await copier.request.post(`/api/v1/shared/${token}/fork`, { data: { ...dates, id: randomUUID() } })
  expect(copied.status(), await copied.text()).toBe(201)
  const { planId: copyId } = (await copied.json()) as { planId: string }
  cage.watch(copyId, 'the id of a copy', ['copier'])
  const later = { id: randomUUID(), kind: 'task', title: cage.put('a later item', shown, true), tier: 'must' }
  cage.watch(later.id, 'the id of a later item', onPlan)
  expect((await owner.request.post(`${api}/items`, { data: later })).ok()).toBe(true)

  await owner.request.post(`${api}/members`, { data: { userId: invited.id, role: 'editor' } })
  expect((await owner.request.delete(`${api}/members/${former.id}`)).status()).toBe(204)

  const nobody = await playwright.request.newContext({ baseURL: baseURL! })
  const readers: Reader[] = [
    ...Object.entries(people).map(([name, { request }]) => ({ name, request, own: feeds[name] ?? [] })),
    { name: 'nobody', request: nobody, own: [] },
  ]
  const filled = {
    readingId,
    id: readingId,
    planId: plan.id,
    itemId: plan.items[1]!.id,
    commentId,
    userId: member.id,
    linkId: links.items[0]!.id,
    version: '1',
    token,
    section: 'scalability',
    topic: 'distributed-caching',
  }
  const found: string[] = []
  let read = 0
  for (const { name, request, own } of readers) {
    const asked = [
      ...addresses(filled),
      ...addresses({ ...filled, planId: copyId }).filter((path) => path.includes(copyId)),
      ...own,
      `${api}/comments?item=${filled.itemId}`,
      `/plans/${plan.id}?view=items`,
    ]
    for (const path of asked)
      for (const headers of kinds(path)) {
        const answer = await request.get(path, { headers, maxRedirects: 0 })
        const text = await answer.text()
        read += text.length > 0 ? 1 : 0
        for (const { word, what, seenBy, onShared } of cage.canaries) {
          // What was asked for may be named in the answer: the asker knew it.
          const isKnown = seenBy.includes(name) || path.includes(word) || (onShared && path.startsWith('/shared/'))
          if (!isKnown && (text.includes(word) || text.includes(encodeURIComponent(word))))
            found.push(`${name} finds ${what} at ${path} ${JSON.stringify(headers)} (${answer.status()})`)
        }
      }
  }
  expect(found).toEqual([])
  // The test is worth something only if the words are there to be found.
  expect(read).toBeGreaterThan(300)
  const seen = async (who: SignedIn, path: string) => (await who.request.get(path)).text()
  expect(await seen(guest, `${api}/comments`)).toContain(cage.canaries.find(({ what }) => what === 'a comment')!.word)
  expect(await seen(editor, `${api}/notes`)).toContain(shared)
  expect(await seen(owner, `${api}/export?format=json`)).toContain(
    cage.canaries.find(({ what }) => what === 'a remark')!.word,
  )
  expect(await seen(stranger, `/shared/${token}`)).toContain(plan.title)
  expect(await seen(copier, `/api/v1/plans/${copyId}/changes`)).toContain(later.title)
  for (const path of feeds.former!) expect((await nobody.get(path)).status()).toBe(404)
  for (const path of [...feeds.owner!, ...feeds.guest]) expect((await nobody.get(path)).status()).toBe(200)

  // A picture holds no text to search: it is the same for everybody, so it holds nothing of the one who asks.
  const pictures = await Promise.all(
    readers.map(async ({ request }) => (await request.get(`/shared/${token}/picture`)).body()),
  )
  for (const picture of pictures) expect(picture.equals(pictures[0]!)).toBe(true)
  await nobody.dispose()
})
