import { isEnglish } from '../words/english.ts'
import { wordsOf } from '../words/same-word.ts'
import { isKnown, type KnownWords, nearestWords } from '../words/slips.ts'
import type { Part } from './query.ts'

/**
 * The words of a search that neither the catalogue nor English knows, each with those that may be meant: a correct word
 * is never repaired into another.
 * @param unfinished the word that is still being typed; beginnings of words are compared with it.
 */
export function correct(parts: readonly Part[], known: KnownWords, unfinished: Part | null): Map<string, string[]> {
  const corrected = new Map<string, string[]>()
  for (const part of parts) {
    const [word, ...more] = wordsOf(part.text)
    if (part.kind !== 'word' || part.negated || word === undefined || more.length > 0) continue
    if (isKnown(word, known, part === unfinished) || isEnglish(word)) continue
    const near = nearestWords(word, known, part === unfinished)
    if (near.length > 0) corrected.set(word, near)
  }
  return corrected
}
