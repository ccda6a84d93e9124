'use client'

import { Repaint } from '#components/catalogue/repaint.tsx'
import { useSortable } from '#components/ui/use-sortable.ts'
import type { ReadingRow } from '#lib/catalogue/reading-row.ts'
import { quietLine } from '#lib/catalogue/rows-html.ts'

/**
 * Readings in an order that can be changed: by dragging the handle, by its arrow keys, or by the buttons beside. Each
 * move is told to `onOrder` when it is finished. The rows are those of every list, and marked like them.
 */
export function SortableRows({
  rows,
  label,
  removeLabel,
  onOrder,
  onRemove,
}: {
  rows: ReadingRow[]
  label: string
  /** What the cross does, such as `Remove from the queue`. */
  removeLabel: string
  onOrder: (ids: string[]) => void
  onRemove: (row: ReadingRow) => void
}) {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const sortable = useSortable({
    groups: [{ id: label, ids: rows.map((row) => row.id) }],
    titleOf: (id) => byId.get(id)?.title ?? '',
    onMove: (_, { ids }) => onOrder([...ids]),
  })
  const ids = sortable.groups[0]?.ids ?? []

  return (
    <>
      <p className="sr-only" role="status">
        {sortable.said}
      </p>
      <ol {...sortable.list(label)} aria-label={label} className="rows sortable">
        {ids.map((id, index) => {
          const row = byId.get(id)
          return (
            row && (
              <li key={id} id={`row-${id}`} {...sortable.entry(id)} suppressHydrationWarning>
                <button type="button" aria-label="Mark" suppressHydrationWarning />
                <a href={`/readings/${id}`}>{row.title}</a>
                <small>{quietLine(row)}</small>
                {row.url && (
                  <a href={row.url} aria-label="Open the original">
                    ↗
                  </a>
                )}
                <span className="order no-print">
                  <button {...sortable.handle(id)}>
                    <span aria-hidden>⠿</span>
                  </button>
                  <button
                    type="button"
                    aria-label={`${row.title} up`}
                    disabled={index === 0}
                    onClick={() => sortable.moveByKey(id, 'ArrowUp')}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    aria-label={`${row.title} down`}
                    disabled={index === ids.length - 1}
                    onClick={() => sortable.moveByKey(id, 'ArrowDown')}
                  >
                    ↓
                  </button>
                  <button type="button" aria-label={`${removeLabel}: ${row.title}`} onClick={() => onRemove(row)}>
                    ×
                  </button>
                </span>
              </li>
            )
          )
        })}
      </ol>
      <Repaint when={ids.join()} />
    </>
  )
}
