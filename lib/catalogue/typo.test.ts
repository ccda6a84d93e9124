import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestWords } from './typo.ts'

const known = [
  { word: 'kafka', readings: 30 },
  { word: 'kubernetes', readings: 20 },
  { word: 'netflix', readings: 40 },
  { word: 'cache', readings: 9 },
  { word: 'cached', readings: 2 },
  { word: 'go', readings: 12 },
]

describe('what somebody may have meant', () => {
  it('forgives a letter wrong, missing, too much, or two swapped', () => {
    for (const slip of ['kafca', 'kaka', 'kaffka', 'kafak']) expect(nearestWords(slip, known)).toEqual(['kafka'])
    expect(nearestWords('kubrnets', known)).toEqual(['kubernetes'])
    expect(nearestWords('netfilx', known)).toEqual(['netflix'])
  })

  it('forgives nothing in a short word, nor two slips in a middling one', () => {
    expect(nearestWords('og', known)).toEqual([])
    expect(nearestWords('kfkaa', known)).toEqual([])
  })

  it('puts the more frequent of equals first', () => {
    expect(nearestWords('cachex', known)).toEqual(['cache', 'cached'])
  })

  it('compares the beginning of a word still being typed', () => {
    expect(nearestWords('kubenre', known)).toEqual([])
    expect(nearestWords('kubenre', known, true)).toEqual(['kubernetes'])
  })

  it('never offers the word itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (word, unfinished) => {
        expect(nearestWords(word, [...known, { word, readings: 1 }], unfinished)).not.toContain(word)
      }),
    )
  })
})
