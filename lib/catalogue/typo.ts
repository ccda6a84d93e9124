import { distance } from 'fastest-levenshtein'

/** A word of the catalogue, folded, and how many readings hold it. */
export interface KnownWord {
  word: string
  readings: number
}

/**
 * Words that somebody who typed `word` may have meant: those at the least Levenshtein distance, two neighbours
 * swapped counting as one; at most 3, the most frequent first. Up to 3 letters nothing is forgiven, up to 7 one slip,
 * beyond that two.
 * @param unfinished when no whole word is near, also compares with the beginnings of longer words.
 */
export function nearestWords(word: string, known: readonly KnownWord[], unfinished = false): string[] {
  const whole = nearest(word, known, (candidate) => candidate)
  if (whole.length > 0 || !unfinished) return whole
  return nearest(word, known, (candidate) => candidate.slice(0, word.length))
}

function nearest(word: string, known: readonly KnownWord[], compared: (candidate: string) => string): string[] {
  let best = word.length < 4 ? 0 : word.length < 8 ? 1 : 2
  let found: KnownWord[] = []
  for (const candidate of known) {
    const other = compared(candidate.word)
    if (Math.abs(other.length - word.length) > best) continue
    const slips = countSlips(word, other)
    if (slips === 0 || slips > best) continue
    if (slips < best) found = []
    best = slips
    found.push(candidate)
  }
  return found
    .toSorted((a, b) => b.readings - a.readings || (a.word < b.word ? -1 : 1))
    .slice(0, 3)
    .map((candidate) => candidate.word)
}

function countSlips(typed: string, meant: string): number {
  const slips = distance(typed, meant)
  return slips === 2 && isSwap(typed, meant) ? 1 : slips
}

/** Whether the two differ by nothing but two neighbouring letters changing places. */
function isSwap(typed: string, meant: string): boolean {
  if (typed.length !== meant.length) return false
  let at = 0
  while (typed[at] === meant[at]) at++
  return typed[at] === meant[at + 1] && typed[at + 1] === meant[at] && typed.slice(at + 2) === meant.slice(at + 2)
}
