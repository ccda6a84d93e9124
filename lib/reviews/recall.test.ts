import { describe, expect, test } from 'vitest'
import { learn } from './learner.testing.ts'
import { fitFactor, middleFactor, recallOn } from './recall.ts'

const dayMs = 86_400_000
const people = 200

describe('recall on the interview day', () => {
  test.each([0.3, 0.5, 1, 2, 3])('of people who remember %s times as long is shown true after 100 reviews', (speed) => {
    let error = 0
    let absolute = 0
    let held = 0
    for (let seed = 0; seed < people; seed += 1) {
      const person = learn(seed * 7919 + Math.round(speed * 10), speed, 100)
      const day = person.today + 14 * dayMs
      const figure = recallOn(person.cards, day, fitFactor(person.outcomes), person.outcomes.length)
      const truth = person.trueRecall(day)
      error += (figure?.expected ?? 0) - truth
      absolute += Math.abs((figure?.expected ?? 0) - truth)
      if (figure && figure.low <= truth && truth <= figure.high) held += 1
    }
    expect(Math.abs(error / people)).toBeLessThan(0.03)
    expect(absolute / people).toBeLessThan(0.03)
    expect(held / people).toBeGreaterThanOrEqual(0.9)
  })

  test('is not shown before ten reviews, nor without a card', () => {
    const person = learn(1, 1, 60)
    const weights = fitFactor(person.outcomes)
    expect(recallOn(person.cards, person.today, weights, 9)).toBeNull()
    expect(recallOn([], person.today, weights, 60)).toBeNull()
    expect(recallOn(person.cards, person.today, weights, 10)).not.toBeNull()
  })

  test('falls as the day moves away, and its band is in order', () => {
    const person = learn(2, 1, 60)
    const weights = fitFactor(person.outcomes)
    const figures = [0, 7, 30, 90].map((days) => recallOn(person.cards, person.today + days * dayMs, weights, 60))
    for (const figure of figures)
      expect(figure && figure.low <= figure.expected && figure.expected <= figure.high).toBe(true)
    expect(figures.map((figure) => figure?.expected)).toEqual(
      figures.map((figure) => figure?.expected).toSorted((a, b) => (b ?? 0) - (a ?? 0)),
    )
  })

  test('knows nothing but the prior before the first outcome', () => {
    expect(middleFactor(fitFactor([]))).toBeCloseTo(1, 1)
  })
})
