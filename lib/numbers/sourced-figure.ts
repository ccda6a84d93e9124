import { formatFigure } from './format-figure.ts'
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

/** A figure to be estimated: its sentence without its numbers. */
export interface AskedFigure {
  figure: string
  system: string
  sentence: string
  kind: FigureKind
  of: string
}

/** The kinds in the order in which they are shown, with their headings. */
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

const timeTicks: readonly [number, string][] = [
  [1e-9, '1 ns'],
  [1e-6, '1 µs'],
  [1e-3, '1 ms'],
  [1, '1 s'],
  [60, '1 min'],
  [3600, '1 h'],
  [86_400, '1 day'],
  [31_536_000, '1 year'],
]

/** Where an axis over some decades is labelled, from 0 to 1: five or six places, of times the units that people say. */
export function ticksOf(kind: FigureKind, low: number, high: number): { at: number; label: string }[] {
  const at = (value: number) => (Math.log10(value) - low) / (high - low)
  if (kind === 'time')
    return timeTicks.flatMap(([value, label]) => {
      const place = at(value)
      return place >= -1e-9 && place <= 1 + 1e-9 ? [{ at: place, label }] : []
    })
  const every = Math.ceil((high - low) / 5)
  return Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, index) => {
    const value = 10 ** (low + index * every)
    return { at: at(value), label: formatFigure(kind, value).replace(' a second', '/s') }
  })
}
