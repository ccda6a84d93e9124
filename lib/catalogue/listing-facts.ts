import { parseHttpUrl } from '../addresses/http-url.ts'
import type { NewReading } from './catalogue-change.ts'

type Facts = Pick<NewReading, 'title' | 'organisation' | 'people' | 'technologies' | 'medium' | 'parts' | 'minutes'>

/** Names that the catalogue knows: their spelling wins. */
export type KnownNames = { organisations: readonly string[]; technologies: readonly string[] }

/**
 * What a listing's own words tell of a new reading: "X (2 parts) at Uber" is "X", by Uber, in 2 parts; "X - Jeff Dean,
 * Google" is by Jeff Dean of Google; "(36 mins)" behind the link is its length. A person's affiliation is believed only
 * when it is a known organisation; technologies are the known ones that the title names as whole words.
 */
export function readListingFacts(
  listed: { title: string; url: string; remark: string },
  { organisations: known, technologies }: KnownNames,
): Facts {
  const parts = Number(/\((\d{1,2}) parts?\b/i.exec(listed.title)?.[1] ?? 1)
  let title = listed.title.replace(/\s*\(\d{1,2} parts?\)/gi, '').trim()
  let organisation: string | null = null
  let people: string[] = []
  const spoken = /^(.{3,}) [-–] (\p{Lu}[^,]{2,60}), ([^,]+.*)$/u.exec(title)
  if (spoken?.[1] && spoken[2] && spoken[3] && spoken[2].split(' ').length <= 8) {
    people = spoken[2].split(/ and | & |, /).map((name) => name.trim())
    organisation = knownTail(spoken[3], known)
    title = spoken[1]
  }
  const told = /^(.{3,}) at ([^()]{2,40})$/u.exec(title)
  if (told?.[1] && told[2] && isName(told[2], known)) {
    organisation ??= spelling(told[2], known)
    title = told[1]
  }
  const minutes = Number(/\b(\d{1,3}) ?min(?:ute)?s?\b/i.exec(listed.remark)?.[1] ?? 0) || null
  return {
    title,
    organisation,
    people,
    technologies: technologies.filter((name) => isWordOf(name, listed.title)),
    medium: mediumOf(listed.url),
    parts: Math.max(1, parts),
    minutes,
  }
}

/** The medium that an address gives away: video and slide hosts, PDFs, repositories, book shops, manuals. */
export function mediumOf(address: string): NewReading['medium'] {
  const url = parseHttpUrl(address)
  const host = url?.hostname.replace(/^www\./, '') ?? ''
  const path = url?.pathname ?? ''
  if (/(^|\.)(youtube\.com|youtu\.be|vimeo\.com)$/.test(host)) return 'video'
  if (host === 'infoq.com' && path.startsWith('/presentations')) return 'video'
  if (/(^|\.)(slideshare\.net|speakerdeck\.com)$/.test(host)) return 'slides'
  if (/\.pdf$/i.test(path) || host === 'arxiv.org' || host === 'dl.acm.org') return 'paper'
  if (host === 'github.com' && /^\/[^/]+\/[^/]+\/?$/.test(path)) return 'repository'
  if (/(^|\.)(amazon\.com|manning\.com|pragprog\.com)$/.test(host)) return 'book'
  if (/^docs?\./.test(host) || host === 'en.wikipedia.org') return 'documentation'
  return 'article'
}

function isName(text: string, known: readonly string[]): boolean {
  if (knownName(text, known)) return true
  return /^(the )?\p{Lu}/u.test(text) && text.split(' ').length <= 4 && !/\bscale$/i.test(text) && !/[:,]/.test(text)
}

function spelling(text: string, known: readonly string[]): string {
  return knownName(text, known) ?? text
}

const spellings = new WeakMap<readonly string[], Map<string, string>>()

function knownName(text: string, known: readonly string[]): string | null {
  let byKey = spellings.get(known)
  if (!byKey) {
    byKey = new Map(known.toReversed().map((name) => [nameKey(name), name]))
    spellings.set(known, byKey)
  }
  return byKey.get(nameKey(text)) ?? null
}

function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whether a title names it, in just this spelling and as words of its own; names of one letter tell nothing. */
function isWordOf(name: string, title: string): boolean {
  const at = name.length > 1 ? title.indexOf(name) : -1
  if (at < 0) return false
  return !/[\p{L}\p{N}]/u.test((title[at - 1] ?? '') + (title[at + name.length] ?? ''))
}

function knownTail(text: string, known: readonly string[]): string | null {
  const ends = [text, ...text.split(/ at | of |, | & /).toReversed()]
  for (const end of ends) {
    const name = knownName(end.trim(), known)
    if (name) return name
  }
  return null
}
