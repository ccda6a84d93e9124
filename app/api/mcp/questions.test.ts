import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Agent, createAgent } from './client.testing.ts'
import { seedServer } from './seed.testing.ts'

// What people ask their agents, and what the tools must let them answer. The answers were pinned as the tools gave
// them, after reading them against the curated content and what `seedServer` does.

let agent: Agent
let planId: string

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 2, 2, 9) })
  const seeded = await seedServer()
  planId = seeded.planId
  agent = await createAgent(seeded.ada, 'read')
}, 180_000)
afterAll(() => {
  vi.useRealTimers()
})

// oxlint-disable-next-line typescript/no-explicit-any -- each question looks into another answer
type Look = (data: any) => unknown

it.each<[string, string, () => object, Look, unknown]>([
  ['What day is it for me?', 'today', () => ({}), ({ today }) => today, '2026-03-02'],
  ['How much is left today?', 'today', () => ({}), ({ left, items }) => [left, items], [5, 6]],
  ['What comes first today?', 'today', () => ({}), ({ next }) => next[0].title, 'Anatomy of a System Design Interview'],
  ['Am I behind?', 'today', () => ({}), ({ plans }) => plans[0].pace, 'on-track'],
  ['When is my interview?', 'plan_status', () => ({}), ({ plans }) => plans[0].targetDate, '2026-03-30'],
  ['How far am I with my plan?', 'plan_status', () => ({}), ({ plans }) => [plans[0].done, plans[0].of], [1, 52]],
  [
    'Does everything fit before it?',
    'plan_status',
    () => ({ planId }),
    (plan) => [plan.doNotFit, plan.mustsTooLate],
    [0, 0],
  ],
  ['When am I through?', 'plan_status', () => ({ planId }), ({ endDate }) => endDate, '2026-03-27'],
  ['On which days do I study next?', 'plan_status', () => ({ planId }), ({ nextDays }) => nextDays.length, 7],
  ['How many readings are on Kafka?', 'search_readings', () => ({ query: 'kafka' }), ({ total }) => total, 31],
  [
    'What of LinkedIn is there on Kafka at scale?',
    'search_readings',
    () => ({ query: 'kafka scale org:linkedin' }),
    ({ items }) => items[0].id,
    'kafka-at-scale-at-linkedin',
  ],
  [
    'What have I read on distributed locking?',
    'search_readings',
    () => ({ query: 'distributed locking', status: 'done' }),
    ({ total }) => total,
    3,
  ],
  ['Is there anything on unicorns?', 'search_readings', () => ({ query: 'unicornology' }), ({ total }) => total, 0],
  [
    'How long is the talk of Uber on locking?',
    'reading',
    () => ({ id: 'distributed-locking-at-uber' }),
    ({ minutes, medium }) => [minutes, medium],
    [50, 'video'],
  ],
  ['Did I read it?', 'reading', () => ({ id: 'distributed-locking-at-uber' }), ({ mark }) => mark, 'done'],
  [
    'What did I choose on its card?',
    'reading',
    () => ({ id: 'distributed-locking-at-uber' }),
    ({ note }) => note.card.choice,
    'A lease, number 0',
  ],
  ['How many cards do I have?', 'my_notes', () => ({}), ({ cards, notes }) => [cards, notes], [3, 4]],
  ['Where did I write about fencing?', 'my_notes', () => ({ query: 'fencing' }), ({ found }) => found, 4],
  [
    'Which questions have I not touched?',
    'coverage',
    () => ({}),
    ({ untouched, questions }) => [untouched, questions],
    [26, 30],
  ],
  ['What is due for review?', 'review_due', () => ({}), ({ waiting }) => waiting, 3],
])('%s', async (_, tool, given, look, expected) => {
  const { data, refused } = await agent.call(tool, given())
  expect(refused).toBeNull()
  expect(look(data)).toEqual(expected)
  // Small enough to be read: some thousand tokens at most.
  expect(JSON.stringify(data).length).toBeLessThan(6000)
})
