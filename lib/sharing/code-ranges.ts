/** Offsets of fenced blocks and of code spans, in order. Time grows with the length alone: strangers write this. */
export function codeRanges(markdown: string): [number, number][] {
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
