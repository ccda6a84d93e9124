import { addDays } from './days.ts'
import type { Filled } from './fill.ts'
import type { Prepared } from './prepare.ts'
import { REVIEW_MINUTES, REVIEWS_A_DAY } from './rules.ts'
import type { PlanItem } from './types.ts'

/** Days after which what was read is worth going over: about when half of it would be gone. */
const INTERVALS = [1, 3, 7, 16, 35]

/**
 * Readings that come up on a day: so many days after they were done, or on the first study day after that.
 * The newest first, at most 4.
 *
 * @param lastStudyDay the study day before `today` (ISO); null where there was none
 */
export function reviewOf(items: readonly PlanItem[], today: string, lastStudyDay: string | null = null): PlanItem[] {
  const since = lastStudyDay ?? addDays(today, -1)
  const due = items.flatMap((item) => {
    if (item.state !== 'done' || item.kind !== 'read' || item.day === null) return []
    const rank = INTERVALS.findIndex((interval) => {
      const day = addDays(item.day!, interval)
      return day > since && day <= today
    })
    return rank < 0 ? [] : [{ item, rank }]
  })
  return due
    .toSorted((a, b) => a.rank - b.rank || a.item.position - b.item.position)
    .slice(0, REVIEWS_A_DAY)
    .map(({ item }) => item)
}

/**
 * Minutes of each study day, by ISO day, that going over readings will take, as far as it can be foreseen: two minutes
 * for each that was read or is placed, after 1, 3, 7, 16 and 35 days or on the next study day.
 */
export function foreseenReview(
  { calendar, room, fill }: Prepared,
  items: readonly PlanItem[],
  { placed }: Filled,
): Record<string, number> {
  const readOn = new Map<string, number>()
  for (const { work, day } of placed) if (work.item.kind === 'read') readOn.set(work.item.id, day)
  const days = [...readOn.values()]
  for (const { kind, state, day } of items)
    if (kind === 'read' && state === 'done' && day !== null) days.push(calendar.indexOf(day))
  const counts = new Map<number, number>()
  const last = Math.min(fill.end, Math.max(calendar.first, ...days) + INTERVALS.at(-1)! + 8)
  for (const day of days)
    for (const interval of INTERVALS) {
      let due = day + interval
      if (due < calendar.first) continue
      while (due < last && room(due).minutes === 0) due++
      if (due < last) counts.set(due, (counts.get(due) ?? 0) + 1)
    }
  return Object.fromEntries(
    [...counts].map(([day, count]) => [calendar.date(day), Math.min(count, REVIEWS_A_DAY) * REVIEW_MINUTES]),
  )
}
