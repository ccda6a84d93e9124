import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { studyEntry as entry } from './study-entry.testing.ts'
import { csvPieces, type StudyEntry } from './study-table.ts'

const studyCsv = (entries: StudyEntry[]) => [...csvPieces(entries)].join('')
const read = (csv: string) => Papa.parse<string[]>(csv.slice(1).trimEnd()).data

describe('a table for a spreadsheet', () => {
  it('has a row a reading under the names of its columns', () => {
    const [head, row] = read(studyCsv([entry()]))
    expect(head?.slice(0, 3)).toEqual(['reading', 'title', 'organisation'])
    expect(row?.slice(0, 3)).toEqual(['caching', 'Caching', 'Netflix'])
    expect(row).toHaveLength(head?.length ?? 0)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '=cmd|x\nsecond line', '＝1', '\uFEFF=1'])(
    'runs nothing of %j',
    (note) => {
      const cell = read(studyCsv([entry({ note })]))[1]?.[13] ?? ''
      expect(cell.startsWith("'")).toBe(true)
    },
  )

  it('gives every other text back as it was, and never a cell that begins like a formula', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', '=', '-', ' ', 'ü', "'", '\t') })
    fc.assert(
      fc.property(text, (note) => {
        const cell = read(studyCsv([entry({ note, notedOn: 'x' })]))[1]?.[13] ?? ''
        expect(/^[=+\-@\t\r\n]/.test(cell)).toBe(false)
        expect(cell === note || cell === `'${note}`).toBe(true)
      }),
    )
  })
})
