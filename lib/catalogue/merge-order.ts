/**
 * Puts new ids into an order: each behind the one that comes before it in `wanted`, or at the beginning. The ids of
 * `present` keep their order among themselves, whatever `wanted` says, so that what was put in can be taken out again.
 */
export function mergeOrder(present: readonly string[], wanted: readonly string[]): string[] {
  const fixed = new Set(present)
  const behind = new Map<string | null, string[]>()
  const placed = new Set<string>()
  let anchor: string | null = null
  for (const id of wanted) {
    if (fixed.has(id)) anchor = id
    else if (!placed.has(id)) {
      placed.add(id)
      const group = behind.get(anchor)
      if (group) group.push(id)
      else behind.set(anchor, [id])
    }
  }
  return [...(behind.get(null) ?? []), ...present.flatMap((id) => [id, ...(behind.get(id) ?? [])])]
}
