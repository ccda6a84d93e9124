/** How long a reading took against its estimate, both in minutes. */
export interface TimedReading {
  spent: number
  estimated: number
}

/** Percent of the estimated minutes that a person needs can only be this. */
export const speedBounds = { least: 25, most: 400 } as const

/** As many imagined readings that took exactly as long as usual: what one odd reading has to outweigh. */
const imagined = 3
/** In percent; the settings count in the same steps. */
const step = 5
/** Only the latest count, so that the figure follows the person. */
const latest = 50

/**
 * A person's own speed: the percent of the estimated minutes that they need, 100 being as estimated and 200 twice as
 * long. It is the median of spent to estimated over the latest 50 timed readings and three imagined ones at the speed
 * known so far: a tab left open overnight moves a median by one place only, and the first timed reading does not
 * rescale everything.
 * @param timed newest first; those without minutes are left out.
 * @param known the speed so far, in percent.
 * @returns 25 to 400 in steps of 5; `known` when nothing was timed.
 */
export function readingSpeed(timed: readonly TimedReading[], known = 100): number {
  const ratios = timed
    .filter(({ spent, estimated }) => spent > 0 && estimated > 0)
    .slice(0, latest)
    .map(({ spent, estimated }) => spent / estimated)
  if (ratios.length === 0) return known
  const percent = median([...ratios, ...Array.from({ length: imagined }, () => known / 100)]) * 100
  return Math.round(Math.min(speedBounds.most, Math.max(speedBounds.least, percent)) / step) * step
}

/** How many timed readings a speed is learnt from. */
export function countTimed(timed: readonly TimedReading[]): number {
  return Math.min(latest, timed.filter(({ spent, estimated }) => spent > 0 && estimated > 0).length)
}

/** A learnt speed as a sentence: how it comes about, and from how much. */
export function speedInWords(speedPercent: number, timed: number): string {
  if (timed === 0) return 'Nothing is timed yet. Say what a reading took, or start a timer, and estimates follow you.'
  const from = timed === 1 ? 'from the one that you timed' : `from your last ${timed} timed ones`
  if (speedPercent === 100) return `Readings take you as long as estimated, ${from}.`
  return `Readings take you ${timesEstimate(speedPercent)}, ${from}.`
}

/** A speed as a person says it: `1.6 times the estimate`. */
export function timesEstimate(speedPercent: number): string {
  return `${(speedPercent / 100).toLocaleString('en')} times the estimate`
}

/** Minutes that a person of this speed needs for what is estimated at `minutes`; at least one where it is any. */
export function ownMinutes(minutes: number, speedPercent: number): number {
  return minutes === 0 ? 0 : Math.max(1, Math.round((minutes * speedPercent) / 100))
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
