import { bandwidths, type FigureKind, multipliers, numberWords, perSecondWords, sizes, times } from './units.ts'

/** A number with its unit, read out of a sentence. */
export interface Figure {
  /** The words it was read from. */
  text: string
  kind: FigureKind
  /** In the kind's base unit; of a range the geometric middle. */
  value: number
  /** The ends of a range ("10 to 20 ms"), in the base unit; equal to `value` where there is none. */
  low: number
  high: number
  /** What is counted: "reads", "servers"; empty where nothing is said. */
  of: string
  /** Where its words begin in the sentence, and how many characters of them are the number. */
  at: number
  numberLength: number
}

const digits = String.raw`\d{1,3}(?:[, ']\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const words = Object.keys(numberWords).join('|')
const scales = Object.keys(multipliers)
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const scale = String.raw`(?:\s?-?(?:${scales})(?![\p{L}\d/]))`
const amount = String.raw`(?:(?:\d+(?:\.\d+)?\s?[x×*]\s?)?\d{1,2}\s?(?:\^|\*\*|to the power of)\s?\d{1,3}|(?:${digits})${scale}{0,2}|(?:${words})(?:\s(?:a\s)?(?:${scales})(?!\p{L}))?)`
const start = new RegExp(
  String.raw`(?<![\p{L}\d.,#^-])([$€£])?(${amount})(?:\s?(?:-|–|to|and)\s?(${amount}))?(?![\d])`,
  'giu',
)
const stops = new Set(
  'a an and are as at away be before between but by each every for from had has have if in into is it less more most nobody not of on once or over per so than that the then there they times to under until was were when which while who will with within without years'.split(
    ' ',
  ),
)
const perSpan = /^\s?(?:\/\s?|(?:per|an?|each|every)\s+)([a-zµμ]+)(?![\p{L}])/iu

/**
 * Reads the figures out of a sentence: "300,000 reads and 6,000 posts a second, 6 TB".
 * What is no figure (years, versions, names with digits, bare numbers) is left out; the sentence stays with the caller.
 */
export function parseFigures(sentence: string): Figure[] {
  const text = sentence.replaceAll(/[   ]/g, ' ').replaceAll('’', "'")
  const found: Figure[] = []
  start.lastIndex = 0
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const read = figuresAt(text, match)
    found.push(...read)
    const last = read.at(-1)
    if (last) start.lastIndex = Math.max(match.index + 1, last.at + last.text.length)
    else start.lastIndex = match.index + (match[1] ?? '').length + (match[2] ?? '').length
  }
  return shareRates(found, text)
}

/** A range gives one figure, "5 nodes and 3 regions" and "5 and 3 nodes" give what stands first. */
function figuresAt(text: string, match: RegExpExecArray): Figure[] {
  const [whole, money, first = '', second] = match
  if (second === undefined) return one(text, match.index, money, first, null, match.index + whole.length)
  const isBetween = /between\s$/iu.test(text.slice(0, match.index))
  const joins = text.slice(match.index, match.index + whole.length).slice(first.length, -second.length)
  const isRange = /^\s?(?:-|–|to)\s?$/iu.test(joins.replace(money ?? '', '')) || isBetween
  const end = match.index + whole.length
  if (
    isRange &&
    valueOf(first) !== null &&
    valueOf(second) !== null &&
    valueOf(first)! < valueOf(second)! * scaleOf(second, first)
  )
    return one(text, match.index, money, first, second, end)
  return one(text, match.index, money, first, null, match.index + (money ?? '').length + first.length)
}

/** "1 to 2 million": the second number's scale is the first one's too. */
function scaleOf(second: string, first: string): number {
  return hasScale(second) && !hasScale(first) ? Number.POSITIVE_INFINITY : 1
}

function one(
  text: string,
  at: number,
  money: string | undefined,
  first: string,
  second: string | null,
  end: number,
): Figure[] {
  let low = valueOf(first)
  const high = second === null ? low : valueOf(second)
  if (low === null || high === null) return []
  if (second !== null && hasScale(second) && !hasScale(first)) low *= high / (valueOf(bareOf(second)) ?? high)
  const unit = unitAt(text, end)
  const isBare = isBareNumber(first) && second === null
  if (!money && unit === null && isBare) return []
  if (isArticle(first)) return []
  if (/^(?:times|x\b|×|st\b|nd\b|rd\b|th\b)/iu.test(text.slice(end).replace(/^\s/u, ''))) return []
  const { kind, factor, of, length } = money
    ? moneyUnit(text, end)
    : (unit ?? { kind: 'count', factor: 1, of: '', length: 0 })
  if (isYear(first) && kind === 'count' && (of === '' || !/^[a-z]/u.test(of))) return []
  const values = [low * factor, high * factor].toSorted((a, b) => a - b) as [number, number]
  if (!values.every(Number.isFinite)) return []
  return [
    {
      text: text.slice(at, end + length).trim(),
      kind,
      value: values[0] === values[1] ? values[0] : Math.sqrt(values[0]) * Math.sqrt(values[1]),
      low: values[0],
      high: values[1],
      of,
      at,
      numberLength: end - at,
    },
  ]
}

interface Unit {
  kind: FigureKind
  factor: number
  of: string
  /** Characters that it takes. */
  length: number
}

function moneyUnit(text: string, end: number): Unit {
  const per = perSpan.exec(text.slice(end))
  const isSpan = per?.[1] !== undefined && times[per[1].toLowerCase()] !== undefined
  return { kind: 'money', factor: 1, of: '', length: isSpan ? per[0].length : 0 }
}

