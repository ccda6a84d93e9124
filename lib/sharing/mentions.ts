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
 * Finds `@name` in Markdown, where the name is a member's whole name, or a first name that only one of them has. Case
 * does not matter, the longest name wins, and two people of the same name are both meant. Not in code, and not inside a
 * word: `ada@example.org` mentions nobody.
 */
export function findMentions(markdown: string, members: readonly Mentionable[]): Mention[] {
  const names = namesOf(members)
  if (names.length === 0) return []
  const code = codeRanges(markdown)
  const found: Mention[] = []
  let range = 0
  for (let at = markdown.indexOf('@'); at >= 0; at = markdown.indexOf('@', at + 1)) {
    while ((code[range]?.[1] ?? Infinity) <= at) range += 1
    if (isWordBefore(markdown, at) || at >= (code[range]?.[0] ?? Infinity)) continue
    for (const { name, userIds } of names) {
      const end = at + 1 + name.length
      if (markdown.slice(at + 1, end).toLowerCase() !== name || isWordAt(markdown, end)) continue
      found.push({ start: at, end, userIds })
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
    out += `${markdown.slice(done, start)}**${name}**`
    done = end
  }
  return out + markdown.slice(done)
}

/** Lower-case names with those who bear them, the longest first; a first name only where it is one person's. */
function namesOf(members: readonly Mentionable[]): { name: string; userIds: string[] }[] {
  const whole = new Map<string, string[]>()
  const first = new Map<string, string[]>()
  for (const { userId, name } of members) {
    const plain = name.trim().toLowerCase()
    if (plain === '' || plain.length !== name.trim().length) continue
    whole.set(plain, [...(whole.get(plain) ?? []), userId])
    const head = plain.split(/\s+/)[0] ?? plain
    first.set(head, [...(first.get(head) ?? []), userId])
  }
  for (const [name, userIds] of first) if (userIds.length === 1 && !whole.has(name)) whole.set(name, userIds)
  return [...whole].map(([name, userIds]) => ({ name, userIds })).toSorted((a, b) => b.name.length - a.name.length)
}

const word = /[\p{L}\p{N}_]/u

function isWordBefore(text: string, at: number): boolean {
  return at > 0 && word.test(String.fromCodePoint(codePointBefore(text, at)))
}

function codePointBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? (text.codePointAt(at - 2) ?? unit) : unit
}

function isWordAt(text: string, at: number): boolean {
  const point = text.codePointAt(at)
  return point !== undefined && word.test(String.fromCodePoint(point))
}

/** Offsets of fenced blocks and of code spans, in order. Time grows with the length alone: strangers write this. */
function codeRanges(markdown: string): [number, number][] {
  const ranges: [number, number][] = []
  let open: { at: number; fence: string } | null = null
  let textFrom = 0
  let at = 0
  for (const line of markdown.split('\n')) {
    const end = at + line.length
    const fence: string | undefined = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (open === null && fence !== undefined) {
      ranges.push(...spanRanges(markdown, textFrom, at))
      open = { at, fence }
    } else if (open !== null && fence?.startsWith(open.fence) && line.trim() === fence) {
      ranges.push([open.at, end])
      open = null
      textFrom = end
    }
    at = end + 1
  }
  return [
    ...ranges,
    ...(open ? [[open.at, markdown.length] as [number, number]] : spanRanges(markdown, textFrom, markdown.length)),
  ]
}

/** Code spans of a stretch: from a run of backticks to the next of the same length. */
function spanRanges(markdown: string, from: number, to: number): [number, number][] {
  const runs = [...markdown.slice(from, to).matchAll(/`+/g)].map((run) => ({
    at: from + run.index,
    size: run[0].length,
  }))
  const next: (number | undefined)[] = []
  const last = new Map<number, number>()
  for (let index = runs.length - 1; index >= 0; index--) {
    const { size } = runs[index]!
    next[index] = last.get(size)
    last.set(size, index)
  }
  const ranges: [number, number][] = []
  for (let index = 0; index < runs.length; index++) {
    const close = next[index]
    if (close === undefined) continue
    ranges.push([runs[index]!.at, runs[close]!.at + runs[close]!.size])
    index = close
  }
  return ranges
}
