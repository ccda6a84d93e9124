interface Placed {
  id: string
  phaseId: string | null
}

/**
 * Which items stand elsewhere in `after` than in `before`: those that changed phase, and the fewest of the others that
 * had to move within their phase to get from one order to the other. Items that are in one of the two only are left out.
 */
export function movedIds(before: readonly Placed[], after: readonly Placed[]): Set<string> {
  const old = new Map(before.map((item, index) => [item.id, { phaseId: item.phaseId, index }]))
  const moved = new Set<string>()
  const stayed = new Map<string | null, { id: string; index: number }[]>()
  for (const { id, phaseId } of after) {
    const was = old.get(id)
    if (!was) continue
    if (was.phaseId !== phaseId) moved.add(id)
    else stayed.set(phaseId, [...(stayed.get(phaseId) ?? []), { id, index: was.index }])
  }
  for (const items of stayed.values()) {
    const kept = longestRising(items.map((item) => item.index))
    for (const [at, { id }] of items.entries()) if (!kept.has(at)) moved.add(id)
  }
  return moved
}

/** Positions of a longest rising subsequence, by patience sorting. */
function longestRising(values: readonly number[]): Set<number> {
  const tops: number[] = []
  const previous: (number | undefined)[] = []
  for (const [at, value] of values.entries()) {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tops[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[at] = tops[low - 1]
    tops[low] = at
  }
  const kept = new Set<number>()
  for (let at = tops.at(-1); at !== undefined; at = previous[at]) kept.add(at)
  return kept
}
