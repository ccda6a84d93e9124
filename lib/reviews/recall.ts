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
  const logs = factors.map((factor) => {
    const prior = -((Math.log(factor) / priorSpread) ** 2) / 2
    return outcomes.reduce((sum, { elapsedDays, stability, recalled }) => {
      const chance = Math.min(0.999, Math.max(0.001, recallAfter(elapsedDays, stability * factor)))
      return sum + evidence * Math.log(recalled ? chance : 1 - chance)
    }, prior)
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
  const shares = factors.map((factor) => {
    const sum = cards.reduce(
      (total, card) => total + recallAfter(daysBetween(card.reviewedAt, day), card.stability * factor),
      0,
    )
    return sum / cards.length
  })
  const expected = shares.reduce((sum, share, index) => sum + share * (weights[index] ?? 0), 0)
  return { expected, low: quantile(shares, weights, 0.05), high: quantile(shares, weights, 0.95), reviews }
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
