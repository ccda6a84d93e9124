import type { Fallen } from './types.ts'
import type { PlanView } from './view.ts'
import { counted } from '../format.ts'
import { shortDay, tiersInWords } from './words.ts'

/** What an act does to one plan. */
export type Cost = {
  planId: string
  /** Ids of what no longer fits, musts among them, and of what fits again. */
  falls: string[]
  returns: string[]
  endDate: string | null
  /** As a sentence without a subject: `2 should items fall out; ends on Fri 5 Jan instead of Wed 3 Jan`. */
  says: string
}

const outOf = ({ schedule }: PlanView): string[] => [...schedule.fallen.map(({ id }) => id), ...schedule.late]

/** What an act does to one plan; null where it changes neither what fits nor the end. */
export function costOf(before: PlanView, after: PlanView): Cost | null {
  const [out, outThen] = [new Set(outOf(before)), new Set(outOf(after))]
  const items = new Map(after.input.items.map((item) => [item.id, item]))
  const falls = [...outThen].filter((id) => !out.has(id))
  const returns = [...out].filter((id) => !outThen.has(id) && items.get(id)?.state === 'todo')
  const [end, endThen] = [before.schedule.endDate, after.schedule.endDate]
  if (falls.length + returns.length === 0 && end === endThen) return null
  const { today } = after.input
  const fallen = falls.flatMap((id) => items.get(id) ?? [])
  const parts = [
    fallen.length > 0 ? `${tiersInWords(fallen)} ${fallen.length === 1 ? 'falls' : 'fall'} out` : '',
    returns.length > 0 ? `${counted(returns.length, 'item')} fit${returns.length === 1 ? 's' : ''} again` : '',
    end !== endThen && end !== null && endThen !== null
      ? `ends on ${shortDay(endThen, today)} instead of ${shortDay(end, today)}`
      : '',
  ]
  return { planId: after.planId, falls, returns, endDate: endThen, says: parts.filter(Boolean).join('; ') }
}

/** What an act does to the plans that are there before and after it. */
export function costsOf(before: readonly PlanView[], after: readonly PlanView[], but?: string): Cost[] {
  const known = new Map(before.map((view) => [view.planId, view]))
  return after.flatMap((view) => {
    const then = known.get(view.planId)
    return then && view.planId !== but ? (costOf(then, view) ?? []) : []
  })
}

/** What of a plan falls newly in `after`: what had fallen before is left out. */
export function newFalls(out: readonly string[], { schedule }: PlanView): Fallen[] {
  const known = new Set(out)
  return schedule.fallen.filter(({ id, reason }) => reason === 'no-room' && !known.has(id))
}
