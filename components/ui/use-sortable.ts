import { type KeyboardEvent, type PointerEvent as ReactPointerEvent, useLayoutEffect, useRef, useState } from 'react'
import { movedByKey, placed, placeOf, type SortGroup } from '#lib/study/sort.ts'

interface SortableOptions {
  /** The lists, top to bottom; entries move within one and between neighbours. */
  groups: readonly SortGroup[]
  titleOf: (id: string) => string
  /** Told of each finished move: the entry, and its list as it is now. */
  onMove: (id: string, group: SortGroup) => void
}

/**
 * Lists whose entries are moved by a handle: dragged with mouse or finger, or by its arrow keys, Home and End. Escape
 * breaks a drag off. Spread `list(groupId)` on each list, `entry(id)` on each of its children, `handle(id)` on the
 * button that moves it, and show `said` in a live region. Render the entries in the order of `groups` given back: while
 * one is dragged, it stands where it would be dropped.
 */
export function useSortable({ groups: given, titleOf, onMove }: SortableOptions) {
  const lists = useRef(new Map<string, HTMLElement>())
  const [drag, setDrag] = useState<{ id: string; groups: readonly SortGroup[] } | null>(null)
  const [said, say] = useState('')
  const refocus = useRef<string | null>(null)
  const groups = drag?.groups ?? given

  const finish = (id: string, next: readonly SortGroup[]) => {
    const { group, at } = placeOf(next, id)
    const before = placeOf(given, id)
    const target = next[group]
    if (!target || (group === before.group && at === before.at)) return
    onMove(id, target)
    say(`${titleOf(id)}: ${at + 1} of ${target.ids.length}`)
  }
  const moveByKey = (id: string, key: string) => {
    const next = movedByKey(given, id, key)
    if (!next) return
    if (placeOf(next, id).group !== placeOf(given, id).group) refocus.current = id
    finish(id, next)
  }

  // An entry that changes its list is made anew: its handle gets the focus back.
  useLayoutEffect(() => {
    const id = refocus.current
    if (id === null || document.activeElement !== document.body) return
    refocus.current = null
    for (const list of lists.current.values()) list.querySelector<HTMLElement>(`[data-moves="${id}"]`)?.focus()
  })

  return {
    groups,
    said,
    /** Moves an entry as a key on its handle does, for buttons beside it. */
    moveByKey,
    list: (groupId: string) => ({
      ref: (element: HTMLElement | null) => {
        if (element) lists.current.set(groupId, element)
        else lists.current.delete(groupId)
      },
    }),
    entry: (id: string) => ({ 'data-sorted': id, 'data-dragged': drag?.id === id ? '' : undefined }),
    handle: (id: string) => {
      const { group, at } = placeOf(groups, id)
      return {
        type: 'button' as const,
        className: 'handle',
        'data-moves': id,
        'aria-label': `Move ${titleOf(id)}, ${at + 1} of ${groups[group]?.ids.length ?? 0}; arrow keys`,
        onKeyDown: (event: KeyboardEvent) => {
          if (!['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(event.key)) return
          event.preventDefault()
          moveByKey(id, event.key)
        },
        onPointerDown: (event: ReactPointerEvent) => {
          if (event.button !== 0) return
          event.preventDefault()
          const listOf = (one: SortGroup) => lists.current.get(one.id)
          setDrag({ id, groups: given })
          followPointer(
            id,
            given,
            listOf,
            (next) => setDrag({ id, groups: next }),
            (last) => {
              setDrag(null)
              finish(id, last)
            },
          )
        },
      }
    },
  }
}

/** What `useSortable` gives. */
export type Sortable = ReturnType<typeof useSortable>

/**
 * Tells each order that a dragged entry makes, and the one that it is let go in: the first where the drag is broken off.
 * Listens on the window: the entry is itself moved in the page, which would end a pointer capture. The order is kept
 * here, as what is rendered may be a move behind.
 */
function followPointer(
  id: string,
  start: readonly SortGroup[],
  listOf: (group: SortGroup) => HTMLElement | undefined,
  onMove: (groups: readonly SortGroup[]) => void,
  onEnd: (groups: readonly SortGroup[]) => void,
): void {
  let order = start
  const listeners = new AbortController()
  const { signal } = listeners
  const end = (last: readonly SortGroup[]) => {
    listeners.abort()
    onEnd(last)
  }
  const move = ({ clientY }: PointerEvent) => {
    const tops = start.map((group) => listOf(group)?.getBoundingClientRect().top ?? Infinity)
    const group = Math.max(
      0,
      tops.findLastIndex((top) => top <= clientY),
    )
    const rows = [...(listOf(start[group]!)?.children ?? [])].filter(
      (row) => row instanceof HTMLElement && row.dataset.sorted !== id,
    )
    const above = rows.filter((row) => {
      const { top, height } = row.getBoundingClientRect()
      return clientY > top + height / 2
    }).length
    const now = placeOf(order, id)
    if (now.group === group && now.at === above) return
    order = placed(order, id, group, above)
    onMove(order)
  }
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', () => end(order), { signal })
  window.addEventListener('pointercancel', () => end(start), { signal })
  window.addEventListener('keydown', (event) => event.key === 'Escape' && end(start), { signal })
}
