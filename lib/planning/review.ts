import { addDays } from './days.ts'
import type { PlanItem } from './types.ts'

/** Days after which what was read is worth going over: about when half of it would be gone. */
const INTERVALS = [1, 3, 7, 16, 35]

/** Readings and cards that were done so many days ago that today is the day to go over them; newest first, at most 4. */
export function reviewOf(items: readonly PlanItem[], today: string): PlanItem[] {
  const days = new Map(INTERVALS.map((interval, rank) => [addDays(today, -interval), rank]))
  return items
    .filter((item) => item.state === 'done' && item.kind === 'read' && item.day !== null && days.has(item.day))
    .toSorted((a, b) => days.get(a.day!)! - days.get(b.day!)! || a.position - b.position)
    .slice(0, 4)
}
