import { distance } from 'fastest-levenshtein'
import { titleKey } from './title-key.ts'

/**
 * How alike two titles are, 0 to 1: the greater of the share of trigrams they have in common (Dice) and of the letters
 * that need no edit (Levenshtein), of their keys. Two that tell of different organisations ("Kafka at Yelp", "Kafka at
 * Uber") or hold different numbers are different works however alike: 0.3 and 0.2 less.
 */
export function titleSimilarity(a: string, b: string): number {
  const [keyA, keyB] = [titleKey(a), titleKey(b)]
  if (keyA === keyB) return keyA ? 1 : 0
  const edits = 1 - distance(keyA, keyB) / Math.max(keyA.length, keyB.length)
  const likeness = Math.max(dice(trigrams(keyA), trigrams(keyB)), edits)
  return Math.max(
    0,
    likeness - (differ(organisationTail(a), organisationTail(b)) ? 0.3 : 0) - (numbersDiffer(a, b) ? 0.2 : 0),
  )
}

/** Finds the titles most like a given one among many without looking at all: about 10 µs a title looked up. */
export class TitleIndex {
  private readonly postings = new Map<string, number[]>()
  private readonly shared: Uint16Array

  constructor(titles: readonly string[]) {
    for (const [i, title] of titles.entries()) {
      for (const gram of trigrams(titleKey(title))) {
        const posting = this.postings.get(gram)
        if (posting) posting.push(i)
        else this.postings.set(gram, [i])
      }
    }
    this.shared = new Uint16Array(titles.length)
  }

  /** The places in the list given of at most `limit` titles that share most of this one's rarest trigrams. */
  nearest(title: string, limit: number): number[] {
    const lists = [...trigrams(titleKey(title))]
      .map((gram) => this.postings.get(gram) ?? [])
      .filter((posting) => posting.length > 0)
      .toSorted((a, b) => a.length - b.length)
    const touched: number[] = []
    let looked = 0
    for (const posting of lists) {
      if (looked > 3000) break
      looked += posting.length
      for (const i of posting) {
        if (this.shared[i] === 0) touched.push(i)
        this.shared[i] = (this.shared[i] ?? 0) + 1
      }
    }
    const best = touched
      .map((i) => ({ i, count: this.shared[i] ?? 0 }))
      .toSorted((a, b) => b.count - a.count || a.i - b.i)
      .slice(0, limit)
    for (const i of touched) this.shared[i] = 0
    return best.map(({ i }) => i)
  }
}

function trigrams(key: string): Set<string> {
  const padded = ` ${key} `
  const grams = new Set<string>()
  for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3))
  return grams
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((gram) => b.has(gram)).length
  return a.size + b.size > 0 ? (2 * common) / (a.size + b.size) : 0
}

function organisationTail(title: string): string {
  return titleKey(/ at ([^()-]+?)(?:\s*\(.*\))?$/.exec(title)?.[1] ?? '')
}

function differ(a: string, b: string): boolean {
  return a !== '' && b !== '' && !a.startsWith(b) && !b.startsWith(a) && distance(a, b) > 2
}

function numbersDiffer(a: string, b: string): boolean {
  const numbers = (title: string) => (title.replace(/\(\d+ parts?\)/gi, '').match(/\d+/g) ?? []).toSorted().join()
  const [left, right] = [numbers(a), numbers(b)]
  return left !== '' && right !== '' && left !== right
}
