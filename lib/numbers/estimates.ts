/** A range that a person was 90 % sure of, and the truth. */
export interface Range {
  low: number
  high: number
  value: number
}

/** How good a person's ranges are; shown from ten on. */
export interface RangeScore {
  ranges: number
  /** How many held the truth: 9 of 10 would be right. */
  held: number
  /** The middle width in orders of magnitude: 1 is from 10 to 100. */
  width: number
}

/** Fewer ranges say nothing of a person. */
export const leastRanges = 10
/** A score is that of the last so many. */
export const rangesScored = 100

export function holds({ low, high, value }: Range): boolean {
  return low <= value && value <= high
}

/** How wide a range is, in orders of magnitude. */
export function widthOf({ low, high }: Pick<Range, 'low' | 'high'>): number {
  return Math.log10(high / low)
}

/** How far the truth lies outside a range, in orders of magnitude; 0 within it. */
export function missOf({ low, high, value }: Range): number {
  return Math.max(0, Math.log10(low / value), Math.log10(value / high))
}

/** The score of a person's last ranges; null where there are too few. */
export function scoreRanges(ranges: readonly Range[]): RangeScore | null {
  if (ranges.length < leastRanges) return null
  const widths = ranges.map(widthOf).toSorted((a, b) => a - b)
  const middle = (widths[(widths.length - 1) >> 1]! + widths[widths.length >> 1]!) / 2
  return { ranges: ranges.length, held: ranges.filter(holds).length, width: middle }
}
