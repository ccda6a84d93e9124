import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Columns, type Condition, makeColumn, makeSparseColumn, narrow } from './facets.ts'

const topics = ['caching', 'queues', 'raft']
const media = ['article', 'video']
const anyReadings = fc.array(
  fc.record({ topic: fc.subarray(topics), medium: fc.subarray(media, { minLength: 1, maxLength: 1 }) }),
  { maxLength: 30 },
)
type Shape = { topic: string[]; medium: string[] }
const anyConditions = fc.array(
  fc.record({
    facet: fc.constantFrom('topic' as const, 'medium' as const),
    ids: fc.subarray([...topics, ...media]).map((ids) => new Set(ids)),
    negated: fc.boolean(),
  }),
  { maxLength: 4 },
)
const columnsOf = (readings: Shape[]): Columns => ({
  topic: makeColumn(
    topics,
    readings.map((one) => one.topic),
  ),
  medium: makeColumn(
    media,
    readings.map((one) => one.medium),
  ),
})
const meets = (reading: Shape, { facet, ids, negated }: Condition) =>
  reading[facet as keyof Shape].some((id) => ids.has(id)) !== negated

describe('narrowing by facets', () => {
  it('keeps and counts what counting one by one would', () => {
    fc.assert(
      fc.property(anyReadings, anyConditions, (readings, conditions) => {
        const { readings: kept, counts } = narrow(columnsOf(readings), [...readings.keys()], conditions)
        expect(kept).toEqual(
          [...readings.keys()].filter((at) => conditions.every((condition) => meets(readings[at] as Shape, condition))),
        )
        for (const [facet, ids] of [['topic', topics] as const, ['medium', media] as const]) {
          const others = conditions.filter((condition) => condition.negated || condition.facet !== facet)
          const open = readings.filter((reading) => others.every((condition) => meets(reading, condition)))
          expect([...(counts[facet] ?? [])]).toEqual(
            ids.map((id) => open.filter((reading) => reading[facet].includes(id)).length),
          )
        }
      }),
    )
  })

  it('finds nothing by a facet that is not there', () => {
    const condition = { facet: 'status' as const, ids: new Set(['done']), negated: false }
    expect(narrow(columnsOf([{ topic: [], medium: ['video'] }]), [0], [condition]).readings).toEqual([])
  })

  it('makes a column from the few that differ', () => {
    expect(makeSparseColumn(['no', 'yes'], 3, new Map([[1, 1]]), 0)).toEqual(
      makeColumn(['no', 'yes'], [['no'], ['yes'], ['no']]),
    )
    expect(makeSparseColumn(['yes'], 3, new Map([[1, 0]]), null)).toEqual(makeColumn(['yes'], [[], ['yes'], []]))
  })
})
