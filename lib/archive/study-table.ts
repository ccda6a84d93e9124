import Papa from 'papaparse'

/** A reading with all that its reader keeps of it, as one row of a table or one file of a folder. */
export interface StudyEntry {
  readingId: string
  title: string
  url: string
  organisation: string
  section: string
  topic: string
  medium: string
  status: string
  minutesSpent: number | null
  /** ISO days; empty for none. */
  markedOn: string
  favourite: boolean
  rating: number | null
  lists: string[]
  note: string
  problem: string
  numbers: string
  choice: string
  tradeOff: string
  useWhen: string
  notedOn: string
  quotes: string[]
}

/**
 * What a spreadsheet would run as a formula: `=`, `+`, `-` or `@` in front, also full-width and behind white space, and
 * anything that begins with a tab or a line end. Such a cell gets an apostrophe in front (OWASP, "CSV injection").
 * Papa's own pattern misses cells of several lines.
 */
const formula = /^(?:[\t\r\n]|[\s\p{Cc}\uFEFF]*[=+\-@＝＋－＠])/u

const columns: [name: string, of: (entry: StudyEntry) => string | number | null][] = [
  ['reading', (entry) => entry.readingId],
  ['title', (entry) => entry.title],
  ['organisation', (entry) => entry.organisation],
  ['section', (entry) => entry.section],
  ['topic', (entry) => entry.topic],
  ['medium', (entry) => entry.medium],
  ['address', (entry) => entry.url],
  ['status', (entry) => entry.status],
  ['marked on', (entry) => entry.markedOn],
  ['minutes spent', (entry) => entry.minutesSpent],
  ['favourite', (entry) => (entry.favourite ? 'yes' : '')],
  ['rating', (entry) => entry.rating],
  ['lists', (entry) => entry.lists.join('; ')],
  ['note', (entry) => entry.note],
  ['problem', (entry) => entry.problem],
  ['numbers', (entry) => entry.numbers],
  ['choice', (entry) => entry.choice],
  ['trade-off', (entry) => entry.tradeOff],
  ['use when', (entry) => entry.useWhen],
  ['noted on', (entry) => entry.notedOn],
  ['quotes', (entry) => entry.quotes.join('\n\n')],
]

const rowsAtOnce = 50

/**
 * A row a reading: CSV of RFC 4180 with a byte order mark, so that spreadsheets read its letters right. In pieces of
 * some rows, for a person's notes may come to tens of megabytes.
 */
export function* csvPieces(entries: readonly StudyEntry[]): Generator<string> {
  const line = (rows: (string | number)[][]) =>
    `${Papa.unparse(rows, { escapeFormulae: formula, newline: '\r\n' })}\r\n`
  yield `\uFEFF${line([columns.map(([name]) => name)])}`
  for (let at = 0; at < entries.length; at += rowsAtOnce)
    yield line(entries.slice(at, at + rowsAtOnce).map((entry) => columns.map(([, of]) => of(entry) ?? '')))
}
