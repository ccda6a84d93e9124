import type { PlanItem } from './types.ts'

/** Items as they stood when a day (ISO) began: what was done on it or later is still to do. */
export function asOf(items: readonly PlanItem[], day: string): readonly PlanItem[] {
  return items.some((item) => isTouched(item, day)) ? items.map((item) => before(item, day)) : items
}

/** Whether something was done with an item on a day or later. */
export function isTouched({ state, day, spent, spentOn }: PlanItem, from: string): boolean {
  if (state !== 'todo') return day !== null && day >= from
  return (spent ?? 0) > 0 && spentOn !== null && spentOn !== undefined && spentOn >= from
}

function before(item: PlanItem, day: string): PlanItem {
  if (!isTouched(item, day)) return item
  return { ...item, state: 'todo', day: null, spent: item.spentBefore ?? 0, spentOn: null }
}
