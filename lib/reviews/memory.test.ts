import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CardMemory, recallAfter, reviewCard, type ReviewGrade } from './memory.ts'

const dayMs = 86_400_000
const grade = fc.constantFrom<ReviewGrade>(1, 2, 3, 4)
const history = fc.array(fc.tuple(grade, fc.integer({ min: 0, max: 400 })), { minLength: 1, maxLength: 30 })

function play(steps: readonly (readonly [ReviewGrade, number])[]): CardMemory {
  let at = 0
  let memory: CardMemory | null = null
  for (const [given, days] of steps) {
    at += days * dayMs
    memory = reviewCard(memory, given, at)
  }
  if (!memory) throw new Error('no review')
  return memory
}

describe('a card that is asked again', () => {
  test('always comes back on a later day, within a year', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { dueAt, reviewedAt, stability, difficulty } = play(steps)
        expect(dueAt - reviewedAt).toBeGreaterThanOrEqual(dayMs)
        expect(dueAt - reviewedAt).toBeLessThanOrEqual(365 * dayMs)
        expect(Number.isFinite(stability) && stability > 0).toBe(true)
        expect(difficulty).toBeGreaterThanOrEqual(1)
        expect(difficulty).toBeLessThanOrEqual(10)
      }),
    )
  })

  test('waits no less the better it went', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 100 }), (steps, days) => {
        const before = play(steps)
        const at = before.reviewedAt + days * dayMs
        const waits = ([1, 2, 3, 4] as const).map((given) => reviewCard(before, given, at).dueAt)
        expect(waits).toEqual(waits.toSorted((a, b) => a - b))
      }),
    )
  })

  test('takes a clock that was set back as no time at all', () => {
    const before = reviewCard(null, 3, 100 * dayMs)
    expect(reviewCard(before, 3, 40 * dayMs)).toEqual(reviewCard(before, 3, 100 * dayMs))
  })

  test('is recalled by 9 of 10 after as many days as its stability says', () => {
    expect(recallAfter(12, 12)).toBeCloseTo(0.9, 5)
    expect(recallAfter(-3, 12)).toBe(1)
  })
})
