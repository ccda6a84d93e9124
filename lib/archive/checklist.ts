import { addressKey } from '#lib/addresses/same-address.ts'
import { hiddenLines } from '#lib/markdown/hidden-lines.ts'
import { titleKey } from '#lib/catalogue/title-key.ts'

/** A line of a checklist with its box. */
export interface ChecklistLine {
  /** From 1. */
  line: number
  isTicked: boolean
  /** The link's words with what follows them, or the whole line where there is no link. */
  title: string
  /** The link's own words; the same as `title` without a link. */
  linkText: string
  url: string | null
}

/** What a reading can be recognised by. */
export interface KnownReading {
  id: string
  /** The present address and all before it. */
  urls: readonly string[]
  /** Its own title and those under which it is listed. */
  titles: readonly string[]
}

/** What a checklist says, once its lines are matched with readings. */
export interface ChecklistMatch {
  /** Ids of ticked readings, each once, in the list's order. */
  ticked: string[]
  /** Ticked lines that are no reading here. */
  unknown: ChecklistLine[]
  /** Lines with a box, ticked or not. */
  lines: number
}

const bullet = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ xX✓✔])\][ \t]+(\S.*)$/u
const mostLines = 20_000
const longestLine = 4_000

/**
 * Reads the lines with boxes of a Markdown list, such as the reading list's own README with boxes put in and ticked:
 * `- [x] [Title](https://…) at Somebody`. Line by line, so that no input makes it slow.
 */
export function readChecklist(markdown: string): ChecklistLine[] {
  const all = markdown.split(/\r\n?|\n/, mostLines)
  const hidden = hiddenLines(all)
  return all.flatMap((text, index) => {
    if (hidden[index]) return []
    const [, box, words = ''] = bullet.exec(text.slice(0, longestLine)) ?? []
    if (box === undefined) return []
    const link = firstLink(words)
    const title = plain(link ? `${words.slice(0, link.from)}${link.text}${words.slice(link.to)}` : words)
    const linkText = link ? plain(link.text) : title
    return { line: index + 1, isTicked: box !== ' ', title, linkText, url: link?.url ?? null }
  })
}

/** Matches ticked lines with readings: by address, present or former, and where that finds none by title. */
export function matchChecklist(lines: readonly ChecklistLine[], readings: readonly KnownReading[]): ChecklistMatch {
  const byAddress = new Map<string, string>()
  const byTitle = new Map<string, string | null>()
  for (const { id, urls, titles } of readings) {
    for (const url of urls) {
      const key = addressKey(url)
      if (key !== null && !byAddress.has(key)) byAddress.set(key, id)
    }
    for (const key of new Set(titles.map(titleKey))) {
      if (key === '') continue
      // A title that two readings bear tells nothing.
      byTitle.set(key, byTitle.has(key) && byTitle.get(key) !== id ? null : id)
    }
  }
  const ticked = new Set<string>()
  const unknown: ChecklistLine[] = []
  for (const line of lines) {
    if (!line.isTicked) continue
    const address = line.url === null ? null : addressKey(line.url)
    const id =
      (address === null ? undefined : byAddress.get(address)) ??
      byTitle.get(titleKey(line.title)) ??
      byTitle.get(titleKey(line.linkText))
    if (id) ticked.add(id)
    else unknown.push(line)
  }
  return { ticked: [...ticked], unknown, lines: lines.length }
}

interface Link {
  text: string
  url: string
  from: number
  to: number
}

/** The first `[words](address)`, brackets and parentheses within them counted. */
function firstLink(words: string): Link | null {
  for (let from = words.indexOf('['); from >= 0; from = words.indexOf('[', from + 1)) {
    const middle = closing(words, from, '[', ']')
    if (middle === -1) return null
    if (words[middle + 1] !== '(') continue
    const end = closing(words, middle + 1, '(', ')')
    if (end === -1) return null
    const url = /^\s*<?([^\s<>]+)/.exec(words.slice(middle + 2, end))?.[1]
    if (url) return { text: words.slice(from + 1, middle), url, from, to: end + 1 }
    from = end
  }
  return null
}

/** Where the bracket that opens at `from` closes; -1 for nowhere. */
function closing(words: string, from: number, open: string, close: string): number {
  let depth = 0
  for (let at = from; at < words.length; at++) {
    if (words[at] === '\\') at++
    else if (words[at] === open) depth++
    else if (words[at] === close && --depth === 0) return at
  }
  return -1
}

function plain(words: string): string {
  return words
    .replaceAll(/\\(\p{P}|\p{S})/gu, '$1')
    .replaceAll(/[*_`~]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
