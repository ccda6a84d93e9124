import fc from 'fast-check'
import { statuses } from '#lib/marks/status.ts'
import type { StudyData } from '#lib/api/archive-file.ts'

const readingId = fc.constantFrom('a', 'b', 'c', 'd')
const time = fc.integer({ min: 1, max: 40 })
const words = fc.constantFrom('', 'queue', 'cache', 'queue cache', 'shard')
const card = fc.record({
  problem: words,
  numbers: fc.constant(''),
  choice: words,
  tradeOff: fc.constant(''),
  useWhen: fc.constant(''),
})

/** A person's study, small enough that two of them often speak of the same things: for property tests. */
export const anyStudy: fc.Arbitrary<StudyData> = fc.record({
  marks: fc.uniqueArray(
    fc.record({
      readingId,
      status: fc.constantFrom(...statuses),
      minutesSpent: fc.option(fc.integer({ min: 1, max: 90 })),
      updatedAt: time,
    }),
    { selector: (row) => row.readingId },
  ),
  events: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('e1', 'e2', 'e3'),
      kind: fc.constantFrom('done', 'note'),
      readingId,
      itemId: fc.constant(null),
      minutes: fc.integer({ min: 0, max: 60 }),
      day: fc.constant('2026-03-02'),
      at: time,
    }),
    { selector: (row) => row.id },
  ),
  notes: fc.uniqueArray(fc.record({ readingId, markdown: words, card, createdAt: fc.constant(1), updatedAt: time }), {
    selector: (row) => row.readingId,
  }),
  versions: fc.array(fc.record({ readingId, markdown: words, card, savedAt: time }), { maxLength: 5 }),
  readThroughs: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('t1', 't2'),
      readingId,
      day: fc.constantFrom('2026-03-02', null),
      minutes: fc.option(fc.integer({ min: 1, max: 90 })),
      createdAt: fc.constant(1),
      updatedAt: time,
    }),
    { selector: (row) => row.id },
  ),
  progress: fc.uniqueArray(
    fc.record({ readingId, at: fc.integer({ min: 1, max: 3 }), of: fc.constant(3), updatedAt: time }),
    { selector: (row) => row.readingId },
  ),
  quotes: fc.uniqueArray(
    fc.record({ id: fc.constantFrom('q1', 'q2'), readingId, text: words, createdAt: fc.constant(1), updatedAt: time }),
    { selector: (row) => row.id },
  ),
  opinions: fc.uniqueArray(
    fc.record({
      readingId,
      favourite: fc.boolean(),
      rating: fc.option(fc.integer({ min: 1, max: 5 })),
      updatedAt: time,
    }),
    { selector: (row) => row.readingId },
  ),
  lists: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('list-one', 'list-two'),
      kind: fc.constant('list'),
      title: words,
      createdAt: fc.constant(1),
      updatedAt: time,
      entries: fc.uniqueArray(fc.record({ readingId, addedAt: time }), { selector: (row) => row.readingId }),
    }),
    { selector: (row) => row.id },
  ),
  answers: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('answer-one', 'answer-two'),
      questionId: fc.constantFrom('chat', 'gone'),
      kind: fc.constant('drill'),
      markdown: words,
      diagram: fc.constant(''),
      ticked: fc.constant([]),
      scores: fc.constant({}),
      nextTime: words,
      seconds: fc.constant(60),
      mock: fc.constant(null),
      startedAt: fc.constant(1),
      finishedAt: fc.option(time),
      updatedAt: time,
    }),
    { selector: (row) => row.id },
  ),
  estimates: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('estimate-one', 'estimate-two'),
      figure: fc.constant('a-figure'),
      kind: fc.constant('rate'),
      low: fc.constant(1),
      high: fc.constant(10),
      value: fc.integer({ min: 1, max: 20 }),
      at: time,
    }),
    { selector: (row) => row.id },
  ),
  reviews: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('review-one', 'review-two'),
      readingId,
      point: fc.constant(null),
      grade: fc.integer({ min: 1, max: 4 }),
      confidence: fc.integer({ min: 1, max: 5 }),
      at: time,
    }),
    { selector: (row) => row.id },
  ),
}) as fc.Arbitrary<StudyData>
