import { daysBetween } from './plain-days.ts'

/** The plans that rehearse an interview, as `listTemplateSummaries` tells of them. */
interface DatedTemplate {
  id: string
  days: number
  kinds: { mock: number }
}

/**
 * The plan that fits an interview day: the longest for an interview that the days until then have room for, else the
 * shortest. Null where none is for an interview.
 * @param today ISO day
 * @param date ISO day of the interview
 */
export function planForDate<T extends DatedTemplate>(templates: readonly T[], today: string, date: string): T | null {
  const all = templates.filter(({ kinds }) => kinds.mock > 0).toSorted((a, b) => a.days - b.days)
  return all.findLast(({ days }) => days <= daysBetween(today, date)) ?? all[0] ?? null
}
