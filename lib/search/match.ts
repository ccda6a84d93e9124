import type { Part } from './query.ts'
import { wordsOf } from './vocabulary.ts'

/** Two expressions for FTS5's MATCH: what a reading must hold, and what it must not; null where there is none. */
export interface FtsMatch {
  include: string | null
  exclude: string | null
}

/** Words that may stand for a word: the corrections of a slip. */
export type Alternatives = ReadonlyMap<string, readonly string[]>

/**
 * Writes words and phrases as MATCH expressions. MATCH is a query language of its own, so that of a person's text
 * only runs of letters and figures reach it, each in quotes; signs alone are left out.
 * @param prefix whether the last part stands for all words that begin with it. A word that is exactly it counts twice.
 * @param anyWord joins the words with OR instead of AND.
 */
export function toFtsMatch(
  parts: readonly Part[],
  { prefix = false, anyWord = false, alternatives = new Map() as Alternatives } = {},
): FtsMatch {
  const include: string[] = []
  const exclude: string[] = []
  for (const [index, part] of parts.entries()) {
    const words = wordsOf(part.text)
    if (words.length === 0) continue
    const quoted = `"${words.join(' ')}"`
    const instead = alternatives.get(words.join(' '))
    if (part.negated) exclude.push(quoted)
    else if (instead && part.kind === 'word') include.push(`(${instead.map((word) => `"${word}"`).join(' OR ')})`)
    else if (prefix && index === parts.length - 1) include.push(`(${quoted} OR ${quoted} *)`)
    else include.push(quoted)
  }
  return {
    include: include.length > 0 ? include.join(anyWord ? ' OR ' : ' AND ') : null,
    exclude: exclude.length > 0 ? exclude.join(' OR ') : null,
  }
}
