import { describe, expect, it } from 'vitest'
import { listRelated, relatedness, type Traits } from './related.ts'

const reading = (id: string, traits: Partial<Traits> = {}): Traits => ({
  id,
  topicIds: [],
  ancestorIds: [],
  organisationId: null,
  technologyIds: [],
  listed: false,
  ...traits,
})
const kafka = reading('kafka', {
  topicIds: ['scalability/queues'],
  ancestorIds: ['scalability/messages'],
  organisationId: 'linkedin',
  technologyIds: ['kafka', 'samza', 'go'],
})

describe('related readings', () => {
  it('scores what two readings have in common as documented', () => {
    expect(relatedness(kafka, reading('a', { topicIds: ['scalability/queues'] }))).toBe(4)
    expect(relatedness(kafka, reading('b', { topicIds: ['x'], ancestorIds: ['scalability/messages'] }))).toBe(2)
    expect(relatedness(kafka, reading('c', { technologyIds: ['kafka', 'samza', 'go'] }))).toBe(6)
    expect(relatedness(kafka, reading('d', { organisationId: 'linkedin', listed: true }))).toBe(3)
    expect(relatedness(kafka, reading('e', { listed: true }))).toBe(0)
    expect(relatedness(reading('f'), reading('g'))).toBe(0)
  })

  it('lists the best first, without the reading itself and without strangers', () => {
    const others = [
      kafka,
      reading('stranger', { listed: true }),
      reading('organisation', { organisationId: 'linkedin' }),
      reading('topic', { topicIds: ['scalability/queues'] }),
      reading('both', { topicIds: ['scalability/queues'], organisationId: 'linkedin' }),
    ]
    expect(listRelated(kafka, others, 2).map((one) => one.id)).toEqual(['both', 'topic'])
    expect(listRelated(kafka, others, 9)).toHaveLength(3)
  })
})
