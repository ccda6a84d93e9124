import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreOf } from './answer.ts'
import { freshMock, hintsOf, mockMinutes, nextPhase, phases, secondsLeft } from './mock.ts'
import { proposeReadings } from './propose.ts'
import { criteria, type CriterionId, scoreProblem, soundScores, weakCriteria, type Scores } from './rubric.ts'

const points = ['one', 'two', 'three', 'four']
const drill = { kind: 'drill' as const, ticked: ['one', 'three'], scores: {}, finishedAt: 1 }
const shows = 'A sentence that shows it.'

describe('a drill', () => {
  test('is scored by the points that it touches, of 3', () => expect(scoreOf(drill, points)).toBe(1.5))
  test('has no score while it is being written', () =>
    expect(scoreOf({ ...drill, finishedAt: null }, points)).toBeNull())
  test('does not count a point that the question lost since', () =>
    expect(scoreOf({ ...drill, ticked: ['one', 'gone'] }, points)).toBe(0.75))
})

describe('a mock interview', () => {
  test('takes 45 minutes', () => expect(mockMinutes).toBe(45))

  test('goes through its phases once, and follow-ups come with the deep dive and the wrap-up', () => {
    let state = freshMock
    const seen = [state.phase]
    const asked = [0]
    for (let i = 0; i < 9; i += 1) {
      state = nextPhase(state, i * 60, ['a', 'b', 'c', 'd'])
      seen.push(state.phase)
      asked.push(state.asked.length)
    }
    expect([...new Set(seen)]).toEqual(phases.map(({ id }) => id))
    expect(asked.slice(0, 6)).toEqual([0, 0, 0, 0, 2, 3])
    expect(asked.at(-1)).toBe(3)
  })

  test('says how far over its time a phase runs, and goes on', () =>
    expect(secondsLeft(freshMock, 400)).toBe(6 * 60 - 400))

  test('gives each point of a good answer as a hint of one phase alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 15 }), (good) => {
        const all = phases.flatMap(({ id }) => hintsOf(id, good))
        expect(all.toSorted()).toEqual(good.toSorted())
      }),
    )
  })

  test('is scored by the mean of what was scored', () => {
    const scores: Scores = { numbers: { score: 1, evidence: shows }, depth: { score: 2, evidence: shows } }
    expect(scoreOf({ kind: 'mock', ticked: [], scores, finishedAt: 1 }, points)).toBe(1.5)
    expect(scoreOf({ kind: 'mock', ticked: [], scores: {}, finishedAt: 1 }, points)).toBeNull()
    expect(weakCriteria({ ...scores, talk: { score: 0, evidence: shows } })).toEqual(['talk', 'numbers'])
  })

  test('wants evidence for each of its six scores', () => {
    expect(criteria).toHaveLength(6)
    expect(scoreProblem({ score: 2, evidence: 'good' })).toContain('Say what shows it')
    expect(scoreProblem({ score: 4, evidence: shows })).toBe('A score is 0, 1, 2 or 3.')
    expect(scoreProblem({ score: 0, evidence: shows })).toBeNull()
  })
})

describe('who scored 1 or less', () => {
  const reading = (id: string, block: string, isRead = false) => ({ id, title: id, block, isRead })
  const readings = [reading('a', 'cache'), reading('b', 'sizing', true), reading('c', 'sizing'), reading('d', 'cache')]
  const ids = (weak: CriterionId[]) => proposeReadings(readings, weak).map(({ id }) => id)

  test('is proposed two readings, first what teaches the weakest and is not read yet', () => {
    expect(ids(['numbers'])).toEqual(['c', 'a'])
    expect(ids(['talk'])).toEqual(['a', 'c'])
    expect(ids([])).toEqual([])
  })

  test('is proposed what was read already where nothing else is left', () => {
    expect(proposeReadings([reading('b', 'sizing', true)], ['talk']).map(({ id }) => id)).toEqual(['b'])
  })
})

test('a score without evidence is not sent', () => {
  const scores: Scores = { numbers: { score: 1, evidence: '' }, depth: { score: 2, evidence: shows } }
  expect(soundScores(scores)).toEqual({ depth: { score: 2, evidence: shows } })
})
