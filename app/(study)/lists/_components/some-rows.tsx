import type { ReactNode } from 'react'
import type { ReadingRow } from '#lib/catalogue/reading-row.ts'

/** Those of `rows` that `order` names, in its order, or a sentence when it names none. */
export function SomeRows({
  rows,
  order,
  empty,
  children,
}: {
  rows: ReadingRow[]
  order: string[]
  empty: string
  children: (shown: ReadingRow[]) => ReactNode
}) {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const shown = order.flatMap((id) => byId.get(id) ?? [])
  return shown.length === 0 ? <p className="quiet">{empty}</p> : children(shown)
}
