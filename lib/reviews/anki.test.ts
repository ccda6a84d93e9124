import fc from 'fast-check'
import papaparse from 'papaparse'
import { expect, test } from 'vitest'
import { ankiFile } from './anki.ts'

const words = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\n', '"', '#', ';', 'é', ',') })

test('an Anki file says in its first lines how it is to be read', () => {
  const file = ankiFile([
    {
      card: 'reading:mapreduce',
      kind: 'reading',
      title: 'MapReduce',
      ask: 'A job of days',
      answer: [
        { name: 'Choice', text: 'Split it' },
        { name: 'Numbers', text: '1,800 "machines"' },
      ],
    },
  ])
  expect(file.split('\n')).toEqual([
    '#separator:Tab',
    '#html:false',
    '#notetype:Basic',
    '#deck:Loadpath',
    '#columns:Guid\tFront\tBack\tTags',
    '#guid column:1',
    '#tags column:4',
    'reading:mapreduce\t"MapReduce',
    '',
    'A job of days"\t"Choice: Split it',
    'Numbers: 1,800 ""machines"""\tloadpath case',
    '',
  ])
})

test('whatever a person wrote comes through an Anki file as it was, a line a card', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (texts) => {
      const cards = texts.map((text, index) => ({
        card: `reading:r${index}`,
        kind: 'reading' as const,
        title: 'T',
        ask: text,
        answer: [{ name: 'Choice', text }],
      }))
      const lines = ankiFile(cards).split('\n').slice(7).join('\n')
      const { data } = papaparse.parse<string[]>(lines, { delimiter: '\t', newline: '\n', skipEmptyLines: true })
      expect(data.map((row) => row[2])).toEqual(texts)
      expect(data.map((row) => row.length)).toEqual(texts.map(() => 4))
    }),
  )
})