/** The unit behind a number, or what is counted; null where neither stands there. */
function unitAt(text: string, end: number): Unit | null {
  const rest = text.slice(end)
  const [space = ''] = /^(?:\s|-)?/u.exec(rest) ?? []
  const here = rest.slice(space.length)
  const share = /^(?:%|percent\b|per cent\b)/iu.exec(here)
  if (share) return { kind: 'share', factor: 1, of: '', length: space.length + share[0].length }
  const written = /^[a-zµμ]+(?:\/s(?:ec)?\b)?/iu.exec(here)?.[0] ?? ''
  const word = written.toLowerCase()
  const taken = space.length + written.length
  if (bandwidths[word] !== undefined) return { kind: 'bandwidth', factor: bandwidths[word], of: '', length: taken }
  if (perSecondWords.has(word)) return { kind: 'rate', factor: 1, of: word, length: taken }
  const size = word === 'b' && written === 'B' ? 1 : sizes[word]
  if (size !== undefined) return withSpan(text, end + taken, { kind: 'size', factor: size, of: '', length: taken })
  if (times[word] !== undefined && !(word === 'm' || word === 'd'))
    return { kind: 'time', factor: times[word], of: '', length: taken }
  const span = spanAt(rest)
  if (span) return { kind: 'rate', factor: 1 / span.seconds, of: '', length: span.length }
  const of = nounAt(rest)
  return of === null
    ? null
    : withSpan(text, end + of.length, { kind: 'count', factor: 1, of: of.words, length: of.length })
}

/** Makes a rate of what is said to be so by the second, day or year: at once, or after "of uploads". */
function withSpan(text: string, end: number, unit: Unit): Unit {
  const rest = text.slice(end)
  const between =
    unit.kind === 'size' ? (/^\sof\s(?:[\p{L}-]+\s?){1,2}?(?=\s?(?:a|per|every|each)\s)/iu.exec(rest)?.[0] ?? '') : ''
  const span = spanAt(rest.slice(between.length))
  if (!span) return unit
  return {
    ...unit,
    kind: unit.kind === 'size' ? 'bandwidth' : 'rate',
    factor: unit.factor / span.seconds,
    length: unit.length + between.length + span.length,
  }
}

function spanAt(rest: string): { seconds: number; length: number } | null {
  const per = perSpan.exec(rest)
  const seconds = per?.[1] === undefined ? undefined : times[per[1].toLowerCase()]
  return per && seconds !== undefined ? { seconds, length: per[0].length } : null
}

/** Up to three words that say what is counted: "new links", "daily active users". */
function nounAt(rest: string): { words: string; length: number } | null {
  let length = 0
  const words: string[] = []
  for (const match of rest.matchAll(/(\s|-)(\p{L}[\p{L}-]*)/giuy)) {
    const word = match[2] ?? ''
    if (stops.has(word.toLowerCase())) break
    words.push(word)
    length += match[0].length
    if (words.length === 3) break
  }
  return words.length === 0 ? null : { words: words.join(' '), length }
}

function valueOf(written: string): number | null {
  const power = /^(?:(\d+(?:\.\d+)?)\s?[x×*]\s?)?(\d{1,2})\s?(?:\^|\*\*|to the power of)\s?(\d{1,3})$/iu.exec(written)
  if (power) return Number(power[1] ?? 1) * Number(power[2]) ** Number(power[3])
  const bare = bareOf(written)
  const number = /^\d/u.test(bare) ? Number(bare.replaceAll(/[, ']/gu, '')) : numberWords[bare.toLowerCase()]
  if (number === undefined || Number.isNaN(number)) return null
  return written
    .slice(bare.length)
    .split(/[\s-]+/u)
    .reduce((value, word) => value * (multipliers[word.toLowerCase()] ?? 1), number)
}

/** The number without its scale words. */
function bareOf(written: string): string {
  return new RegExp(`^(?:${digits}|${words})`, 'iu').exec(written)?.[0] ?? written
}

function hasScale(written: string): boolean {
  return bareOf(written).length < written.length
}

/** "429", "seven", "a": nothing unless a unit or a noun follows; "1,000" and "5 million" say enough. */
function isBareNumber(written: string): boolean {
  return /^\d+(?:\.\d+)?$/u.test(written) || (!/^\d/u.test(written) && !hasScale(written))
}

/** "a service", "an hour", "one batch": no figures; "a million" is one. */
function isArticle(written: string): boolean {
  return /^(?:an?|one|half)$/iu.test(written)
}

function isYear(written: string): boolean {
  return /^(?:19|20)\d\d$/u.test(written)
}

/** "300,000 reads and 6,000 posts a second": the first is a rate too. */
function shareRates(figures: readonly Figure[], text: string): Figure[] {
  return figures.map((figure, index) => {
    const next = figures[index + 1]
    if (figure.kind !== 'count' || next?.kind !== 'rate' || figure.of === '') return figure
    const between = text.slice(figure.at + figure.text.length, next.at)
    const span = /(?:\/|per|an?|each|every)\s*([a-zµμ]+)$/iu.exec(next.text)?.[1]
    const seconds = times[span?.toLowerCase() ?? '']
    if (!/^\s*(?:and|or)\s*$/u.test(between) || seconds !== 1) return figure
    return { ...figure, kind: 'rate' }
  })
}
