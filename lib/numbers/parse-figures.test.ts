import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heldOut } from './held-out.testing.ts'
import { parseFigures } from './parse-figures.ts'

interface Line {
  sentence: string
  wanted: { kind: string; value: number }[]
}

const lines: Line[] = heldOut
  .trim()
  .split('\n')
  .map((line) => {
    const [sentence = '', figures = ''] = line.split(' | ')
    const wanted = figures === '-' ? [] : figures.split(' ; ').map((figure) => figure.split(' '))
    return { sentence, wanted: wanted.map(([kind = '', value]) => ({ kind, value: Number(value) })) }
  })

test('at least 95 of 100 lines that the parser was not written for are read right, every figure of them', () => {
  const wrong = lines.filter(({ sentence, wanted }) => {
    const read = parseFigures(sentence)
    return (
      read.length !== wanted.length ||
      wanted.some(({ kind, value }, index) => {
        const figure = read[index]
        return figure?.kind !== kind || Math.abs(figure.value / value - 1) > 0.011
      })
    )
  })
  expect(lines).toHaveLength(100)
  expect(
    wrong.map(({ sentence }) => sentence).length,
    wrong.map(({ sentence }) => sentence).join('\n'),
  ).toBeLessThanOrEqual(5)
})

test('articles, codes, versions and years are no figures', () => {
  for (const none of ['Design a service', 'an answer with 429', 'since 2014', 'version 3.11', 'RFC 9457', 'one-to-one'])
    expect(parseFigures(none)).toEqual([])
})

test('what is counted is kept beside the number', () => {
  expect(parseFigures('100 million new links a month')[0]).toMatchObject({ kind: 'rate', of: 'new links' })
})

test('whatever a person types is read without a fault, and the words of a figure stand in it', () => {
  const piece = fc.constantFrom(
    '5',
    '1,000',
    'million',
    'a',
    'day',
    'MB',
    '/s',
    '-',
    'to',
    '$',
    'e',
    '^',
    '2',
    '%',
    'é',
    '10 to',
    '',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 30 }), (pieces) => {
      const sentence = pieces.join(' ')
      for (const { low, value, high, text } of parseFigures(sentence)) {
        expect(Number.isFinite(value) && low <= high).toBe(true)
        expect(text.length).toBeGreaterThan(0)
      }
    }),
  )
})

test('a field of 1,000 characters made to be slow takes less than 50 ms', () => {
  for (const text of [
    '1,000 '.repeat(170),
    '1 to '.repeat(200),
    'a '.repeat(500),
    '1'.repeat(1000),
    '2 x 10^'.repeat(140),
  ]) {
    const from = process.cpuUsage()
    parseFigures(text)
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(50)
  }
})
