import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Done, readinessInWords, readinessOf, seenOn, together } from './coverage.ts'
import type { Question } from './question.ts'

const question: Question = {
  id: 'chat',
  position: 1,
  title: 'A chat',
  prompt: 'Design a chat.',
  blocks: ['connections', 'once'],
  readings: [
    { id: 'a', block: 'connections', reason: 'r' },
    { id: 'b', block: 'connections', reason: 'r' },
    { id: 'c', block: 'once', reason: 'r' },
  ],
  goodAnswer: [],
  followUps: [],
  mistakes: [],
}
const nothing: Done = { read: new Set(), carded: new Set(), answers: new Map() }
const ids = fc.subarray(['a', 'b', 'c', 'x']).map((some) => new Set(some))
const person = fc.record({
  read: ids,
  carded: ids,
  answers: fc
    .array(fc.option(fc.double({ min: 0, max: 3, noNaN: true })), { maxLength: 4 })
    .map((scores) => new Map([['chat', scores]])),
})
const order = ['none', 'read', 'carded', 'practised']

describe('how ready somebody is for a question', () => {
  test('is dark at first, and names the reading to begin with', () => {
    expect(readinessOf(question, nothing)).toEqual({
      questionId: 'chat',
      cells: [
        { block: 'connections', light: 'none', read: 0, readings: 2, next: 'a' },
        { block: 'once', light: 'none', read: 0, readings: 1, next: 'c' },
      ],
      read: 0,
      readings: 3,
      cards: 0,
      practised: 0,
      best: null,
      weakest: 'connections',
    })
  })

  test('is said in one sentence', () => {
    const done: Done = { read: new Set(['a', 'b']), carded: new Set(['a']), answers: new Map([['chat', [2.1]]]) }
    const blocks = new Map([['once', 'Doing it once']])
    expect(readinessInWords(readinessOf(question, done), blocks)).toBe(
      'Read 2 of 3, one card, practised once at 2.1 of 3; weakest: Doing it once.',
    )
  })

  test('takes from others only what they ticked on the plan, and never how well it went', () => {
    const items = [
      { id: 'i-1', kind: 'read', readingId: 'a', questionId: null },
      { id: 'i-2', kind: 'card', readingId: 'a', questionId: null },
      { id: 'i-3', kind: 'drill', readingId: null, questionId: 'chat' },
      { id: 'i-4', kind: 'read', readingId: 'c', questionId: null },
    ]
    const seen = seenOn(items, new Set(['i-1', 'i-2', 'i-3']))
    expect(readinessOf(question, seen)).toMatchObject({ read: 1, cards: 1, practised: 1, best: null })
  })

  test('never falls by doing more, and a team covers at least what each of its people does', () => {
    fc.assert(
      fc.property(person, person, (one, two) => {
        const alone = readinessOf(question, one)
        const both = readinessOf(question, together([one, two]))
        expect(both.read).toBeGreaterThanOrEqual(alone.read)
        expect(both.best ?? 0).toBeGreaterThanOrEqual(alone.best ?? 0)
        for (const [index, cell] of both.cells.entries())
          expect(order.indexOf(cell.light)).toBeGreaterThanOrEqual(order.indexOf(alone.cells[index]?.light ?? 'none'))
      }),
    )
  })
})
