import { isKnown, type KnownWords } from '../words/slips.ts'
import { wordsOf } from '../words/same-word.ts'
import type { Part } from './query.ts'

/** Two expressions for FTS5's MATCH: what a reading must hold, and what it must not; null where there is none. */
export interface FtsMatch {
  include: string | null
  exclude: string | null
}

/** Words that may stand for a word: the corrections of a slip. */
export type Alternatives = ReadonlyMap<string, readonly string[]>

/** A part of a search with the expression that finds it. */
export interface Clause {
  part: Part
  /** The part's words, folded. */
  words: string[]
  expression: string
}

interface Options {
  /** Whether the last part stands for all words that begin with it. A word that is exactly it counts twice. */
  prefix?: boolean
  alternatives?: Alternatives
  /** The words of the index. With them, words joined, apart and hyphenated are one; without, each is as written. */
  known?: KnownWords
}

/**
 * Writes words and phrases as MATCH expressions. MATCH is a query language of its own, so that of a person's text
 * only runs of letters and figures reach it, each in quotes; parts of signs alone are left out.
 */
export function clausesOf(parts: readonly Part[], { prefix = false, alternatives, known }: Options = {}): Clause[] {
  const all = parts.map((part) => ({ part, words: wordsOf(part.text) })).filter(({ words }) => words.length > 0)
  const isHere = (word: string) => known !== undefined && isKnown(word, known, false)
  return all.map(({ part, words }, index): Clause => {
    const whole = phrase(words)
    if (part.kind === 'phrase') return { part, words, expression: whole }
    const forms = [whole]
    if (prefix && part === parts.at(-1)) forms.push(`${whole} *`)
    forms.push(...(alternatives?.get(words.join(' ')) ?? []).map((word) => phrase([word])))
    const together = words.join('')
    if (words.length > 1 && isHere(together)) forms.push(phrase([together]))
    if (words.length === 1) forms.push(...splits(together, isHere).map(phrase))
    for (const neighbours of [all.slice(index - 1, index + 1), all.slice(index, index + 2)]) {
      if (neighbours.length < 2 || neighbours.some((one) => one.part.kind !== 'word' || one.part.negated)) continue
      const joined = neighbours.flatMap((one) => one.words).join('')
      if (isHere(joined)) forms.push(phrase([joined]))
    }
    const unique = [...new Set(forms)]
    return { part, words, expression: unique.length > 1 ? `(${unique.join(' OR ')})` : whole }
  })
}

/**
 * The whole search as two expressions.
 * @param anyWord joins the words with OR instead of AND.
 */
export function toFtsMatch(parts: readonly Part[], options: Options & { anyWord?: boolean } = {}): FtsMatch {
  const clauses = clausesOf(parts, options)
  const join = (negated: boolean, joint: string) => {
    const own = clauses.filter((clause) => clause.part.negated === negated)
    return own.length > 0 ? own.map((clause) => clause.expression).join(joint) : null
  }
  return { include: join(false, options.anyWord ? ' OR ' : ' AND '), exclude: join(true, ' OR ') }
}

/** Words that stand side by side, as FTS5 reads them. */
export function phrase(words: readonly string[]): string {
  return `"${words.join(' ')}"`
}

/** The pairs of known words that a word of six letters or more is made of. */
function splits(word: string, isHere: (word: string) => boolean): [string, string][] {
  const found: [string, string][] = []
  if (word.length < 6) return found
  for (let at = 2; at <= word.length - 2; at++) {
    const pair: [string, string] = [word.slice(0, at), word.slice(at)]
    if (pair.every(isHere)) found.push(pair)
  }
  return found
}
