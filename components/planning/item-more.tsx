import { useId, useState } from 'react'
import { Repaint } from '#components/catalogue/repaint.tsx'
import { limited } from '#components/ui/limited.ts'
import type { PlanItemDetail } from '#lib/api/plan-answers.ts'
import type { ItemActions } from './item-row.tsx'

/** What else can be done with an item, below its row. */
export function ItemMore({
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
