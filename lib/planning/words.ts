import { Temporal } from 'temporal-polyfill'
import type { Tier } from './types.ts'

/** An ISO day as a person reads it in a sentence: `Thu 14 May`, with the year where it is not the year of `near`. */
export function shortDay(day: string, near?: string): string {
  const date = Temporal.PlainDate.from(day)
  const withYear = near !== undefined && near.slice(0, 4) !== day.slice(0, 4)
  return date
    .toLocaleString('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...(withYear ? { year: 'numeric' } : {}),
    })
    .replaceAll(',', '')
}

/** Minutes of the weekdays in a few words: `60 minutes a day`, or `30 to 90 minutes a day` where they differ. */
export function minutesInWords(weekdayMinutes: readonly number[]): string {
  const used = weekdayMinutes.filter((minutes) => minutes > 0)
  const least = Math.min(...used)
  const most = Math.max(...used)
  return least === most ? `${most} minutes a day` : `${least} to ${most} minutes a day`
}

/** How many of each tier, could first: `4 could and 2 should items`. */
export function tiersInWords(items: readonly { tier: Tier }[]): string {
  const counts = (['could', 'should', 'must'] as const)
    .map((tier) => ({ tier, count: items.filter((item) => item.tier === tier).length }))
    .filter(({ count }) => count > 0)
  const noun = items.length === 1 ? 'item' : 'items'
  return `${counts.map(({ tier, count }) => `${count} ${tier}`).join(' and ')} ${noun}`
}
