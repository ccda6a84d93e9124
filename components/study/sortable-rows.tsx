'use client'

import { type KeyboardEvent, type PointerEvent as ReactPointerEvent, useRef, useState } from 'react'
import { Repaint } from '#components/catalogue/repaint.tsx'
import type { ReadingRow } from '#lib/catalogue/reading-row.ts'
import { quietLine } from '#lib/catalogue/rows-html.ts'
import { moved } from '#lib/study/move.ts'

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
  /** What the cross does, such as `Take off the queue`. */
  removeLabel: string
  onOrder: (ids: string[]) => void
  onRemove: (row: ReadingRow) => void
}) {
  const list = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const [said, say] = useState('')
  const ids = drag?.order ?? rows.map((row) => row.id)
  const byId = new Map(rows.map((row) => [row.id, row]))

  const move = (id: string, to: number) => {
    const from = ids.indexOf(id)
    if (to < 0 || to >= ids.length || to === from) return
    onOrder(moved(ids, from, to))
    say(`${byId.get(id)?.title ?? ''}: ${to + 1} of ${ids.length}`)
  }
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    const at = ids.indexOf(id)
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: ids.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    move(id, to)
  }
  const onPointerDown = (event: ReactPointerEvent, id: string) => {
    if (event.button !== 0) return
    event.preventDefault()
    setDrag({ id, order: ids })
    followPointer(
      () => list.current,
      { id, order: ids },
      setDrag,
      (order) => {
        setDrag(null)
        if (order.join() !== ids.join()) onOrder(order)
      },
    )
  }

  return (
    <>
      <p className="sr-only" role="status">
        {said}
      </p>
      <ol ref={list} aria-label={label} className="rows sortable">
        {ids.map((id, index) => {
          const row = byId.get(id)
          return (
            row && (
              <li key={id} id={`row-${id}`} data-dragged={drag?.id === id ? '' : undefined} suppressHydrationWarning>
                <button type="button" aria-label="Mark" suppressHydrationWarning />
                <a href={`/readings/${id}`}>{row.title}</a>
                <small>{quietLine(row)}</small>
                <a href={row.url} aria-label="Open the original">
                  ↗
                </a>
                <span className="order no-print">
                  <button
                    type="button"
                    className="handle"
                    aria-label={`Move ${row.title}, ${index + 1} of ${ids.length}; arrow keys`}
                    onKeyDown={(event) => onKeyDown(event, id)}
                    onPointerDown={(event) => onPointerDown(event, id)}
                  >
                    <span aria-hidden>⠿</span>
                  </button>
                  <button
                    type="button"
                    aria-label={`${row.title} up`}
                    disabled={index === 0}
                    onClick={() => move(id, index - 1)}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    aria-label={`${row.title} down`}
                    disabled={index === ids.length - 1}
                    onClick={() => move(id, index + 1)}
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

interface Drag {
  id: string
  order: string[]
}

/**
 * Tells each place that a dragged row comes to, and the order that it is let go in: the first one when the drag is
 * broken off. Listens on the window: the row is itself moved in the page, which would end a pointer capture. The order
 * is kept here, as what is rendered may be a move behind.
 */
function followPointer(
  list: () => HTMLElement | null,
  start: Drag,
  onMove: (drag: Drag) => void,
  onEnd: (order: string[]) => void,
): void {
  const { id } = start
  let { order } = start
  const listeners = new AbortController()
  const { signal } = listeners
  const end = (last: string[]) => {
    listeners.abort()
    onEnd(last)
  }
  const move = ({ clientY }: PointerEvent) => {
    const others = [...(list()?.children ?? [])].filter((item) => item.id !== `row-${id}`)
    const above = others.filter((item) => {
      const { top, height } = item.getBoundingClientRect()
      return clientY > top + height / 2
    }).length
    if (order[above] === id) return
    order = moved(order, order.indexOf(id), above)
    onMove({ id, order })
  }
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', () => end(order), { signal })
  window.addEventListener('pointercancel', () => end(start.order), { signal })
}
