import { describe, expect, it } from 'vitest'
import { clipped, firstOf, organisationsOf, sizeOf } from './page-facts.ts'

describe('what a page says of itself', () => {
  it('names the first few and counts the rest', () => {
    expect(firstOf(['Netflix'])).toBe('Netflix')
    expect(firstOf(['Netflix', 'Uber', 'Lyft', 'eBay'])).toBe('Netflix, Uber, Lyft and eBay')
    expect(firstOf(['Netflix', 'Uber', 'Lyft', 'eBay', 'Etsy'])).toBe('Netflix, Uber, Lyft and 2 more')
  })

  it('counts a reading that stands in two places once', () => {
    const rows = [
      { id: 'a', minutes: 40, organisation: 'Uber' },
      { id: 'b', minutes: 20, organisation: 'Netflix' },
      { id: 'a', minutes: 40, organisation: 'Uber' },
    ]
    expect(sizeOf(rows)).toBe('2 readings · 1 h')
    expect(organisationsOf(rows)).toEqual(['Uber', 'Netflix'])
  })

  it('cuts at a word', () => {
    expect(clipped('one two  three', 9)).toBe('one two…')
    expect(clipped('one two', 9)).toBe('one two')
    expect(clipped('x'.repeat(500), 100)).toHaveLength(100)
  })
})
