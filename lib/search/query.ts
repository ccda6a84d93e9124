/**
 * The query language: `org:netflix tech:kafka medium:video is:done -topic:caching "exact words"`.
 * A part is a word, a phrase in quotes, or `key:value`; a `-` before it turns it round. Nothing is an error.
 */

/** What stands before the colon, in its short form. */
export const filterKeys = ['org', 'tech', 'topic', 'section', 'in', 'medium', 'by', 'is', 'has'] as const

/** One of `filterKeys`. */
export type FilterKey = (typeof filterKeys)[number]

const longKeys: Record<string, FilterKey> = {
  organisation: 'org',
  organization: 'org',
  company: 'org',
  technology: 'tech',
  people: 'by',
  person: 'by',
  author: 'by',
  type: 'medium',
}

/** A part of a query. `start` and `end` say where it stands in the cleaned text; `end` is exclusive. */
export interface Part {
  kind: 'word' | 'phrase' | 'filter'
  /** For a filter, its key. */
  key: FilterKey | null
  /** The word, the words between the quotes, or the filter's value: empty while it is being typed. */
  text: string
  negated: boolean
  start: number
  end: number
}

/** A query, taken apart. */
export interface Query {
  parts: Part[]
  /** Whether the last part is a word still being typed: it then stands for all words that begin so. */
  prefix: boolean
  /** Whether the text was longer than is read. */
  cut: boolean
}

/** How much of a query is read, in UTF-16 units and in parts. */
export const maxLength = 1000
export const maxParts = 24

const keyPattern = [...filterKeys, ...Object.keys(longKeys)].join('|')
const nextPart = new RegExp(String.raw`(-*)(?:(${keyPattern}):(?:"([^"]*)"?|([^\s"]*))|"([^"]*)"?|([^\s"]+))?\s*`, 'iy')

/** Takes a query apart. Any text will do, of any length. */
export function parse(text: string): Query {
  const clean = cleanQuery(text)
  const parts: Part[] = []
  let at = clean.length - clean.trimStart().length
  while (at < clean.length && parts.length < maxParts) {
    nextPart.lastIndex = at
    const match = nextPart.exec(clean)
    if (!match || match[0] === '') break
    parts.push(...partsOf(match, at))
    at += match[0].length
  }
  const last = parts.at(-1)
  const prefix = at >= clean.length && last?.kind === 'word' && !last.negated && last.end === clean.length
  return { parts, prefix, cut: at < clean.length || text.trimEnd().length > maxLength }
}

function partsOf(match: RegExpExecArray, start: number): Part[] {
  const [whole, dashes = '', key, quotedValue, bareValue, phrase, word] = match
  const negated = dashes !== ''
  const end = start + whole.trimEnd().length
  if (key !== undefined) {
    const short = longKeys[key.toLowerCase()] ?? (key.toLowerCase() as FilterKey)
    const value = (text: string, from: number, to: number): Part => ({
      kind: 'filter',
      key: short,
      text,
      negated,
      start: from,
      end: to,
    })
    if (quotedValue !== undefined) return [value(quotedValue.trim(), start, end)]
    return splitAtCommas(bareValue ?? '', end).map((one) => value(one.text, one.first ? start : one.start, one.end))
  }
  if (phrase !== undefined)
    return phrase.trim() === '' ? [] : [{ kind: 'phrase', key: null, text: phrase.trim(), negated, start, end }]
  return word === undefined ? [] : [{ kind: 'word', key: null, text: word, negated, start, end }]
}

/** `netflix,uber` as two values, each with its place; `end` is where the whole ends. */
function splitAtCommas(values: string, end: number) {
  let start = end - values.length
  const all = values.split(',').map((text, index) => {
    const one = { text, start, end: start + text.length, first: index === 0 }
    start = one.end + 1
    return one
  })
  const filled = all.filter((one) => one.text !== '')
  return filled.length > 0 ? filled : all.slice(0, 1)
}

/**
 * The text that is parsed: control and direction-changing characters as spaces, curly quotes straight, composed (NFC),
 * halves of surrogate pairs replaced, cut at `maxLength`.
 */
export function cleanQuery(text: string): string {
  return text
    .slice(0, maxLength)
    .toWellFormed()
    .normalize('NFC')
    .slice(0, maxLength)
    .toWellFormed()
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/[“”„‟«»]/gu, '"')
}

/** Writes a query back as text, in its canonical form: `parse(format(query))` has the same parts. */
export function format(query: Query): string {
  const text = query.parts.map(formatPart).join(' ')
  return query.parts.at(-1)?.kind === 'word' && !query.prefix ? `${text} ` : text
}

/** One part as a person would type it. */
export function formatPart(part: Pick<Part, 'kind' | 'key' | 'text' | 'negated'>): string {
  const dash = part.negated ? '-' : ''
  if (part.kind === 'phrase') return `${dash}"${part.text}"`
  if (part.kind === 'word') return `${dash}${part.text}`
  const value = /[\s,]/u.test(part.text) ? `"${part.text}"` : part.text
  return `${dash}${part.key}:${value}`
}
