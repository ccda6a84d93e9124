import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNotes, compareTexts } from './compare-notes.ts'
import { emptyCard } from './note.ts'

describe('comparing two versions of a note', () => {
  it('shows which words came and went', () => {
    expect(compareTexts('cache the timeline', 'cache every timeline')).toEqual([
      { kind: 'same', text: 'cache ' },
      { kind: 'removed', text: 'the' },
      { kind: 'added', text: 'every' },
      { kind: 'same', text: ' timeline' },
    ])
  })

  it('does not weave two texts into each other that share a few small words', () => {
    expect(compareTexts('the cache is cold\n', 'what the queue of retries is like\n')).toEqual([
      { kind: 'removed', text: 'the cache is cold\n' },
      { kind: 'added', text: 'what the queue of retries is like\n' },
    ])
  })

  it('leaves out the fields that are the same', () => {
    const older = { markdown: 'a', card: { ...emptyCard, problem: 'slow' } }
    const newer = { markdown: 'a', card: { ...emptyCard, problem: 'slow', choice: 'cache' } }
    expect(compareNotes(older, newer)).toEqual([
      { field: 'choice', name: 'Choice', parts: [{ kind: 'added', text: 'cache' }] },
    ])
    expect(compareNotes(older, older)).toEqual([])
  })

  it('gives both texts back whole, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b ', '\n', '\r\n', ' ', 'ü', '😀', '\t') }),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, text, (older, newer) => {
        const parts = compareTexts(older, newer)
        expect(
          parts
            .filter((part) => part.kind !== 'added')
            .map((part) => part.text)
            .join(''),
        ).toBe(older)
        expect(
          parts
            .filter((part) => part.kind !== 'removed')
            .map((part) => part.text)
            .join(''),
        ).toBe(newer)
      }),
      { numRuns: 500 },
    )
  })

  it('two long texts with nothing in common do not hold the page up', () => {
    const long = (word: string) => Array.from({ length: 8000 }, (_, n) => `${word}${n}`).join(' \n')
    const begin = process.cpuUsage()
    expect(compareTexts(long('a'), long('b')).length).toBeGreaterThan(1)
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(3000)
  })
})
