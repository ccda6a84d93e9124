import { distance } from 'fastest-levenshtein'
import { titleKey } from './title-key.ts'

/** What comparing a title takes, worked out once where it is compared with many. */
export type TitleTraits = {
  key: string
  /** The key's trigrams, each as a number, in ascending order and once. */
  trigrams: Float64Array
  organisation: string
  numbers: string
}

/** A title made ready for `likenessOf`. */
export function traitsOf(title: string): TitleTraits {
  const key = titleKey(title)
  const organisation = titleKey(/ at ([^()-]+?)(?:\s*\(.*\))?$/.exec(title)?.[1] ?? '')
  const numbers = (title.replace(/\(\d+ parts?\)/gi, '').match(/\d+/g) ?? []).toSorted().join()
  return { key, trigrams: trigramsOf(key), organisation, numbers }
}

/** `likenessOf` of two titles. */
export function titleSimilarity(a: string, b: string): number {
  return likenessOf(traitsOf(a), traitsOf(b))
}

/**
 * How alike two titles are, 0 to 1: the greater of the share of trigrams they have in common (Dice) and of the letters
 * that need no edit (Levenshtein), of their keys. Two that tell of different organisations ("Kafka at Yelp", "Kafka at
 * Uber") or hold different numbers are different works however alike: 0.3 and 0.2 less.
 */
export function likenessOf(a: TitleTraits, b: TitleTraits): number {
  if (a.key === b.key) return a.key ? 1 : 0
  const edits = 1 - distance(a.key, b.key) / Math.max(a.key.length, b.key.length)
  const likeness = Math.max(dice(a.trigrams, b.trigrams), edits)
  const numbers = a.numbers !== '' && b.numbers !== '' && a.numbers !== b.numbers
  return Math.max(0, likeness - (differ(a.organisation, b.organisation) ? 0.3 : 0) - (numbers ? 0.2 : 0))
}

/** After how many entries of its postings, the rarest trigrams' first, one title is looked up: more find no better. */
const enough = 3000

const nearestTitles = 6

/** Finds the titles most like a given one among many without looking at all: about 15 µs a title looked up. */
export class TitleIndex {
  private readonly postings = new Map<number, number[]>()
  private readonly shared: Uint16Array
  /** Lists have "Slides" a thousand times. */
  private readonly answers = new Map<string, number[]>()

  constructor(titles: readonly TitleTraits[]) {
    for (const [i, title] of titles.entries()) {
      for (const gram of title.trigrams) {
        const posting = this.postings.get(gram)
        if (posting) posting.push(i)
        else this.postings.set(gram, [i])
      }
    }
    this.shared = new Uint16Array(titles.length)
  }

  /** The places in the list given of at most 6 titles that share most of this one's rarest trigrams. */
  nearest(title: TitleTraits): number[] {
    const known = this.answers.get(title.key)
    if (known) return known
    const best = this.lookUp(title)
    this.answers.set(title.key, best)
    return best
  }

  private lookUp(title: TitleTraits): number[] {
    const found: number[][] = []
    for (const gram of title.trigrams) {
      const posting = this.postings.get(gram)
      if (posting) found.push(posting)
    }
    found.sort((a, b) => a.length - b.length)
    const { shared } = this
    const touched: number[] = []
    let looked = 0
    for (const posting of found) {
      if (looked > enough) break
      looked += posting.length
      for (const i of posting) {
        const count = shared[i] as number
        if (count === 0) touched.push(i)
        shared[i] = count + 1
      }
    }
    const best = mostShared(touched, shared, nearestTitles)
    for (const i of touched) shared[i] = 0
    return best
  }
}

/** The `limit` of `touched` with the highest counts, and the lowest places among equals; a sort would cost most. */
function mostShared(touched: readonly number[], counts: Uint16Array, limit: number): number[] {
  const best: number[] = []
  const isBefore = (a: number, b: number) => {
    const more = (counts[a] as number) - (counts[b] as number)
    return more > 0 || (more === 0 && a < b)
  }
  for (const i of touched) {
    if (best.length === limit && !isBefore(i, best[limit - 1] as number)) continue
    if (best.length === limit) best.pop()
    let at = best.length
    while (at > 0 && isBefore(i, best[at - 1] as number)) at--
    best.splice(at, 0, i)
  }
  return best
}

/** Three UTF-16 units of 16 bits each fit a number's 53 bits. */
function trigramsOf(key: string): Float64Array {
  const padded = ` ${key} `
  const grams = new Set<number>()
  for (let i = 0; i + 3 <= padded.length; i++) {
    grams.add((padded.charCodeAt(i) * 65_536 + padded.charCodeAt(i + 1)) * 65_536 + padded.charCodeAt(i + 2))
  }
  return Float64Array.from(grams).toSorted()
}

/** Twice what two ascending lists have in common over what they have. */
function dice(a: Float64Array, b: Float64Array): number {
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [left, right] = [a[i] as number, b[j] as number]
    if (left === right) common++
    if (left <= right) i++
    if (right <= left) j++
  }
  return a.length + b.length > 0 ? (2 * common) / (a.length + b.length) : 0
}

function differ(a: string, b: string): boolean {
  return a !== '' && b !== '' && !a.startsWith(b) && !b.startsWith(a) && distance(a, b) > 2
}
