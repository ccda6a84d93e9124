import { type FoldedText, foldInPlaces } from './folded-text.ts'
import { fold, wordKey } from './same-word.ts'

/** A text made ready for finding words in it. */
export interface Searchable {
  /** Its letters and figures alone, folded. */
  joined: string
  /** Where in the text each of them begins, */
  places: number[]
  /** and where it ends. */
  ends: number[]
  /** Whether a word begins there. */
  starts: boolean[]
  /** All of it, for what has neither letters nor figures. */
  whole: FoldedText
}

/** Makes a text ready: words joined, apart and hyphenated are one in it, and apostrophes are not counted. */
export function toSearchable(text: string): Searchable {
  const whole = foldInPlaces(text)
  const { folded, places, ends } = whole
  const found: Searchable = { joined: '', places: [], ends: [], starts: [], whole }
  let isStart = true
  for (const { 0: letter, index } of folded.matchAll(/./gsu)) {
    if (/[\p{L}\p{N}\p{M}]/u.test(letter)) {
      for (let unit = 0; unit < letter.length; unit++) {
        found.places.push(places[index] ?? 0)
        found.ends.push(ends[index] ?? 0)
        found.starts.push(isStart && unit === 0)
      }
      found.joined += letter
      isStart = false
    } else if (letter !== "'") isStart = true
  }
  return found
}

/**
 * Where a word stands: inside one word of the text, or over several from the beginning of one; signs alone stand
 * anywhere. Null for nowhere.
 */
export function findWord(
  word: string,
  { joined, places, ends, starts, whole }: Searchable,
): { from: number; to: number } | null {
  const key = wordKey(word)
  if (key === '') {
    const signs = fold(word)
    const at = signs === '' ? -1 : whole.folded.indexOf(signs)
    return at < 0 ? null : { from: whole.places[at] ?? 0, to: whole.ends[at + signs.length - 1] ?? 0 }
  }
  for (let at = joined.indexOf(key); at >= 0; at = joined.indexOf(key, at + 1)) {
    const end = at + key.length
    if (starts[at] || !starts.slice(at + 1, end).includes(true)) {
      return { from: places[at] ?? 0, to: ends[end - 1] ?? 0 }
    }
  }
  return null
}
