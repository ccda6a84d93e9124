import { randomUUID } from 'node:crypto'
import { expect, type SignedIn } from './fixtures.ts'

/** Dates and minutes of no interest to the test. */
export const dates = {
  startDate: new Date().toISOString().slice(0, 10),
  targetDate: null,
  weekdayMinutes: [60, 60, 60, 60, 60, 60, 60],
  daysOff: [],
  timeZone: 'UTC',
}

/** A plan as the API gives it. */
export interface Plan {
  id: string
  title: string
  items: { id: string; title: string; readingId: string | null; state: string; minutes: number }[]
}

type Role = 'editor' | 'member' | 'guest'

/** Makes a plan of three tasks, named by `words`. */
export async function makePlan(
  { request }: SignedIn,
  title: string,
  words = ['First', 'Second', 'Third'],
): Promise<Plan> {
  const id = randomUUID()
  const made = await request.post('/api/v1/plans', { data: { ...dates, id, templateId: null, title } })
  expect(made.status(), await made.text()).toBe(201)
  for (const word of words) {
    const item = { id: randomUUID(), kind: 'task', title: word, minutes: 20, tier: 'must' }
    expect((await request.post(`/api/v1/plans/${id}/items`, { data: item })).ok()).toBe(true)
  }
  return getPlan({ request }, id)
}

/** A plan as somebody who is on it sees it. */
export async function getPlan({ request }: Pick<SignedIn, 'request'>, id: string): Promise<Plan> {
  const answer = await request.get(`/api/v1/plans/${id}`)
  expect(answer.status()).toBe(200)
  return (await answer.json()) as Plan
}

/** Makes a link; gives its token. */
export async function makeLink(owner: SignedIn, planId: string, role: Role, over: object = {}): Promise<string> {
  const answer = await owner.request.post(`/api/v1/plans/${planId}/links`, { data: { role, ...over } })
  expect(answer.status(), await answer.text()).toBe(201)
  return ((await answer.json()) as { url: string }).url.split('/').at(-1)!
}

/** Puts somebody on the plan with a role, by a link of one use. */
export async function join(owner: SignedIn, planId: string, somebody: SignedIn, role: Role): Promise<void> {
  const token = await makeLink(owner, planId, role, { maxUses: 1 })
  const answer = await somebody.request.post(`/api/v1/shared/${token}/join`, { data: dates })
  expect(answer.status(), await answer.text()).toBe(200)
}
