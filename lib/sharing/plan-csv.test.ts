import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { toCsv } from './plan-csv.ts'
import { itemDefaults, itemsOf } from './portable-plan.ts'
import { anyPlan } from './portable-plan.testing.ts'

function read(csv: string): string[][] {
  return Papa.parse<string[]>(csv.slice(1).replace(/\r\n$/, '')).data
}

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '=1\n+2', '＝1', "'=1", '\u00a0=1'])(
  'a cell that holds %j is no formula in a spreadsheet',
  (title) => {
    const csv = toCsv({ title: 'P', description: '', phases: [], items: [{ ...itemDefaults, touches: [], title }] })
    expect(read(csv)[1]?.[1]).toBe(`'${title}`)
  },
)

test('any plan gives a row an item, and no cell that a spreadsheet would run', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const [header, ...rows] = read(toCsv(plan))
      expect(header).toHaveLength(11)
      expect(rows).toHaveLength(itemsOf(plan).length)
      for (const row of rows) {
        expect(row).toHaveLength(11)
        for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }
    }),
  )
})
