'use client'

import { ItemRow } from '#components/planning/item-row.tsx'
import { useItemActions } from '#components/planning/use-item-actions.ts'
import type { Sortable } from '#components/ui/use-sortable.ts'
import { canMarkItems } from '#lib/permissions.ts'
import type { PlanAnswer, PlanItemDetail } from '#lib/api/plan-answers.ts'
import { minutesAt } from '#lib/planning/work.ts'
import { EditItem } from './edit-item.tsx'

interface PhaseItemsProps {
  plan: PlanAnswer
  listId: string
  items: PlanItemDetail[]
  today: string
  speedPercent: number
  /** Null for those who do not edit the plan. */
  sortable: Sortable | null
}

/** The items of a phase, each with a handle to move it by, within the phase and to another. */
export function PhaseItems({ plan, listId, items, today, speedPercent, sortable }: PhaseItemsProps) {
  const { actionsOf } = useItemActions(today)
  return (
    <ol className="items" {...sortable?.list(listId)}>
      {items.map((item, index) => (
        <ItemRow
          key={item.id}
          item={item}
          minutes={minutesAt(item, speedPercent)}
          isReadOnly={!canMarkItems(plan.role)}
          sorted={sortable ? { entry: sortable.entry(item.id), handle: sortable.handle(item.id) } : undefined}
          {...actionsOf({ ...item, planId: plan.id })}
          more={
            sortable && (
              <EditItem
                item={{ ...item, planId: plan.id }}
                phases={plan.phases}
                afterItemId={items[index - 1]?.id ?? null}
                onUp={() => sortable.moveByKey(item.id, 'ArrowUp')}
                onDown={() => sortable.moveByKey(item.id, 'ArrowDown')}
              />
            )
          }
        />
      ))}
    </ol>
  )
}
