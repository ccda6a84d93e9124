import { daysBetween, recallAfter } from './memory.ts'

/** One review as the factor is fitted to it: what the model expected and what happened. First reviews say nothing and are left out. */
export interface Outcome {
  /** Days since the review before. */
  elapsedDays: number
  /** The model's stability before this review, days. */
  stability: number
  /** Whether the card was recalled: any grade but "again". */
  recalled: boolean
}

/** A weight on each of `factors`; the weights sum to 1. */
export type FactorWeights = readonly number[]

/** Recall on a day with its band, all from 0 to 1. */
export interface RecallFigure {
  expected: number
  low: number
  high: number
  /** On how many reviews it rests. */
  reviews: number
}

/** Below this many reviews no figure is shown. */
export const leastReviews = 10

const steps = 61
/** How much slower (above 1) or faster a person may forget than the model thinks: 61 steps from a tenth to ten times. */
export const factors: readonly number[] = Array.from(
  { length: steps },
  (_, step) => 10 ** ((2 * step) / (steps - 1) - 1),
)

/** Most people lie between half and twice the model's speed: the spread of ln(factor) before anything is known. */
const priorSpread = 0.7
/** The model is not the person: each outcome counts for a little less than it would if only the factor were unknown. */
const evidence = 0.8

/**
 * How likely each factor on the model's stability is, given a person's own reviews: a log-normal prior times the
 * chance of every outcome, on a grid.
 */
export function fitFactor(outcomes: readonly Outcome[]): FactorWeights {
  const ratioOf = ({ elapsedDays, stability }: Outcome) => elapsedDays / stability
  const known = together(
    outcomes.filter(({ recalled }) => recalled),
    ratioOf,
  )
  const lost = together(
    outcomes.filter(({ recalled }) => !recalled),
    ratioOf,
  )
  const logs = factors.map((factor) => {
    const prior = -((Math.log(factor) / priorSpread) ** 2) / 2
    const chance = (ratio: number) => Math.min(0.999, Math.max(0.001, recallAfter(ratio, factor)))
    const sum = (of: Alike[], log: (ratio: number) => number) =>
      of.reduce((total, { ratio, count }) => total + evidence * count * log(ratio), 0)
    return prior + sum(known, (ratio) => Math.log(chance(ratio))) + sum(lost, (ratio) => Math.log(1 - chance(ratio)))
  })
  const highest = Math.max(...logs)
  const weights = logs.map((log) => Math.exp(log - highest))
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => weight / sum)
}

/** The factor in the middle of the weights: how many times as long as the model thinks a person remembers. */
export function middleFactor(weights: FactorWeights): number {
  return quantile(factors, weights, 0.5)
}

/**
 * The share of a person's cards that will be recalled on a day, with the band that holds it in 9 of 10 cases.
 * @param cards each card's stability in days and last review, UTC milliseconds
 * @param day UTC milliseconds
 * @param reviews how many reviews the weights rest on
 * @returns null where there are no cards or fewer than `leastReviews` reviews
 */
export function recallOn(
  cards: readonly { stability: number; reviewedAt: number }[],
  day: number,
  weights: FactorWeights,
  reviews: number,
): RecallFigure | null {
  if (cards.length === 0 || reviews < leastReviews) return null
  const all = together(cards, (card) => daysBetween(card.reviewedAt, day) / card.stability)
  const shares = factors.map(
    (factor) => all.reduce((sum, { ratio, count }) => sum + count * recallAfter(ratio, factor), 0) / cards.length,
  )
  const expected = shares.reduce((sum, share, index) => sum + share * (weights[index] ?? 0), 0)
  return { expected, low: quantile(shares, weights, 0.05), high: quantile(shares, weights, 0.95), reviews }
}

interface Alike {
  ratio: number
  count: number
}

/**
 * Counts what has nearly the same days per stability, on which recall hangs alone: 5,000 cards take as little time as
 * some hundred. Within one and a half percent of the ratio, which is less than 0.2 points of recall.
 */
function together<T>(rows: readonly T[], ratioOf: (row: T) => number): Alike[] {
  const bins = new Map<number, { sum: number; count: number }>()
  for (const row of rows) {
    const ratio = ratioOf(row)
    const key = Math.round(64 * Math.log(ratio + 1e-6))
    const bin = bins.get(key) ?? { sum: 0, count: 0 }
    bins.set(key, { sum: bin.sum + ratio, count: bin.count + 1 })
  }
  return [...bins.values()].map(({ sum, count }) => ({ ratio: sum / count, count }))
}

/** The value below which a part of the weight lies, between grid points by straight line. `values` rise. */
function quantile(values: readonly number[], weights: FactorWeights, part: number): number {
  let below = 0
  for (const [index, weight] of weights.entries()) {
    const here = values[index] ?? 0
    if (below + weight >= part) {
      const before = values[index - 1] ?? here
      return weight === 0 ? here : before + ((here - before) * (part - below)) / weight
    }
    below += weight
  }
  return values.at(-1) ?? 0
}
