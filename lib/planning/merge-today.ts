import type { TodayItem } from '#lib/api/plan-answers.ts'

/**
 * What stands in several plans, once: the same reading, or the card on it, in the same state. The row is that of the
 * first plan; `also` names the others, which are ticked, skipped and moved with it. It is due on the earliest day of
 * all, and takes the longest of their sittings.
 */
export function mergeToday(items: readonly TodayItem[]): TodayItem[] {
  const merged = new Map<string, TodayItem>()
  for (const item of items) {
    const key = keyOf(item)
    const first = merged.get(key)
    merged.set(key, first ? withAlso(first, item) : item)
  }
  return [...merged.values()]
}

/** What of `items` is about no reading that `shown` holds already. */
export function withoutShown(items: readonly TodayItem[], shown: readonly TodayItem[]): TodayItem[] {
  const subjects = new Set(shown.flatMap((item) => subjectOf(item) ?? []))
  return items.filter((item) => !subjects.has(subjectOf(item) ?? ''))
}

/** What an item is about, whatever the plan; null for what is of one plan alone. */
function subjectOf({ kind, readingId }: TodayItem): string | null {
  return readingId !== null && (kind === 'read' || kind === 'card') ? `${kind} ${readingId}` : null
}

function keyOf(item: TodayItem): string {
  const subject = subjectOf(item)
  // What takes several sittings goes on plan by plan: each has given it minutes of its own.
  const isWhole = item.sittings === 1 && item.spent === 0 && !item.sittingDone
  return subject === null || !isWhole ? item.id : `${subject} ${item.state}`
}

function withAlso(first: TodayItem, { id, planId, planTitle, pin, due, isLate, todayMinutes }: TodayItem): TodayItem {
  return {
    ...first,
    also: [...first.also, { id, planId, planTitle, pin }],
    due: [first.due, due].filter((day) => day !== null).toSorted()[0] ?? null,
    isLate: first.isLate || isLate,
    todayMinutes: Math.max(first.todayMinutes, todayMinutes),
  }
}
