import type { PlanView } from './view.ts'
import { minutesAt } from './work.ts'

/** How much of a plan is done. Minutes are estimates at the person's speed. */
export type PlanFigures = {
  /** `total` is what is done or still to do: what was skipped, or falls out, is neither. */
  items: { done: number; total: number }
  /** What is left is `total` less `done`, and so are the minutes of the days to come. */
  minutes: { done: number; total: number }
}

/** The one count of a plan: its page, the list of plans and every other page show these. */
export function planFigures({ input, schedule }: Pick<PlanView, 'input' | 'schedule'>): PlanFigures {
  const fallen = new Set(schedule.fallen.map(({ id }) => id))
  const items = { done: 0, total: 0 }
  let done = 0
  for (const item of input.items) {
    if (item.state === 'skipped' || (item.state === 'todo' && fallen.has(item.id))) continue
    items.total++
    const minutes = minutesAt(item, input.speedPercent)
    if (item.state === 'done') {
      items.done++
      done += minutes
    } else done += Math.min(item.spent ?? 0, minutes)
  }
  return { items, minutes: { done, total: done + schedule.remainingMinutes } }
}
