import { stemmer } from 'stemmer'
import { isStopWord } from '../words/stop-words.ts'
import { wordsOf } from '../words/same-word.ts'

/** What people call a thing, and where it leads: a line of `db/content/synonyms.yaml`. */
export interface Synonym {
  /** Words and phrases that people say; in any form ("crashed" for "crash"), without regard to small words. */
  say: string[]
  /** What the catalogue calls it: these words are searched beside. */
  means: string[]
  /** Ids of sections and topics that are offered. */
  places: string[]
  /** Ids of readings that come first. */
  readings: string[]
  /** Keys of drills that practise it. */
  drills: string[]
  /** Id of a situation of the home page. */
  situation: string | null
}

/** Synonyms made ready to be found in what is typed. */
export type SynonymIndex = ReadonlyMap<string, readonly { stems: readonly string[]; synonym: Synonym }[]>

/** A stretch of a search that says a synonym: words `from` up to, and not including, `to`. */
export interface Said {
  synonym: Synonym
  from: number
  to: number
}

/** Words in the form in which they are compared: their stems (Porter's), small words left out. */
export function stemsOf(words: readonly string[]): string[] {
  const content = words.filter((word) => !isStopWord(word))
  return (content.length > 0 ? content : words).map(stemmer)
}

/** Makes synonyms ready: by the first stem of what is said, the longest first. */
export function indexSynonyms(synonyms: readonly Synonym[]): SynonymIndex {
  const all = synonyms.flatMap((synonym) => synonym.say.map((say) => ({ stems: stemsOf(wordsOf(say)), synonym })))
  const longestFirst = all.toSorted((a, b) => b.stems.length - a.stems.length)
  return Map.groupBy(longestFirst, ({ stems }) => stems[0] ?? '')
}

/** The synonyms that words say, each stretch once, the longest from the left. `words` hold no small words. */
export function findSaid(words: readonly string[], index: SynonymIndex): Said[] {
  const stems = words.map(stemmer)
  const said: Said[] = []
  for (let from = 0; from < stems.length; from++) {
    const fits = index.get(stems[from] ?? '')?.find((one) => one.stems.every((stem, at) => stem === stems[from + at]))
    if (!fits) continue
    said.push({ synonym: fits.synonym, from, to: from + fits.stems.length })
    from += fits.stems.length - 1
  }
  return said
}
