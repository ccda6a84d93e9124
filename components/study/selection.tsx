import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { showToast } from '#components/ui/toaster.tsx'
import { markNow, useSetMark } from '#hooks/use-marks.ts'
import { counted } from '#lib/format.ts'
import { attribute, having } from '#lib/marks/page-data.ts'
import { readingOf, rowBoxSelector, rowOf, rowsOfPage, rowsUpTo } from '#lib/marks/rows.ts'
import { type Status, statuses, statusWords } from '#lib/marks/status.ts'

/**
 * Marks several readings of a page at once. It begins with a press on `[data-selects]`, the key `s`, or a box pressed
 * together with Shift; from then on a press anywhere on a row selects it, until it is marked or given up.
 */
export function Selection() {
  const client = useQueryClient()
  const { mutate } = useSetMark()
  /** Null: nothing is being selected. */
  const [chosen, choose] = useState<ReadonlySet<string> | null>(null)
  const isOn = chosen !== null

  useEffect(() => {
    let last: HTMLElement | null = null
    const toggle = (row: HTMLElement, isRange: boolean) => {
      const ids = (isRange && last ? rowsUpTo(last, row) : [row]).map(readingOf)
      last = row
      choose((before) => {
        const next = new Set(before)
        const isTakenOff = !isRange && next.delete(readingOf(row))
        return isTakenOff ? next : new Set([...next, ...ids])
      })
    }
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest(having('selects'))) return choose((before) => (before ? null : new Set()))
      const row = target && rowOf(target)
      const isBoxWithShift = event.shiftKey && target?.closest(rowBoxSelector)
      if (!row || !(isOn || isBoxWithShift)) return
      // Before the listeners that mark a row or follow its link.
      event.preventDefault()
      event.stopPropagation()
      toggle(row, event.shiftKey)
    }
    const onSelect = (event: Event) => {
      const row = event.target instanceof HTMLElement ? rowOf(event.target) : null
      if (row) toggle(row, false)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) choose(null)
    }
    document.addEventListener('click', onClick, true)
    document.addEventListener('loadpath:select', onSelect)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('click', onClick, true)
      document.removeEventListener('loadpath:select', onSelect)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [isOn])

  useEffect(() => {
    document.documentElement.toggleAttribute(attribute('selectable'), true)
    return () => void document.documentElement.removeAttribute(attribute('selectable'))
  }, [])

  useEffect(() => {
    document.documentElement.toggleAttribute(attribute('selecting'), chosen !== null)
    for (const button of document.querySelectorAll(having('selects'))) button.ariaPressed = String(chosen !== null)
    for (const row of rowsOfPage()) {
      const isChosen = chosen?.has(readingOf(row)) ?? false
      row.toggleAttribute(attribute('selected'), isChosen)
      const box = row.querySelector('button')
      if (box && chosen) box.ariaPressed = String(isChosen)
    }
    if (!chosen) window.loadpathPaint?.()
  }, [chosen])

  if (!chosen) return null
  const mark = (status: Status | null) => {
    const before = [...chosen].map((readingId) => markNow(client, readingId))
    for (const readingId of chosen) mutate({ readingId, status })
    choose(null)
    showToast({
      text: `${status === null ? 'Not marked' : statusWords[status]}: ${counted(chosen.size, 'reading')}`,
      lasts: 12_000,
      actions: [{ label: 'Undo', run: () => before.forEach((change) => mutate(change)) }],
    })
  }
  return (
    <div role="toolbar" aria-label="Selected readings" className="selection-bar no-print">
      <span className="figures mr-2" role="status">
        {chosen.size === 0 ? 'Press rows to select them' : `${chosen.size} selected`}
      </span>
      {statuses.map((status) => (
        <button
          key={status}
          type="button"
          className="button button-small"
          disabled={chosen.size === 0}
          onClick={() => mark(status)}
        >
          {statusWords[status]}
        </button>
      ))}
      <button type="button" className="button button-small" disabled={chosen.size === 0} onClick={() => mark(null)}>
        Unmark
      </button>
      <button
        type="button"
        className="button button-small button-quiet"
        onClick={() => choose(new Set(rowsOfPage().map(readingOf)))}
      >
        All
      </button>
      <button type="button" className="button button-small button-quiet" onClick={() => choose(null)}>
        Cancel
      </button>
    </div>
  )
}
