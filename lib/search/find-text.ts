import { parseHttpUrl } from '../addresses/http-url.ts'
import { isStopWord } from '../words/stop-words.ts'
import { type KnownWords } from '../words/slips.ts'
import { correct } from './correct.ts'
import { type Clause, clausesOf, phrase } from './match.ts'
import { rankBySome } from './rank-some.ts'
import { findSaid, type Said, type SynonymIndex } from './synonyms.ts'
import { listOf, quote, type Understanding } from './understand.ts'
import { wordsOf } from '../words/same-word.ts'

/** What the full-text index can be asked. */
export interface TextIndex {
  /** The readings that fit a MATCH expression, best first. */
  match: (expression: string) => readonly number[]
  /** The readings that hold the words in any form ("caching" for "cache"), best first; asked for where few are found. */
  matchForms: (expression: string) => readonly number[]
  /** All words that it holds. */
  knownWords: () => KnownWords
  /** The reading that stands, or stood, at an address. */
  readingAt: (address: string) => number | null
  /** A reading's number; null where the catalogue does not have it. */
  numberOf: (id: string) => number | null
  /** What people call things. */
  synonyms: SynonymIndex
}

/** What a text found. */
export interface FoundText {
  /** Best first; null for all readings. */
  readings: readonly number[] | null
  /** Readings to leave out. */
  without: ReadonlySet<number>
  /** Sentences on what was searched instead of what was typed. */
  remarks: string[]
  /** The synonyms that the text says. */
  said: readonly Said[]
  /** The words that count, folded, small words left out. */
  words: readonly string[]
}

/** Fewer than this are few: other forms of the words are looked for too. */
const few = 20

/**
 * Finds readings by the texts of a search. An address finds the reading that stands there. Of words, all that count
 * must be there; then come other forms of them (unless words stand in quotes), and readings that say it in words of the
 * curated synonyms, whose own readings come first where nothing else was typed. Where all that finds nothing, words
 * that neither the catalogue nor English knows are taken for slips, and after that some of the words are enough.
 */
export function findText({ texts, prefix }: Pick<Understanding, 'texts' | 'prefix'>, index: TextIndex): FoundText {
  const address = texts.find((part) => part.kind === 'word' && !part.negated && isAddress(part.text, index))
  if (address) return findAddress(address.text, index)
  const known = index.knownWords()
  const clauses = clausesOf(texts, { prefix, known })
  const unwanted = clauses.filter(({ part }) => part.negated).map(({ expression }) => expression)
  const without = new Set(unwanted.length === 0 ? [] : index.match(unwanted.join(' OR ')))
  const wanted = clauses.filter(({ part }) => !part.negated)
  const content = withoutSmallWords(wanted)
  const words = content.flatMap((clause) => clause.words)
  if (wanted.length === 0) return { readings: null, without, remarks: [], said: [], words }

  const said = content.every(({ part }) => part.kind === 'word') ? findSaid(words, index.synonyms) : []
  const whole = index.match(and(wanted))
  const exact = whole.length < few && content.length < wanted.length ? [...whole, ...index.match(and(content))] : whole
  const forms = exact.length < few && isFree(content) ? index.matchForms(and(content)) : []
  const meant = said.length > 0 ? index.match(and(withMeanings(content, said))) : []
  const chosen = interleave(said.map(({ synonym }) => synonym.readings.flatMap((id) => index.numberOf(id) ?? [])))
  const share = said.reduce((sum, { from, to }) => sum + to - from, 0) / words.length
  const found = unique(share === 1 ? [chosen, exact, forms, meant] : [exact, forms, meant])
  const result = { without, said, words }
  if (found.length > 0) return { ...result, readings: found, remarks: remarksOn(said, exact) }

  const unfinished = prefix ? (texts.at(-1) ?? null) : null
  const corrected = correct(
    content.map(({ part }) => part),
    known,
    unfinished,
  )
  const remarks = [...corrected].map(
    ([typed, meantWords]) =>
      `Nothing here says ${quote({ text: typed })}; searched for ${listOf(
        meantWords.map((text) => quote({ text })),
        'or',
      )} instead.`,
  )
  const mended = clausesOf(
    content.map(({ part }) => part),
    { prefix, known, alternatives: corrected },
  )
  const forgiving = corrected.size > 0 ? index.match(and(mended)) : []
  if (forgiving.length > 0) return { ...result, readings: forgiving, remarks }
  if (mended.length < 2) return { ...result, readings: chosen, remarks }
  return { ...result, ...findSome(mended, said, share < 0.5 ? [] : chosen, index, remarks) }
}

