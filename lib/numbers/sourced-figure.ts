import type { Figure } from './parse-figures.ts'
import type { FigureKind } from './units.ts'

/** A figure with where it is from. */
export interface SourcedFigure extends Figure {
  sentence: string
  /** The reading or question that it is about. */
  system: string
  /** The year of the reading, where it is known. */
  year: string | null
  href: string
  /** Read out of one of the viewer's cards. */
  isOwn: boolean
}

/** The kinds in the order in which they are shown, with their headings. Shares stand on no logarithmic axis. */
export const kindNames: readonly [FigureKind, string][] = [
  ['rate', 'Rates'],
  ['bandwidth', 'Bandwidth'],
  ['size', 'Sizes'],
  ['time', 'Times'],
  ['count', 'Counts'],
  ['money', 'Money'],
  ['share', 'Shares'],
]

/** Decades from the least to the most of some positive values, both rounded outwards. */
export function decadesOf(values: readonly number[]): [number, number] {
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9)
  const high = Math.ceil(Math.log10(Math.max(...values)) - 1e-9)
  return [low, high > low ? high : low + 1]
}

/**
 * Where dots stand on a logarithmic axis so that none hides another: `x` from 0 to 1, `level` upwards from 0.
 * @param apart the least distance of two dots of one level, of the axis
 */
export function placeDots(values: readonly number[], apart: number): { x: number; level: number }[] {
  const [low, high] = decadesOf(values)
  const ends: number[] = []
  const order = values.map((value, index) => ({ x: (Math.log10(value) - low) / (high - low), index }))
  const placed: { x: number; level: number }[] = []
  for (const { x, index } of order.toSorted((a, b) => a.x - b.x)) {
    let level = ends.findIndex((end) => x - end >= apart)
    if (level < 0) level = ends.length
    ends[level] = x
    placed[index] = { x, level }
  }
  return placed
}
