import type { Doubt } from './match.ts'

/** One answer to many doubts at once. */
export type BulkAnswer = {
  /** Those at least so much alike, 0 to 1, are the same; null for none. */
  sameFrom: number | null
  /** Whether all others are new; else they wait. */
  othersNew: boolean
  /** Titles of the file's sections that this answer is for; empty for all. */
  sections?: readonly string[]
}

/** The answers to doubts that a bulk answer gives, by their keys; each reading is the same as one work at most. */
export function decideMany(doubts: readonly Doubt[], answer: BulkAnswer): Map<string, string | null> {
  const { sameFrom, othersNew, sections = [] } = answer
  const decided = new Map<string, string | null>()
  const taken = new Set<string>()
  for (const { key, candidate, score, incoming } of doubts.toSorted((a, b) => b.score - a.score)) {
    if (sections.length > 0 && !sections.includes(incoming.section)) continue
    if (sameFrom !== null && score >= sameFrom && !taken.has(candidate.readingId)) {
      decided.set(key, candidate.readingId)
      taken.add(candidate.readingId)
    } else if (othersNew) decided.set(key, null)
  }
  return decided
}
