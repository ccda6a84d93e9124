/** What kind of thing a reading is. */
export const media = ['article', 'video', 'slides', 'paper', 'book', 'documentation', 'repository'] as const

/** One of `media`. */
export type Medium = (typeof media)[number]

/** How long somebody who knows the work says it is, where nobody gave a figure: under 8 minutes, to 20, to 45, longer. */
export const lengths = ['short', 'medium', 'long', 'very long'] as const

/** One of `lengths`. */
export type Length = (typeof lengths)[number]

/** Where a reading's minutes come from: somebody's figure, the rule below, or the people who read it here. */
export const minutesBases = ['stated', 'rule', 'readers'] as const

/** One of `minutesBases`. */
export type MinutesBasis = (typeof minutesBases)[number]

/** What the rule looks at. */
export interface MinutesFacts {
  medium: Medium
  parts: number
  url: string
  organisation?: string | null
  /** Year, month or day of publication. */
  published?: string | null
  length?: Length | null
  /** What another site counts, in minutes. */
  elsewhereMinutes?: number | null
  /** What the publisher says of single parts of a series: minutes by number of the part. */
  partMinutes?: Record<string, number> | null
}

/**
 * Minutes for one part where there is no better rule: a conference talk of 50 minutes with its questions, a deck, a
 * paper of 12 pages at 3 minutes a page, a book of 300 pages.
 */
const byMedium: Record<Exclude<Medium, 'article'>, number> = {
  video: 50,
  slides: 20,
  paper: 36,
  book: 600,
  documentation: 30,
  repository: 20,
}

/** The middle of each length; nobody gave a figure. */
const byLength: Record<Length, number> = { short: 6, medium: 12, long: 30, 'very long': 60 }

/** Means of the publishers' own figures, where at least five articles of an organisation state one. */
const byOrganisation: Record<string, number> = { Airbnb: 11, Lyft: 10, Netflix: 8, Pinterest: 7, Walmart: 6 }

/** Of pages that nothing was measured of, a person's guess stays: essays of some 2,500 words. */
const unmeasured = /(^|\.)queue\.acm\.org$/
const essayMinutes = 12

/** One part of a series of articles. */
const seriesPart = 9

/** Another site's figure, against the publisher's own: the mean of nine pairs. */
const elsewhereShare = 0.85

/**
 * The rule for the minutes of a whole reading that nobody gave a figure for, at an ordinary engineer's pace.
 *
 * It rests on 119 articles whose publishers state their length (median 8, quartiles 6 and 10): those up to 2016 take 5
 * minutes in the mean, of 2017 6, of 2018 7, from 2019 on 9. Its mean error on them is 2.4 minutes; one figure of 12
 * for all had 4.6. What is shown from it says "about".
 */
export function estimateMinutes(facts: MinutesFacts): number {
  if (facts.elsewhereMinutes) return Math.max(1, Math.round(facts.elsewhereMinutes * elsewhereShare))
  if (facts.length && facts.medium !== 'book') return byLength[facts.length]
  if (facts.medium !== 'article') return byMedium[facts.medium] * facts.parts
  if (facts.parts > 1) {
    const known = Object.values(facts.partMinutes ?? {})
    return known.reduce((sum, minutes) => sum + minutes, 0) + seriesPart * Math.max(0, facts.parts - known.length)
  }
  if (unmeasured.test(hostOf(facts.url))) return essayMinutes
  return byOrganisation[facts.organisation ?? ''] ?? byYear(yearOf(facts))
}

/**
 * What a reading's minutes are once people here have timed it: their median, from three of them on; null below that.
 * @param spent what each person really spent, a figure a person.
 */
export function readersMinutes(spent: readonly number[]): number | null {
  if (spent.length < 3) return null
  const sorted = spent.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return Math.max(1, Math.round((low + high) / 2))
}

function byYear(year: number | null): number {
  if (year === null) return 8
  return year <= 2016 ? 5 : year === 2017 ? 6 : year === 2018 ? 7 : 9
}

/** The year of publication: as known, or as the address tells it ("/2017/11/"). */
function yearOf({ published, url }: MinutesFacts): number | null {
  const year = published?.slice(0, 4) ?? /\/(20[0-2]\d)[/-]/.exec(url)?.[1]
  return year === undefined ? null : Number(year)
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? ''
}
