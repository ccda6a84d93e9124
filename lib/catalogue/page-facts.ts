import { counted, minutesInWords } from '../format.ts'
import type { ReadingRow } from './reading-row.ts'

/** What a public page says of itself to search engines, chats and whoever shares it. */
export interface PageFacts {
  /** As the browser's tab says it, without the product's name. */
  title: string
  /** What kind of page it is, and whose. */
  eyebrow: string
  /** How much there is, in one line. */
  figures: string
  /** One or two sentences, of the page's own facts. */
  description: string
  /** What it is made of, each with its size; at most eight are drawn. */
  parts: { title: string; size: number }[]
}

/** "Netflix, Uber, LinkedIn and 12 more". */
export function firstOf(names: readonly string[], most = 3): string {
  if (names.length <= most + 1) return names.join(', ').replace(/, ([^,]*)$/, ' and $1')
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`
}

/** How many readings, and how long they take together, each counted once. */
export function sizeOf(rows: readonly { id: string; minutes: number }[]): string {
  const once = [...new Map(rows.map((row) => [row.id, row])).values()]
  return `${counted(once.length, 'reading')} · ${minutesInWords(once.reduce((sum, row) => sum + row.minutes, 0))}`
}

/** The names of the rows' organisations, the one with most readings first. */
export function organisationsOf(rows: readonly Pick<ReadingRow, 'organisation'>[]): string[] {
  const named = rows.flatMap(({ organisation }) => organisation ?? [])
  return [...Map.groupBy(named, (name) => name)].toSorted((a, b) => b[1].length - a[1].length).map(([name]) => name)
}

/** Cuts a text at a word, for a description of at most `most` characters. */
export function clipped(text: string, most = 200): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  if (plain.length <= most) return plain
  const cut = plain.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`
}