/** What holds some of the words, and which of them nothing holds. */
function findSome(
  clauses: readonly Clause[],
  said: readonly Said[],
  chosen: readonly number[],
  index: TextIndex,
  remarks: readonly string[],
): Pick<FoundText, 'readings' | 'remarks'> {
  const demands = withMeanings(clauses, said)
  const found = demands.map((clause) => {
    const exact = index.match(clause.expression)
    return exact.length < few && isFree([clause]) ? unique([exact, index.matchForms(clause.expression)]) : exact
  })
  const nowhere = demands.filter((_, at) => found[at]?.length === 0).map(({ part }) => quote(part))
  const some = unique([chosen, rankBySome(found)])
  if (some.length === 0) return { readings: some, remarks: [...remarks] }
  const missing = nowhere.length > 0 ? [`Nothing here says ${listOf(nowhere, 'or')}.`] : []
  const rest = demands.length - nowhere.length > 1
  const sentence = 'Nothing holds all of these words; what holds most of them comes first.'
  return { readings: some, remarks: [...remarks, ...missing, ...(rest ? [sentence] : [])] }
}

function and(clauses: readonly Clause[]): string {
  return clauses.map(({ expression }) => expression).join(' AND ')
}

/** Whether other forms of the words will do. */
function isFree(clauses: readonly Clause[]): boolean {
  return clauses.every(({ part }) => part.kind === 'word')
}

function withoutSmallWords(clauses: readonly Clause[]): Clause[] {
  const content = clauses.filter(({ part, words }) => part.kind !== 'word' || !words.every(isStopWord))
  return content.length > 0 ? content : [...clauses]
}

/** The clauses with each stretch that says a synonym as one, which what it means meets too. */
function withMeanings(clauses: readonly Clause[], said: readonly Said[]): Clause[] {
  const starts: number[] = []
  let words = 0
  for (const clause of clauses) {
    starts.push(words)
    words += clause.words.length
  }
  const isIn = (at: number, { from, to }: Said) => at >= from && at < to
  const rest = clauses.filter((_, at) => !said.some((one) => isIn(starts[at] ?? 0, one)))
  const spans = said.flatMap((one): Clause[] => {
    const own = clauses.filter((_, at) => isIn(starts[at] ?? 0, one))
    const [first] = own
    if (!first) return []
    const forms = [`(${and(own)})`, ...one.synonym.means.map((text) => phrase(wordsOf(text)))]
    const part = { ...first.part, text: own.map((clause) => clause.part.text).join(' ') }
    return [{ part, words: own.flatMap((clause) => clause.words), expression: `(${forms.join(' OR ')})` }]
  })
  return [...rest, ...spans]
}

function remarksOn(said: readonly Said[], exact: readonly number[]): string[] {
  const means = [...new Set(said.flatMap(({ synonym }) => synonym.means))].slice(0, 4)
  if (exact.length >= few || means.length === 0) return []
  return [`Also searched for ${listOf(means.map((text) => quote({ text })))}.`]
}

/** With `https://` before it, or where it is one that the catalogue has. */
function isAddress(text: string, index: TextIndex): boolean {
  if (/^https?:\/\/\S/i.test(text)) return parseHttpUrl(text) !== null
  return /^[\w-]+(\.[\w-]+)+\/\S/.test(text) && index.readingAt(`https://${text}`) !== null
}

function findAddress(text: string, index: TextIndex): FoundText {
  const reading = index.readingAt(/^https?:/i.test(text) ? text : `https://${text}`)
  const remark = reading === null ? 'No reading here stands, or stood, at that address.' : ''
  const readings = reading === null ? [] : [reading]
  return { readings, without: new Set(), remarks: remark ? [remark] : [], said: [], words: [] }
}

/** The first of each, then the second of each, each once. */
function interleave(lists: readonly (readonly number[])[]): number[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return unique(Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])))
}

function unique(lists: readonly (readonly number[])[]): number[] {
  return [...new Set(lists.flat())]
}
