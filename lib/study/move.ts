/** A list with the entry at `from` moved to stand at `to`; out of bounds stops at the ends. */
export function moved<T>(entries: readonly T[], from: number, to: number): T[] {
  const entry = entries[from]
  if (entry === undefined) return [...entries]
  const others = entries.toSpliced(from, 1)
  return others.toSpliced(Math.max(0, Math.min(others.length, to)), 0, entry)
}
