/**
 * Rows of words as lines of a terminal: each column as wide as its widest cell, the widest ones clipped with "…" until
 * a line is at most `width` long, if they can; `whole` names a column that is never clipped.
 */
export function textTable(rows: readonly (readonly string[])[], width: number, whole = -1): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const room = width - 2 * (count - 1)
  while (widths.length > 0 && widths.reduce((sum, each) => sum + each, 0) > room) {
    const clippable = widths.map((each, i) => (i === whole ? 0 : each))
    const widest = clippable.indexOf(Math.max(...clippable))
    if ((clippable[widest] ?? 0) <= 8) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return rows.map((row) =>
    widths
      .map((each, i) => clip(row[i] ?? '', each).padEnd(each))
      .join('  ')
      .trimEnd(),
  )
}

function clip(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`
}
