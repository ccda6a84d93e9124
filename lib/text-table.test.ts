import { expect, test } from 'vitest'
import { textTable } from './text-table.ts'

test('columns are as wide as their widest cell', () => {
  expect(
    textTable(
      [
        ['a', 'bb', 'c'],
        ['aaa', 'b'],
      ],
      80,
    ),
  ).toEqual(['a    bb  c', 'aaa  b'])
})

test('the widest columns are clipped until a line fits, but not the one that must stay whole', () => {
  const rows = [['a-long-id-of-a-reading', 'x'.repeat(40), 'y'.repeat(10)]]
  const [line = ''] = textTable(rows, 50, 0)
  expect(line.length).toBeLessThanOrEqual(50)
  expect(line).toMatch(/^a-long-id-of-a-reading {2}x+… {2}y{10}$/)
})

test('no rows are no lines', () => {
  expect(textTable([], 80)).toEqual([])
})
