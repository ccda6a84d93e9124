import type { ItemActions } from '#components/planning/item-row.tsx'
import { focusHeading } from '#components/ui/focus-heading.ts'
import { attribute, having } from '#lib/marks/page-data.ts'
import type { ItemState } from '#lib/planning/types.ts'

const rows = `${having('keys', 'today')} .item`

/** An item's actions, after each of which the next row to do has the focus: nobody looks for it, and none is lost. */
export function andThenNext({ id, state }: { id: string; state: ItemState }, actions: ItemActions): ItemActions {
  const { onTick, onSkip, onTomorrow } = actions
  return {
    ...actions,
    onTick: () => {
      onTick()
      if (state === 'todo') goToNext(id)
    },
    ...(onSkip && { onSkip: (reason: string) => (onSkip(reason), goToNext(id)) }),
    ...(onTomorrow && { onTomorrow: () => (onTomorrow(), goToNext(id)) }),
  }
}

function goToNext(id: string): void {
  const all = [...document.querySelectorAll<HTMLElement>(rows)]
  const at = all.findIndex((row) => row.dataset.item === id)
  const isOpen = (row: HTMLElement) => row.dataset.state === 'todo' && row.dataset.item !== id
  const next = all.slice(at + 1).find(isOpen) ?? all.slice(0, Math.max(0, at)).find(isOpen)
  // What was pressed is taken away first.
  setTimeout(() => {
    if (!next) return focusHeading()
    for (const row of all) row.removeAttribute(attribute('atHand'))
    next.dataset.atHand = ''
    next.querySelector<HTMLElement>(having('tick'))?.focus({ preventScroll: true })
    next.scrollIntoView({ block: 'nearest' })
  })
}
