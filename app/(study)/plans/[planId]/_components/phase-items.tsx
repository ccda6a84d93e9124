'use client'

import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { ItemRow } from '#components/planning/item-row.tsx'
import { useItemActions } from '#components/planning/use-item-actions.ts'
import { showToast } from '#components/ui/toaster.tsx'
import { useMoveItem } from '#hooks/use-items.ts'
import { canMarkItems } from '#lib/permissions.ts'
import type { PlanAnswer, PlanItemDetail } from '#lib/api/plan-answers.ts'
import { EditItem } from './edit-item.tsx'

interface PhaseItemsProps {
  plan: PlanAnswer
  phaseId: string | null
  items: PlanItemDetail[]
  today: string
  canEdit: boolean
}

const dragType = 'application/x-loadpath-item'

/** The items of a phase. They move by dragging, with Alt and the arrow keys, or with buttons. */
export function PhaseItems({ plan, phaseId, items, today, canEdit }: PhaseItemsProps) {
  const [over, setOver] = useState<{ id: string; side: 'before' | 'after' } | null>(null)
  const actionsOf = useItemActions(today)
  const move = useMoveItem(plan.id)

  function put(itemId: string, afterItemId: string | null) {
    const item = plan.items.find(({ id }) => id === itemId)
    if (!item || itemId === afterItemId) return
    move.mutate(
      { item: { ...item, planId: plan.id }, phaseId, afterItemId },
      { onError: (error) => showToast({ text: `Not saved: ${error.message}`, tone: 'error' }) },
    )
  }

  function step(item: PlanItemDetail, by: 1 | -1) {
    const at = items.indexOf(item)
    if (by === -1 && at > 0) put(item.id, items[at - 2]?.id ?? null)
    if (by === 1 && at < items.length - 1) put(item.id, items[at + 1]!.id)
  }

  const rowOf = (item: PlanItemDetail) => ({
    draggable: true,
    'data-drop': over?.id === item.id ? over.side : undefined,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(dragType, item.id)
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(dragType)) return
      event.preventDefault()
      const side = sideOf(event)
      if (over?.id !== item.id || over.side !== side) setOver({ id: item.id, side })
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(null)
      const dragged = event.dataTransfer.getData(dragType)
      const others = items.filter(({ id }) => id !== dragged)
      const at = others.indexOf(item)
      if (dragged !== item.id) put(dragged, (sideOf(event) === 'after' ? item : others[at - 1])?.id ?? null)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
      event.preventDefault()
      step(item, event.key === 'ArrowUp' ? -1 : 1)
    },
  })

  return (
    <ol className="items">
      {items.map((item, index) => (
        <ItemRow
          key={item.id}
          item={item}
          isReadOnly={!canMarkItems(plan.role)}
          {...(canEdit ? { row: rowOf(item) } : {})}
          {...actionsOf({ ...item, planId: plan.id })}
          more={
            canEdit && (
              <EditItem
                item={{ ...item, planId: plan.id }}
                onUp={index > 0 ? () => step(item, -1) : null}
                onDown={index < items.length - 1 ? () => step(item, 1) : null}
              />
            )
          }
        />
      ))}
    </ol>
  )
}

/** Whether what is dropped here goes before or behind the row: by the half of it that the pointer is over. */
function sideOf({ currentTarget, clientY }: DragEvent): 'before' | 'after' {
  const { top, height } = currentTarget.getBoundingClientRect()
  return clientY < top + height / 2 ? 'before' : 'after'
}
