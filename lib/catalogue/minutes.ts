/** What kind of thing a reading is. */
export const media = ['article', 'video', 'slides', 'paper', 'book', 'documentation', 'repository'] as const

/** One of `media`. */
export type Medium = (typeof media)[number]

/**
 * Estimated minutes for one part of each medium, at an ordinary engineer's pace: an article of about 2,500 words at
 * 210 words a minute, a conference talk, a deck, a ten-page paper read with a pencil, a book of 300 pages.
 */
const minutesAPart: Record<Medium, number> = {
  article: 12,
  video: 40,
  slides: 20,
  paper: 60,
  book: 600,
  documentation: 30,
  repository: 20,
}

/** The estimate of minutes for a whole reading: its medium's, times its parts. */
export function estimateMinutes(medium: Medium, parts: number): number {
  return minutesAPart[medium] * parts
}
