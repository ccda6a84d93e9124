'use client'

import { limited } from '#components/ui/limited.ts'
import { type ComponentProps, type ReactNode, useId, useState } from 'react'
import { Repaint } from '#components/catalogue/repaint.tsx'
import type { PlanItemDetail } from '#lib/api/plan-answers.ts'
import { kindWords } from '#lib/planning/words.ts'
import { counted, minutesInWords } from '#lib/format.ts'

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
  isReadOnly,
  sorted,
  ...actions
}: ItemRowProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const isDone = item.state === 'done'
  const status = item.state === 'todo' ? (item.spent > 0 ? 'reading' : undefined) : item.state
  const quiet = [
    kindWords[item.kind],
    item.organisation ?? '',
    item.medium && item.medium !== 'article' && item.kind === 'read' ? item.medium : '',
    item.tier === 'must' ? '' : item.tier,
    ...line,
    item.state === 'skipped' ? `skipped${item.skipReason ? `: ${item.skipReason}` : ''}` : '',
  ].filter(Boolean)
  return (
    <li {...sorted?.entry} className="item" data-state={item.state} data-item={item.id}>
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
        <ItemTitle item={item} />
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
        {item.remark && <p className="item-remark">{item.remark}</p>}
      </div>
      <span className="item-minutes">
        {timer} {minutesInWords(minutes ?? item.minutes)}
      </span>
      {!isReadOnly && (
        <button
          type="button"
          className="item-more no-print"
          aria-expanded={isOpen}
          aria-controls={`${id}-actions`}
          aria-label={`More for ${item.title}`}
          onClick={() => setOpen(!isOpen)}
        >
          ⋯
        </button>
      )}
      {isOpen && <ItemMore id={`${id}-actions`} item={item} {...actions} onDone={() => setOpen(false)} />}
    </li>
  )
}

/** A reading's title leads to its page; a drill's or mock's opens its prompt in place. */
function ItemTitle({ item }: { item: PlanItemDetail }) {
  if (item.readingId !== null) {
    return (
      <a className="item-title" href={`/readings/${item.readingId}${item.kind === 'card' ? '#note' : ''}`}>
        {item.title}
      </a>
    )
  }
  if (item.prompt === '' && item.touches.length === 0) return <span className="item-title">{item.title}</span>
  return (
    <details className="item-prompt">
      <summary className="item-title">{item.title}</summary>
      <p className="prose">{item.prompt}</p>
      {item.touches.length > 0 && (
        <details>
          <summary>What a good answer touches</summary>
          <ul>
            {item.touches.map((touch) => (
              <li key={touch}>{touch}</li>
            ))}
          </ul>
        </details>
      )}
    </details>
  )
}

function ItemMore({
  id,
  item,
  onSkip,
  onTomorrow,
  onPin,
  more,
  onDone,
}: ItemActions & { id: string; item: PlanItemDetail; onDone: () => void }) {
  const [isSkipping, setSkipping] = useState(false)
  const isOpen = item.state === 'todo'
  return (
    <div id={id} className="item-actions">
      {item.url && (
        <a href={item.url} target="_blank" rel="noopener noreferrer" data-open className="button button-small">
          Open
        </a>
      )}
      {item.readingId && (
        <a
          href={`/readings/${item.readingId}#note`}
          data-note={item.readingId}
          data-title={item.title}
          className="button button-small"
        >
          Note and card
        </a>
      )}
      {item.kind === 'read' && item.readingId && isOpen && (
        // Made to work by `MarkRows`, as on the reading's own page.
        <span data-mark-of={item.readingId} data-title={item.title} className="contents">
          <button type="button" data-value="reading" className="button button-small">
            Reading it
          </button>
          <Repaint when={item.readingId} />
        </span>
      )}
      {item.isShared && (
        <a href={`/plans/${item.planId}/items/${item.id}`} className="button button-small">
          Discuss
        </a>
      )}
      {isOpen && onTomorrow && (
        <button type="button" className="button button-small" data-tomorrow onClick={() => act(onTomorrow)}>
          Tomorrow
        </button>
      )}
      {isOpen && onPin && <PinField value={item.pin} onPin={(day) => act(() => onPin(day))} />}
      {isOpen && onSkip && !isSkipping && (
        <button type="button" className="button button-small" data-skip onClick={() => setSkipping(true)}>
          Skip…
        </button>
      )}
      {isSkipping && onSkip && <SkipForm onSkip={(reason) => act(() => onSkip(reason))} />}
      {more}
    </div>
  )

  function act(run: () => void) {
    onDone()
    run()
  }
}

function PinField({ value, onPin }: { value: string | null; onPin: (day: string) => void }) {
  const id = useId()
  return (
    <span className="inline-flex items-center gap-2">
      <label className="small quiet" htmlFor={id}>
        On
      </label>
      <input
        id={id}
        type="date"
        className="input input-small figures"
        defaultValue={value ?? ''}
        onChange={(event) => event.target.value && onPin(event.target.value)}
      />
    </span>
  )
}

function SkipForm({ onSkip }: { onSkip: (reason: string) => void }) {
  const id = useId()
  return (
    <form
      className="flex w-full flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onSkip(String(new FormData(event.currentTarget).get('reason') ?? '').trim())
      }}
    >
      <label className="small quiet" htmlFor={id}>
        Why, for yourself alone
      </label>
      <input
        id={id}
        name="reason"
        className="input input-small max-w-80"
        {...limited(500)}
        autoComplete="off"
        placeholder="I know it well"
        ref={(input) => input?.focus()}
      />
      <button type="submit" className="button button-small">
        Skip it
      </button>
    </form>
  )
}
