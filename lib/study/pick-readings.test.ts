import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { media } from '#lib/catalogue/minutes.ts'
import { statuses } from '#lib/marks/status.ts'
import { type Candidate, pickReadings } from './pick-readings.ts'

const candidate = (id: string, facts: Partial<Candidate> = {}): Candidate => ({
  id,
  title: id.toUpperCase(),
  organisation: null,
  medium: 'article',
  minutes: 12,
  parts: 1,
  status: null,
  isDead: false,
  planned: null,
  queuePlace: null,
  topic: { id: `topic-of-${id}`, title: `Topic of ${id}`, done: 0, readings: 9 },
  introduction: false,
  ...facts,
})
const wish = { minutes: 20, media: [], today: '2026-03-02' }
const reasons = (candidates: Candidate[], changes = {}) =>
  pickReadings(candidates, { ...wish, ...changes }).map((pick) => `${pick.id}: ${pick.reason}`)

describe('"I have 20 minutes"', () => {
  it('puts what was begun before the plan, the plan before the queue, and the queue before the rest', () => {
    const candidates = [
      candidate('rest'),
      candidate('queue', { queuePlace: 1 }),
      candidate('plan', { planned: { plan: 'Interview', date: '2026-03-02', tier: 'should' } }),
      candidate('begun', { status: 'reading' }),
    ]
    expect(reasons(candidates)).toEqual([
      'begun: You began it',
      "plan: Today's in Interview",
      'queue: First in your queue',
    ])
  })

  it('goes on with a topic that was begun, then introduces one', () => {
    const topic = { id: 'caching', title: 'Caching', done: 3, readings: 9 }
    expect(reasons([candidate('a', { introduction: true }), candidate('b', { topic }), candidate('c')])).toEqual([
      'b: Goes on with Caching: 3 of 9 readings done',
      'a: Introduces Topic of a',
      'c: Fits, from Topic of c',
    ])
  })

  it('on a commute only watches', () => {
    const candidates = [candidate('a'), candidate('talk', { medium: 'video', minutes: 18 })]
    expect(reasons(candidates, { media: ['video'] })).toEqual(['talk: Fits, from Topic of talk'])
  })

  it('takes a part of a series that would be too long', () => {
    const [pick] = pickReadings([candidate('series', { minutes: 96, parts: 8, queuePlace: 1 })], wish)
    expect(pick).toMatchObject({ minutes: 12, reason: 'First in your queue · one of 8 parts' })
  })

  it('offers a first sitting of what is too long and can be left: a video, a book, a repository; never of an article', () => {
    for (const medium of ['video', 'book', 'repository'] as const) {
      const picks = pickReadings([candidate('long', { medium, minutes: 40 })], wish)
      expect(picks).toMatchObject([{ id: 'long', minutes: 20, whole: 40 }])
    }
    expect(pickReadings([candidate('long', { minutes: 40 })], wish)).toEqual([])
  })

  it('puts what can be read whole before a first sitting', () => {
    const long = candidate('long', { medium: 'video', minutes: 40, queuePlace: 1 })
    expect(pickReadings([long, candidate('short')], wish).map(({ id }) => id)).toEqual(['short', 'long'])
  })

  it('goes on with a book that was begun, for as long as there is time', () => {
    const [pick] = pickReadings([candidate('book', { minutes: 600, status: 'reading' })], wish)
    expect(pick).toMatchObject({ id: 'book', minutes: 20 })
  })

  it('takes from three topics rather than three from one', () => {
    const topic = { id: 'caching', title: 'Caching', done: 1, readings: 9 }
    const same = ['a', 'b', 'c'].map((id) => candidate(id, { topic }))
    expect(pickReadings([...same, candidate('d'), candidate('e')], wish).map((pick) => pick.id)).toEqual([
      'a',
      'd',
      'e',
    ])
    expect(pickReadings(same, wish)).toHaveLength(3)
  })

  it('leaves room beside what was begun', () => {
    const begun = ['a', 'b', 'c'].map((id) => candidate(id, { status: 'reading' }))
    expect(reasons([...begun, candidate('d', { queuePlace: 1 })]).at(-1)).toBe('d: First in your queue')
  })

  it('comes to a dead link last', () => {
    expect(pickReadings([candidate('a', { isDead: true, queuePlace: 1 }), candidate('b')], wish)[0]?.id).toBe('b')
  })

  it('never picks what does not fit, is done or is skipped, never one twice, and the same every time', () => {
    const facts = fc.record({
      medium: fc.constantFrom(...media),
      minutes: fc.integer({ min: 1, max: 90 }),
      parts: fc.integer({ min: 1, max: 4 }),
      status: fc.constantFrom(null, ...statuses),
      queuePlace: fc.constantFrom(null, 1, 2, 3),
      isDead: fc.boolean(),
      introduction: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.array(facts, { maxLength: 30 }),
        fc.integer({ min: 1, max: 60 }),
        fc.subarray([...media]),
        (all, minutes, wanted) => {
          const candidates = all.map((one, index) => candidate(`r${index}`, one))
          const picks = pickReadings(candidates, { minutes, media: wanted, today: wish.today })
          expect(new Set(picks.map((pick) => pick.id)).size).toBe(picks.length)
          const possible = candidates.filter(
            (one) =>
              one.status !== 'done' &&
              one.status !== 'skipped' &&
              (one.status === 'reading' ||
                ['video', 'book', 'repository'].includes(one.medium) ||
                Math.ceil(one.minutes / one.parts) <= minutes) &&
              (wanted.length === 0 || wanted.includes(one.medium)),
          )
          expect(picks).toHaveLength(Math.min(3, possible.length))
          for (const pick of picks) {
            expect(possible.map((one) => one.id)).toContain(pick.id)
            expect(pick.minutes).toBeLessThanOrEqual(minutes)
            expect(pick.reason).not.toBe('')
          }
          expect(pickReadings(candidates.toReversed(), { minutes, media: wanted, today: wish.today })).toEqual(picks)
        },
      ),
    )
  })
})
