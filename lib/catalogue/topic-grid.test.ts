import { expect, it } from 'vitest'
import { makeTopicGrid } from './topic-grid.ts'

it('the grid of organisations and topics counts who wrote about what', () => {
  const topic = (path: string, readingIds: string[]) => ({
    path,
    title: path,
    readingIds,
    listed: readingIds.length,
  })
  const grid = makeTopicGrid(
    [
      { id: 's', title: 'S', topics: [topic('s', ['a', 'b']), topic('s/x', ['b', 'c', 'd'])] },
      { id: 'u', title: 'U', topics: [topic('u', ['z'])] },
    ],
    [
      { id: 'little', name: 'Little', readingIds: ['z'] },
      { id: 'uber', name: 'Uber', readingIds: ['a', 'd'] },
      { id: 'netflix', name: 'Netflix', readingIds: ['b', 'c', 'e'] },
    ],
    2,
  )
  expect(grid.columns.map((column) => column.path)).toEqual(['s', 's/x'])
  expect(grid.rows).toEqual([
    { id: 'netflix', name: 'Netflix', total: 3, cells: [1, 2] },
    { id: 'uber', name: 'Uber', total: 2, cells: [1, 1] },
  ])
})
