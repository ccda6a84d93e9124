/**
 * Which lines of a Markdown file stand in fenced code or in an HTML comment, and say nothing of their own. A fence that
 * nothing closes hides nothing.
 */
export function hiddenLines(lines: readonly string[]): boolean[] {
  const hidden = lines.map(() => false)
  let at = 0
  while (at < lines.length) {
    const end = fenceEnd(lines, at) ?? commentEnd(lines, at)
    if (end !== null) hidden.fill(true, at, end + 1)
    at = (end ?? at) + 1
  }
  return hidden
}

function fenceEnd(lines: readonly string[], at: number): number | null {
  const fence = /^\s*(`{3,}(?=[^`]*$)|~{3,})/.exec(lines[at] ?? '')?.[1]
  return fence ? endFrom(lines, at + 1, (line) => isClosing(line, fence)) : null
}

function isClosing(line: string, fence: string): boolean {
  const text = line.trim()
  return text.startsWith(fence) && text === fence.charAt(0).repeat(text.length)
}

function commentEnd(lines: readonly string[], at: number): number | null {
  const line = lines[at] ?? ''
  if (!/^\s*<!--/.test(line)) return null
  return line.includes('-->') ? at : endFrom(lines, at + 1, (other) => other.includes('-->'))
}

/** Looked for over so many lines at most: a file of openings alone must not take the square of its length. */
const farthest = 2000

function endFrom(lines: readonly string[], from: number, isEnd: (line: string) => boolean): number | null {
  const to = Math.min(lines.length, from + farthest)
  for (let at = from; at < to; at++) if (isEnd(lines[at] ?? '')) return at
  return null
}
