import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKnown, makeKnownWords, nearestWords } from './slips.ts'

const words = [
  { word: 'kafka', readings: 30 },
  { word: 'kubernetes', readings: 20 },
  { word: 'netflix', readings: 40 },
  { word: 'cache', readings: 9 },
  { word: 'cached', readings: 2 },
  { word: 'go', readings: 12 },
]
const known = makeKnownWords(words)

describe('what somebody may have meant', () => {
  it('forgives a letter wrong, missing, too much, or two swapped', () => {
    for (const slip of ['kafca', 'kaka', 'kaffka', 'kafak']) expect(nearestWords(slip, known, false)).toEqual(['kafka'])
    expect(nearestWords('kubrnets', known, false)).toEqual(['kubernetes'])
    expect(nearestWords('netfilx', known, false)).toEqual(['netflix'])
  })

  it('forgives nothing in a short word, nor two slips in a middling one', () => {
    expect(nearestWords('og', known, false)).toEqual([])
    expect(nearestWords('kfkaa', known, false)).toEqual([])
  })

  it('puts the more frequent of equals first', () => {
    expect(nearestWords('cachex', known, false)).toEqual(['cache', 'cached'])
  })

  it('compares the beginning of a word still being typed', () => {
    expect(nearestWords('kubenre', known, false)).toEqual([])
    expect(nearestWords('kubenre', known, true)).toEqual(['kubernetes'])
  })

  it('never offers the word itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (word, unfinished) => {
        expect(nearestWords(word, makeKnownWords([...words, { word, readings: 1 }]), unfinished)).not.toContain(word)
      }),
    )
  })

  it('knows a word, and the beginning of one still being typed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), fc.string(), (all, word) => {
        const made = makeKnownWords(all.map((one) => ({ word: one, readings: 1 })))
        expect(isKnown(word, made, false)).toBe(all.includes(word))
        expect(isKnown(word, made, true)).toBe(all.some((one) => one.startsWith(word)))
        expect(isKnown(all[0] ?? '', made, false)).toBe(true)
      }),
    )
  })
})
