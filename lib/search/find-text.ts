import { isKnown, type KnownWords, nearestWords } from '../catalogue/typo.ts'
import { toFtsMatch } from './match.ts'
import { listOf, quote, type Understanding } from './understand.ts'
import { wordsOf } from './vocabulary.ts'

/** What the full-text index can be asked. */
export interface TextIndex {
  /** The readings that fit a MATCH expression, best first. */
  match: (expression: string) => readonly number[]
  /** The readings that hold the words in any form ("caching" for "cache"), best first; asked for where few are found. */
  matchForms: (expression: string) => readonly number[]
  /** All words that it holds; asked for only when something is not found. */
  knownWords: () => KnownWords
}

/** What a text found. */
export interface FoundText {
  /** Best first; null for all readings. */
  readings: readonly number[] | null
  /** Readings to leave out. */
  without: ReadonlySet<number>
  /** Sentences on what was searched instead of what was typed. */
  remarks: string[]
}

/** Fewer than this are few: other forms of the words are looked for too. */
const few = 20

/**
 * Finds readings by the texts of a search. All words must be there; where that finds few, other forms of the words
 * follow behind (unless words stand in quotes); where it finds nothing, words that the catalogue
 * does not know are taken for slips and replaced by the nearest that it does, and where that finds nothing either, some
 * of the words are enough.
 */
export function findText({ texts, prefix }: Understanding, index: TextIndex): FoundText {
  const { include, exclude } = toFtsMatch(texts, { prefix })
  const without = new Set(exclude === null ? [] : index.match(exclude))
  if (include === null) return { readings: null, without, remarks: [] }
  const asTyped = index.match(include)
  const forms = asTyped.length < few && texts.every((part) => part.kind === 'word') ? index.matchForms(include) : []
  const exact = [...new Set([...asTyped, ...forms])]
  if (exact.length > 0) return { readings: exact, without, remarks: [] }

  const remarks: string[] = []
  const corrected = correct({ texts, prefix }, index.knownWords())
  for (const [typed, meant] of corrected)
    remarks.push(
      `Nothing here says ${quote({ text: typed })}; searched for ${listOf(
        meant.map((text) => quote({ text })),
        'or',
      )} instead.`,
    )
  const options = { prefix, alternatives: corrected }
  const forgiving = corrected.size > 0 ? index.match(toFtsMatch(texts, options).include ?? include) : exact
  if (forgiving.length > 0 || texts.filter((part) => !part.negated).length < 2)
    return { readings: forgiving, without, remarks }

  const some = index.match(toFtsMatch(texts, { ...options, anyWord: true }).include ?? include)
  if (some.length > 0) remarks.push('Nothing holds all of these words; what holds some of them is shown.')
  return { readings: some, without, remarks }
}

/** The words of a search that the catalogue does not know, each with those that may be meant. */
function correct({ texts, prefix }: Pick<Understanding, 'texts' | 'prefix'>, known: KnownWords): Map<string, string[]> {
  const corrected = new Map<string, string[]>()
  for (const part of texts) {
    const [word, ...more] = wordsOf(part.text)
    if (part.kind !== 'word' || part.negated || word === undefined || more.length > 0) continue
    const unfinished = prefix && part === texts.at(-1)
    if (isKnown(word, known, unfinished)) continue
    const near = nearestWords(word, known, unfinished)
    if (near.length > 0) corrected.set(word, near)
  }
  return corrected
}
