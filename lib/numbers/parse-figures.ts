import { bandwidths, type FigureKind, multipliers, perSecondWords, sizes, times } from './units.ts'

/** A number with its unit, read out of a sentence. */
export interface Figure {
  /** The words it was read from. */
  text: string
  kind: FigureKind
  /** In the kind's base unit (`baseUnits`); of a range the geometric middle. */
  value: number
  /** The ends of a range ("10 to 20 ms"), in the base unit; equal to `value` where there is none. */
  low: number
  high: number
  /** What is counted: "reads", "servers"; empty where nothing is said. */
  of: string
}

const number = String.raw`\d{1,3}(?:[,  ']\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e\d{1,2})?`
const scale = Object.keys(multipliers)
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const amount = String.raw`(${number})(?:\s?(${scale})(?![\w/]))?(?:\s(?:of\s)?(${scale})(?![\w/]))?`
const powers = String.raw`(?:(\d+(?:\.\d+)?)\s?[x×*]\s?)?(\d{1,2})\s?(?:\^|\*\*|to the power of)\s?(\d{1,3})`
const start = new RegExp(String.raw`(?<![\w.,#-])([$€£])?(?:${powers}|${amount}(?:\s?(?:-|–|to)\s?${amount})?)`, 'giu')
const unitWord = /^\s?([%‰]|[a-zµμ]+\/s(?:ec)?(?![a-z])|[a-zµμ]+)/iu
const perWord = /^\s*(?:\/|per\b|an?\b|each\b|every\b)\s*([a-zµμ]+)/iu
const noun =
  /^\s+(?:of\s+)?((?:[a-z][a-z-]*\s+){0,2}?[a-z][a-z-]*?)(?=\s*(?:\/|per\b|an?\b|each\b|every\b|[,.;:()]|and\b|in\b|on\b|at\b|over\b|for\b|with\b|from\b|by\b|to\b|$))/iu

/**
 * Reads the figures out of a sentence: "300,000 reads and 6,000 posts a second, 6 TB".
 * What is no figure (years, versions, names with digits) is left out; the sentence itself stays with whoever calls.
 */
export function parseFigures(sentence: string): Figure[] {
  const text = sentence.normalize('NFKC').replaceAll('′', "'")
  const found: Figure[] = []
  let read = 0
  for (const match of text.matchAll(start)) {
    if (match.index < read) continue
    const figure = figureAt(text, match)
    if (!figure) continue
    found.push(figure)
    read = match.index + figure.text.length
  }
  return shareRate(found, text)
}

function figureAt(text: string, match: RegExpExecArray): Figure | null {
  const [whole, money, times1, base, power, low, scale1, scale2, high, scale3, scale4] = match
  let rest = text.slice(match.index + whole.length)
  let end = match.index + whole.length
  const take = (length: number): void => {
    end += length
    rest = rest.slice(length)
  }
  const scaleHigh = factorOf(scale3) * factorOf(scale4)
  const scaleLow = factorOf(scale1) * factorOf(scale2)
  const first = base
    ? Number(times1 ?? 1) * Number(base) ** Number(power)
    : read(low) * (scaleLow === 1 && high ? scaleHigh : scaleLow)
  const second = high ? read(high) * scaleHigh : first
  if (!Number.isFinite(first) || !Number.isFinite(second)) return null
  const done = (kind: FigureKind, factor: number, of = ''): Figure => ({
    text: text.slice(match.index, end).trim(),
    kind,
    value: Math.sqrt(first * factor * second * factor),
    low: Math.min(first, second) * factor,
    high: Math.max(first, second) * factor,
    of,
  })
  if (money) return done('money', 1)

  const attached = /^-(?=[a-z])/iu.exec(rest)
  if (attached) take(1)
  const unit = unitWord.exec(rest)
  const word = unit?.[1]?.toLowerCase() ?? ''
  const perSecond = () => {
    const per = perWord.exec(rest)
    const span = per?.[1] ? times[per[1].toLowerCase()] : undefined
    if (!per || span === undefined) return null
    take(per[0].length)
    return span
  }
  if (word === '%' || word === '‰' || word === 'percent') {
    take(unit?.[0].length ?? 0)
    return done('share', word === '‰' ? 0.1 : 1)
  }
  if (perSecondWords.has(word)) {
    take(unit?.[0].length ?? 0)
    return done('rate', 1, word === 'hz' ? '' : word)
  }
  const slashed = word.replace(/\/s(ec)?$/u, '')
  if (slashed !== word && sizes[slashed] !== undefined) {
    take(unit?.[0].length ?? 0)
    return done('bandwidth', sizes[slashed] ?? 1)
  }
  if (bandwidths[word] !== undefined) {
    take(unit?.[0].length ?? 0)
    return done('bandwidth', bandwidths[word] ?? 1)
  }
  if (unit && sizes[word] !== undefined && isSize(unit[1] ?? '', scale1)) {
    take(unit[0].length)
    const span = perSecond()
    return span === null ? done('size', sizes[word] ?? 1) : done('bandwidth', (sizes[word] ?? 1) / span)
  }
  if (unit && times[word] !== undefined && !(word === 's' && unit[0].startsWith(' ') && first > 999)) {
    take(unit[0].length)
    return done('time', times[word] ?? 1)
  }
  const counted = noun.exec(rest)
  const of = counted?.[1]?.trim() ?? ''
  if (isBareYear(whole, of)) return null
  if (counted) {
    const before = end
    const restBefore = rest
    take(counted[0].length)
    const span = perSecond()
    if (span !== null) return done('rate', 1 / span, of)
    if (isBareSmall(whole)) {
      end = before
      rest = restBefore
    }
    return done('count', 1, of)
  }
  const span = perSecond()
  if (span !== null) return done('rate', 1 / span)
  if (whole.length < 2 && !scale1) return null
  return done('count', 1)
}

function read(digits: string | undefined): number {
  return Number((digits ?? '').replace(/[,  ']/gu, ''))
}

function factorOf(word: string | undefined): number {
  return word ? (multipliers[word.toLowerCase()] ?? 1) : 1
}

/** "5 MB" is a size, "5 b" and "5 bits of advice" would be guesses; a single letter never is one. */
function isSize(written: string, scaled: string | undefined): boolean {
  return written.length > 1 || (written === 'B' && scaled === undefined)
}

function isBareYear(digits: string, of: string): boolean {
  return /^(?:19|20)\d\d$/u.test(digits) && of === ''
}

function isBareSmall(digits: string): boolean {
  return digits.length < 2
}

/** "300,000 reads and 6,000 posts a second": the first is a rate too. */
function shareRate(figures: readonly Figure[], text: string): Figure[] {
  return figures.map((figure, index) => {
    const next = figures[index + 1]
    if (figure.kind !== 'count' || next?.kind !== 'rate' || figure.of === '') return figure
    const from = text.indexOf(figure.text) + figure.text.length
    const between = text.slice(from, text.indexOf(next.text, from))
    if (!/^\s*(?:and|,|or)\s*$/u.test(between)) return figure
    const written = parseNumber(next)
    return written === null
      ? figure
      : {
          ...figure,
          kind: 'rate',
          value: figure.value * written,
          low: figure.low * written,
          high: figure.high * written,
        }
  })
}

/** How many a second one of the written number is, for a figure that was given by the day or hour. */
function parseNumber(rate: Figure): number | null {
  const per = /(?:\/|per|an?|each|every)\s*([a-zµμ]+)$/iu.exec(rate.text)
  const span = per?.[1] ? times[per[1].toLowerCase()] : 1
  return span === undefined ? null : 1 / span
}
