import { distance } from 'fastest-levenshtein'

/** A word of the catalogue, folded, and how many readings hold it. */
export interface KnownWord {
  word: string
  readings: number
}

/** All words of the catalogue, made ready to be looked through. */
export interface KnownWords {
  /** In the order of their code units. */
  sorted: readonly KnownWord[]
  /** For each of them, a bit for each kind of letter in it. */
  letters: Int32Array
}

/** Makes words ready to be looked through: a hundred thousand take a fraction of a second, once. */
export function makeKnownWords(words: readonly KnownWord[]): KnownWords {
  const sorted = words.toSorted((a, b) => (a.word < b.word ? -1 : 1))
  return { sorted, letters: Int32Array.from(sorted, ({ word }) => lettersOf(word)) }
}

/** Whether this word is known or, if `unfinished`, the beginning of a known one. */
export function isKnown(word: string, { sorted }: KnownWords, unfinished: boolean): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as KnownWord).word < word) low = middle + 1
    else high = middle
  }
  const found = sorted[low]?.word
  return found !== undefined && (unfinished ? found.startsWith(word) : found === word)
}

/**
 * Words that somebody who typed `word` may have meant: those at the least Levenshtein distance, two neighbours
 * swapped counting as one; at most 3, the most frequent first. Up to 3 letters nothing is forgiven, up to 7 one slip,
 * beyond that two.
 * @param unfinished when no whole word is near, also compares with the beginnings of longer words.
 */
export function nearestWords(word: string, known: KnownWords, unfinished: boolean): string[] {
  const whole = nearest(word, known, false)
  return whole.length > 0 || !unfinished ? whole : nearest(word, known, true)
}

/** How many slips part two words, two neighbours swapped counting as one; null where they are more than are forgiven. */
export function slipsBetween(typed: string, meant: string): number | null {
  const most = mostSlips(typed)
  if (Math.abs(typed.length - meant.length) > most) return null
  const slips = countSlips(typed, meant)
  return slips <= most ? slips : null
}

/** Up to 3 letters nothing is forgiven, up to 7 one slip, beyond that two. */
function mostSlips(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2
}

function nearest(word: string, { sorted, letters }: KnownWords, beginnings: boolean): string[] {
  let best = mostSlips(word)
  if (best === 0) return []
  let found: KnownWord[] = []
  const typed = lettersOf(word)
  for (let at = 0; at < sorted.length; at++) {
    const candidate = sorted[at] as KnownWord
    if (beginnings ? candidate.word.length <= word.length : Math.abs(candidate.word.length - word.length) > best)
      continue
    // Each slip takes away at most one kind of letter, and adds one: most words are passed over by this alone.
    const other = letters[at] as number
    if (countBits(typed & ~other) > best || (!beginnings && countBits(other & ~typed) > best)) continue
    const slips = countSlips(word, beginnings ? candidate.word.slice(0, word.length) : candidate.word)
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

/** A bit for each kind of letter, 32 kinds. */
function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

function countBits(bits: number): number {
  let rest = bits
  let count = 0
  for (; rest !== 0; count++) rest &= rest - 1
  return count
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
