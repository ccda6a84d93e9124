import { foldInPlaces } from '../words/folded-text.ts'
import { fold } from '../words/same-word.ts'
import { codeRanges } from './code-ranges.ts'

/** Somebody who can be mentioned. */
export interface Mentionable {
  userId: string
  name: string
}

/** A mention in a text: `start` to `end` are offsets of `@name`, end excluded. */
export interface Mention {
  start: number
  end: number
  userIds: string[]
}

/**
 * Finds `@name` in Markdown, where the name is a member's whole name, or a first name that only one of them has. Names
 * are compared folded, the longest wins, and two people of the same name are both meant. A mention is no part of code,
 * of an address or of a word: `ada@example.org` and `medium.com/@ada` mention nobody.
 */
export function findMentions(markdown: string, members: readonly Mentionable[]): Mention[] {
  const names = namesOf(members)
  if (names.length === 0) return []
  const closed = joinRanges([...codeRanges(markdown), ...addressRanges(markdown)])
  const { folded, places } = foldInPlaces(markdown)
  const found: Mention[] = []
  let range = 0
  for (let at = folded.indexOf('@'); at >= 0; at = folded.indexOf('@', at + 1)) {
    const start = places[at] ?? 0
    while ((closed[range]?.[1] ?? Infinity) <= start) range += 1
    if (start >= (closed[range]?.[0] ?? Infinity) || isPartBefore(folded, at)) continue
    for (const { name, userIds } of names) {
      const end = at + 1 + name.length
      if (!folded.startsWith(name, at + 1) || isPartAfter(folded, end)) continue
      found.push({ start, end: places[end] ?? markdown.length, userIds })
      break
    }
  }
  return found
}

/** Ids of everybody whom a text mentions, each once, sorted. */
export function mentionedIds(markdown: string, members: readonly Mentionable[]): string[] {
  return [...new Set(findMentions(markdown, members).flatMap((mention) => mention.userIds))].toSorted()
}

/** The same Markdown with mentions in bold, for rendering. */
export function emphasiseMentions(markdown: string, members: readonly Mentionable[]): string {
  let out = ''
  let done = 0
  for (const { start, end } of findMentions(markdown, members)) {
    const name = markdown.slice(start, end).replaceAll(/[!-/:-@[-`{-~]/g, '\\$&')
    const isAfterLetter = start > 0 && /[\p{L}\p{N}]/u.test(markdown[start - 1] ?? '')
    // Stars between a letter and a sign would be no emphasis.
    out += markdown.slice(done, start) + (isAfterLetter ? `@**${name.slice(2)}**` : `**${name}**`)
    done = end
  }
  return out + markdown.slice(done)
}

/** Lower-case names with those who bear them, the longest first; a first name only where it is one person's. */
function namesOf(members: readonly Mentionable[]): { name: string; userIds: string[] }[] {
  const whole = new Map<string, string[]>()
  const first = new Map<string, string[]>()
  for (const { userId, name } of members) {
    const plain = fold(name.trim())
    if (plain === '') continue
    whole.set(plain, [...(whole.get(plain) ?? []), userId])
    const head = plain.split(/\s+/)[0] ?? plain
    first.set(head, [...(first.get(head) ?? []), userId])
  }
  for (const [name, userIds] of first) if (userIds.length === 1 && !whole.has(name)) whole.set(name, userIds)
  return [...whole].map(([name, userIds]) => ({ name, userIds })).toSorted((a, b) => b.name.length - a.name.length)
}

/** Letters of scripts that put spaces between words; of others, a name begins and ends anywhere. */
const word = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}_]/u

/** Whether the at sign at `at` goes on from a word or an address. */
function isPartBefore(text: string, at: number): boolean {
  if (at === 0) return false
  const before = String.fromCodePoint(codePointBefore(text, at))
  return word.test(before) || /[/.:=&#%+@\\-]/.test(before)
}

function codePointBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? (text.codePointAt(at - 2) ?? unit) : unit
}

function isPartAfter(text: string, at: number): boolean {
  const point = text.codePointAt(at)
  if (point === undefined || !word.test(String.fromCodePoint(point))) return false
  return word.test(String.fromCodePoint(codePointBefore(text, at)))
}

/** Ranges in order, those that overlap as one. */
function joinRanges(ranges: readonly [number, number][]): [number, number][] {
  const joined: [number, number][] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

/** Offsets of addresses: bare ones, those in angle brackets, and those that links lead to. */
function addressRanges(markdown: string): [number, number][] {
  return [...markdown.matchAll(/\]\([^()\s]*|\b(?:https?|ftp|mailto):[^\s<>]*|\bwww\.[^\s<>]*/gi)].map((match) => [
    match.index,
    match.index + match[0].length,
  ])
}
