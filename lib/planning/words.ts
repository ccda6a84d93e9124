import { dayFormat } from '../format.ts'
import { daysBetween } from './plain-days.ts'
import type { Pace } from './pace.ts'
import type { ItemKind, Tier } from './types.ts'

const weekdayName = dayFormat({ weekday: 'long' })
const inYear = dayFormat({ weekday: 'short', day: 'numeric', month: 'short' })
const inOtherYear = dayFormat({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })

/** An ISO day as a person reads it in a sentence: `Thu 14 May`, with the year where it is not the year of `near`. */
export function shortDay(day: string, near?: string): string {
  const withYear = near !== undefined && near.slice(0, 4) !== day.slice(0, 4)
  return (withYear ? inOtherYear : inYear)(day)
}

/** An ISO day as a heading: `Thursday 14 May`. */
export const longDay = dayFormat({ weekday: 'long', day: 'numeric', month: 'long' })

/** A day as seen from today: `today`, `tomorrow`, `yesterday`, `Thursday` within a week, else `Thu 14 May`. */
export function dayFrom(day: string, today: string): string {
  const away = daysBetween(today, day)
  if (away === 0) return 'today'
  if (away === 1) return 'tomorrow'
  if (away === -1) return 'yesterday'
  if (Math.abs(away) < 7) return weekdayName(day)
  return shortDay(day, today)
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

/** Where one stands: `On track`, `2 study days behind`, `3 study days ahead`. */
export function paceInWords({ state, days }: Pick<Pace, 'state' | 'days'>): string {
  if (state === 'on-track') return 'On track'
  const whole = Math.max(1, Math.round(Math.abs(days)))
  return `${whole} study ${whole === 1 ? 'day' : 'days'} ${state === 'ahead' ? 'ahead' : 'behind'}`
}

/** What kind of thing an item is, as a word on its line; a reading needs none. */
export const kindWords: Record<ItemKind, string> = {
  read: '',
  card: 'card',
  drill: 'drill',
  mock: 'mock interview',
  review: 'review',
  buffer: 'buffer',
  task: 'task',
}
