import { beforeEach, expect, test } from 'vitest'
import { freshMock } from '#lib/practice/mock.ts'
import { Problem } from '#lib/problems.ts'
import { getInterview, listOpenInterviews } from '#db/queries/practice/interviews.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { makeMember, makePlan } from '#db/testing/sharing.ts'
import { setAnswer } from './answers.ts'
import { leaveSeat, openInterview, setInterview, takeSeat } from './interviews.ts'

const now = Date.UTC(2026, 10, 28, 12)
const text = { markdown: 'Sockets and a log', diagram: '', ticked: [], scores: {}, nextTime: '', seconds: 60 }
const mock = { questionId: 'chat', kind: 'mock' as const, itemId: null, mock: freshMock, isFinished: false, ...text }
const evidence = 'One owner gives the sequence.'

let ada: Person
let grace: Person
let bob: Person
let eve: Person
let planId: string
beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson({ name: 'Ada' })
  eve = await createPerson({ name: 'Eve' })
  planId = await makePlan(ada)
  grace = await makeMember(planId, 'member', { name: 'Grace' })
  bob = await makeMember(planId, 'guest', { name: 'Bob' })
  await setAnswer(ada.viewer, 'mock-0001', { ...mock, version: 0 }, now)
})

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as Problem,
  )

test('a mock is its candidate’s alone until it is opened, and again when it is closed', async () => {
  expect(await getInterview(grace.viewer, 'mock-0001')).toBeNull()
  await openInterview(ada.viewer, 'mock-0001', planId)
  expect(await getInterview(grace.viewer, 'mock-0001')).toMatchObject({ role: 'teammate', markdown: '' })
  expect(await getInterview(eve.viewer, 'mock-0001')).toBeNull()
  expect((await problemOf(takeSeat(eve.viewer, 'mock-0001')))?.status).toBe(404)
  await takeSeat(grace.viewer, 'mock-0001')
  await openInterview(ada.viewer, 'mock-0001', null)
  expect(await getInterview(grace.viewer, 'mock-0001')).toBeNull()
  expect(await getInterview(ada.viewer, 'mock-0001')).toMatchObject({ role: 'candidate', interviewer: null })
})

test('nobody opens another’s mock, or their own to a plan that they are not on', async () => {
  expect((await problemOf(openInterview(grace.viewer, 'mock-0001', planId)))?.status).toBe(404)
  const other = await makePlan(eve)
  expect((await problemOf(openInterview(ada.viewer, 'mock-0001', other)))?.status).toBe(404)
})

test('of two who want to interview the second is told who does', async () => {
  await openInterview(ada.viewer, 'mock-0001', planId)
  expect((await listOpenInterviews(grace.viewer, planId)).map(({ candidate }) => candidate)).toEqual(['Ada'])
  expect(await listOpenInterviews(eve.viewer, planId)).toEqual([])
  expect(await takeSeat(grace.viewer, 'mock-0001')).toMatchObject({ role: 'interviewer', markdown: text.markdown })
  const problem = await problemOf(takeSeat(bob.viewer, 'mock-0001'))
  expect(problem?.status).toBe(409)
  expect(problem?.detail).toBe('Grace interviews already. There is one interviewer at a time.')
  expect((await problemOf(setInterview(bob.viewer, 'mock-0001', { ask: 'Why?' }, now)))?.status).toBe(403)
  await leaveSeat(grace.viewer, 'mock-0001')
  expect(await takeSeat(bob.viewer, 'mock-0001')).toMatchObject({ role: 'interviewer' })
})

test('what the interviewer asks and scores reaches the candidate, whose own writing goes on', async () => {
  await openInterview(ada.viewer, 'mock-0001', planId)
  await takeSeat(grace.viewer, 'mock-0001')
  await setInterview(grace.viewer, 'mock-0001', { ask: 'What if a gateway dies?' }, now + 1)
  await setInterview(grace.viewer, 'mock-0001', { scores: { depth: { score: 1, evidence } } }, now + 2)
  const refused = await problemOf(setAnswer(ada.viewer, 'mock-0001', { ...mock, version: 1 }, now + 3))
  expect(refused?.status).toBe(409)
  const { version, scores } = refused!.extra.current as { version: number; scores: object }
  const next = { ...mock, markdown: 'Sockets, and leases', scores, version }
  const saved = await setAnswer(ada.viewer, 'mock-0001', next, now + 4)
  expect(saved.mock?.asked).toEqual(['What if a gateway dies?'])
  expect(saved.scores).toEqual({ depth: { score: 1, evidence } })
  expect(await getInterview(grace.viewer, 'mock-0001')).toMatchObject({ markdown: 'Sockets, and leases' })
})
