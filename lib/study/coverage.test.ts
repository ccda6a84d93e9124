import { describe, expect, it } from 'vitest'
import { coverage, type CoverageInput, isTouched } from './coverage.ts'

const input: CoverageInput = {
  sections: [
    { id: 'scalability', title: 'Scalability' },
    { id: 'book', title: 'Book' },
  ],
  topics: [
    { id: 'scalability/caching', sectionId: 'scalability', parentId: null, title: 'Caching' },
    { id: 'scalability/cdn', sectionId: 'scalability', parentId: 'scalability/caching', title: 'CDN' },
    { id: 'scalability/edge', sectionId: 'scalability', parentId: 'scalability/cdn', title: 'Edge' },
  ],
  listings: [
    { readingId: 'a', sectionId: 'scalability', topicId: null },
    { readingId: 'b', sectionId: 'scalability', topicId: 'scalability/caching' },
    { readingId: 'c', sectionId: 'scalability', topicId: 'scalability/edge' },
    { readingId: 'c', sectionId: 'scalability', topicId: 'scalability/caching' },
    { readingId: 'd', sectionId: 'book', topicId: null },
  ],
  minutes: new Map([
    ['a', 10],
    ['b', 20],
    ['c', 40],
    ['d', 600],
  ]),
  marks: new Map([
    ['b', 'done'],
    ['c', 'reading'],
  ]),
}

describe('coverage', () => {
  const [scalability, book] = coverage(input)

  it('counts a reading once that is listed twice', () => {
    expect(scalability?.all).toEqual({ readings: 3, minutes: 70 })
  })

  it('counts in a topic what is listed below it', () => {
    expect(scalability?.topics).toMatchObject([
      {
        id: 'scalability/caching',
        all: { readings: 2, minutes: 60 },
        done: { readings: 1, minutes: 20 },
        reading: { readings: 1, minutes: 40 },
        queued: { readings: 0, minutes: 0 },
      },
    ])
  })

  it('counts what is listed straight under a section by itself', () => {
    expect(scalability?.own.all).toEqual({ readings: 1, minutes: 10 })
    expect(book?.own.all).toEqual({ readings: 1, minutes: 600 })
  })

  it('tells a section that was begun from one that was not', () => {
    expect(scalability && isTouched(scalability)).toBe(true)
    expect(book && isTouched(book)).toBe(false)
  })
})
