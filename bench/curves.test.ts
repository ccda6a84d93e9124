import { expect, it } from 'vitest'
import { drawCurves, exponentOf } from './curves.ts'

it('tells how cost grows: not at all, with the size, with its square', () => {
  const over = (cost: (size: number) => number) => [1, 10, 100].map((size): [number, number] => [size, cost(size)])
  expect(exponentOf(over(() => 5))).toBeCloseTo(0)
  expect(exponentOf(over((size) => 3 * size))).toBeCloseTo(1)
  expect(exponentOf(over((size) => size * size))).toBeCloseTo(2)
})

it('draws every point with its figure', () => {
  const svg = drawCurves([
    {
      title: 'a search',
      x: 'readings',
      points: [
        [1000, 2.5],
        [100_000, 1200],
      ],
    },
  ])
  for (const text of ['a search, ms', 'readings', '1,000', '100,000', '2.5', '1,200'])
    expect(svg).toContain(`>${text}<`)
  expect(svg).not.toContain('NaN')
})
