import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { format, parse, type Query } from './query.ts'
import { anyQuery } from './catalogue.testing.ts'

const brief = (text: string) => parse(text).parts.map(({ kind, key, text, negated }) => [kind, key, text, negated])
const withoutPlaces = ({ parts, prefix }: Query) => ({
  prefix,
  parts: parts.map(({ kind, key, text, negated }) => ({ kind, key, text, negated })),
})

describe('the query language', () => {
  it('takes words, filters, negations and exact words apart', () => {
    expect(brief('org:netflix tech:kafka medium:video is:done -topic:caching "exact words" fast')).toEqual([
      ['filter', 'org', 'netflix', false],
      ['filter', 'tech', 'kafka', false],
      ['filter', 'medium', 'video', false],
      ['filter', 'is', 'done', false],
      ['filter', 'topic', 'caching', true],
      ['phrase', null, 'exact words', false],
      ['word', null, 'fast', false],
    ])
  })

  it('reads long keys, any case, quoted values, curly quotes and lists', () => {
    expect(brief('Organisation:"The New York Times" by:“Jeff Dean” ORG:netflix,uber')).toEqual([
      ['filter', 'org', 'The New York Times', false],
      ['filter', 'by', 'Jeff Dean', false],
      ['filter', 'org', 'netflix', false],
      ['filter', 'org', 'uber', false],
    ])
  })

  it('takes an unfinished quote, an unknown key and a lone sign as they come', () => {
    expect(brief('"not closed')).toEqual([['phrase', null, 'not closed', false]])
    expect(brief('colour:red http://x')).toEqual([
      ['word', null, 'colour:red', false],
      ['word', null, 'http://x', false],
    ])
    expect(brief('- -- "" ')).toEqual([])
  })

  it('knows whether the last word is still being typed', () => {
    expect(parse('kafka strea').prefix).toBe(true)
    expect(parse('kafka streams ').prefix).toBe(false)
    expect(parse('kafka -strea').prefix).toBe(false)
    expect(parse('kafka "strea').prefix).toBe(false)
  })

  it('says where each part stands', () => {
    const text = 'a  org:netflix,uber "b c"'
    expect(parse(text).parts.map(({ start, end }) => text.slice(start, end))).toEqual([
      'a',
      'org:netflix',
      'uber',
      '"b c"',
    ])
  })

  it('reads no more than its limits, and says so', () => {
    expect(parse('a '.repeat(30))).toMatchObject({ cut: true, parts: { length: 24 } })
    expect(parse('x'.repeat(2000)).cut).toBe(true)
    expect(parse('kafka   ').cut).toBe(false)
  })

  it('never throws, and writes back what it read', () => {
    fc.assert(
      fc.property(anyQuery, (text) => {
        const query = parse(text)
        const written = format(query)
        if (written.length <= 1000) expect(withoutPlaces(parse(written))).toEqual(withoutPlaces(query))
        expect(format(parse(written.slice(0, 1000)))).toBeTypeOf('string')
      }),
      { numRuns: 3000 },
    )
  })
})
