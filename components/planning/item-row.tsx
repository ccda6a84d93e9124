'use client'

import { type ComponentProps, type ReactNode, useId, useRef, useState } from 'react'
import type { PlanItemDetail } from '#lib/api/plan-answers.ts'
import { kindWords } from '#lib/planning/words.ts'
import { counted, minutesInWords } from '#lib/format.ts'
import { useItemMore } from './use-item-more.ts'
import { ItemTitle } from './item-title.tsx'

/** The actions offered for an item; an action that is left out is not offered. */
export interface ItemActions {
  onTick: () => void
  onSkip?: (reason: string) => void
  onTomorrow?: () => void
  onPin?: (day: string) => void
  /** Further buttons, for those who edit the plan. */
  more?: ReactNode
}

interface ItemRowProps extends ItemActions {
  item: PlanItemDetail
  /** Minutes to show, where they are not the item's own. */
  minutes?: number
  /** Further words for the quiet line. */
  line?: string[]
  isLate?: boolean
  showReason?: boolean
  /** Stands before the minutes: a timer. */
  timer?: ReactNode
  /** Stands below the title: what a done item took. */
  took?: ReactNode
  /** For guests: nothing to press. */
  isReadOnly?: boolean
  /** How the row is moved, for those who may; see `useSortable`. */
  sorted?: { entry: Record<`data-${string}`, string | undefined>; handle: ComponentProps<'button'> } | undefined
}

/** An item as a row: status box, title, minutes, one quiet line, and what else can be done with it. */
export function ItemRow({
  item,
  minutes,
  line = [],
  isLate,
  showReason = true,
  timer,
  took,
  isReadOnly,
  sorted,
  ...actions
}: ItemRowProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const { ItemMore, fetched } = useItemMore()
  const isDone = item.state === 'done'
  const status = item.state === 'todo' ? (item.spent > 0 ? 'reading' : undefined) : item.state
  const quiet = [
    kindWords[item.kind],
    item.organisation ?? '',
    item.medium && item.medium !== 'article' && item.kind === 'read' ? item.medium : '',
    ...line,
    item.state === 'skipped' ? `skipped${item.skipReason ? `: ${item.skipReason}` : ''}` : '',
  ].filter(Boolean)
  return (
    <li {...sorted?.entry} className="item" data-state={item.state} data-tier={item.tier} data-item={item.id}>
      {sorted && (
        <button {...sorted.handle}>
          <span aria-hidden>⠿</span>
        </button>
      )}
      <button
        type="button"
        className="status-box"
        data-status={status}
        data-tick
        aria-pressed={isDone}
        aria-label={`${isDone ? 'Done' : 'Not done'}: ${item.title}`}
        disabled={isReadOnly}
        // The second press of a double click is no press of its own: done stays done.
        onClick={(event) => event.detail < 2 && actions.onTick()}
      />
      <div className="item-words">
        <ItemTitle item={item} minutes={minutes ?? item.minutes} />
        <span className="sr-only"> {item.tier}</span>
        <p className="item-quiet">
          {isLate && <span className="item-late">left over</span>}
          {quiet.join(' · ')}
          {item.comments > 0 && (
            <>
              {quiet.length > 0 && ' · '}
              <a href={`/plans/${item.planId}/items/${item.id}`}>{counted(item.comments, 'comment')}</a>
            </>
          )}
        </p>
        {showReason && item.reason && <p className="item-reason">{item.reason}</p>}
        {item.remark && <p className="item-remark written">{item.remark}</p>}
        {took}
      </div>
      <span className="item-minutes">
        {timer} {minutesInWords(minutes ?? item.minutes)}
      </span>
      {item.url && !item.delistedOn && (
        <a
          href={item.url}
          target="_blank"
          rel="noopener noreferrer"
          data-open
          className="item-open no-print"
          aria-label={`Open the original: ${item.title}`}
        >
          ↗
        </a>
      )}
      {!isReadOnly && (
        <button
          ref={opener}
          type="button"
          className="item-more no-print"
          aria-expanded={isOpen}
          aria-controls={`${id}-actions`}
          aria-label={`More for ${item.title}`}
          onClick={() => (ItemMore ? setOpen(!isOpen) : void fetched().then(() => setOpen(true)))}
        >
          ⋯
        </button>
      )}
      {isOpen && ItemMore && <ItemMore id={`${id}-actions`} item={item} {...actions} onDone={close} />}
    </li>
  )

  /** What had the focus goes with the panel. */
  function close() {
    setOpen(false)
    opener.current?.focus()
  }
}
