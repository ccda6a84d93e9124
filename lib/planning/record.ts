import { addDays, weekdayOf } from './plain-days.ts'

/** What a person did of each day's plan in a week, from Monday on: 1 is all of it; null where nothing was planned. */
export interface RecordWeek {
  days: (number | null)[]
  /** Of the whole week's plan. */
  mean: number
}

/** Fewer weeks say too little of a person. */
export const leastWeeks = 2
const mostWeeks = 12
/** More than this much of a day's plan counts as this much: a free Sunday is no habit. */
const mostOfDay = 1.5

/**
 * A person's last weeks, seven days each up to yesterday, back to when their first plan began; at most twelve, without
 * those for which nothing was planned.
 * @param planned minutes that stood on each day, and `done` those that were studied, by ISO day
 */
export function recordWeeks(
  planned: ReadonlyMap<string, number>,
  done: ReadonlyMap<string, number>,
  today: string,
): RecordWeek[] {
  const first = [...planned.keys()].toSorted()[0]
  if (first === undefined) return []
  const weeks: RecordWeek[] = []
  for (let end = today; addDays(end, -7) >= first && weeks.length < mostWeeks; end = addDays(end, -7)) {
    const days: (number | null)[] = Array.from({ length: 7 }, () => null)
    let asked = 0
    let given = 0
    for (let back = 1; back <= 7; back += 1) {
      const date = addDays(end, -back)
      const minutes = planned.get(date) ?? 0
      if (minutes === 0) continue
      const part = Math.min(mostOfDay, (done.get(date) ?? 0) / minutes)
      days[weekdayOf(date)] = part
      asked += minutes
      given += part * minutes
    }
    if (asked > 0) weeks.push({ days, mean: given / asked })
  }
  return weeks
}
