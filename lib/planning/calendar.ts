import { addDays, daysBetween, mondayOf, skippedDays } from './days.ts'
import { HORIZON_DAYS } from './rules.ts'

/**
 * Days by number, counted from the Monday of the first day's week: number % 7 is the weekday. `first` is the number of
 * the first day, `end` the one after the last that may ever be used.
 */
export type Calendar = {
  first: number
  end: number
  date: (index: number) => string
  /** False for a day that the zone skipped. */
  exists: (index: number) => boolean
  /** The number of an ISO day; negative before the calendar's Monday. */
  indexOf: (date: string) => number
}

/** A calendar in a zone whose first day is `from` (ISO). */
export function calendarFrom(from: string, timeZone: string): Calendar {
  const monday = numberOf(mondayOf(from))
  const first = numberOf(from) - monday
  return {
    first,
    end: first + HORIZON_DAYS,
    date: (index) => dayAt(monday + index),
    exists: (index) => !isSkipped(monday + index, timeZone),
    indexOf: (date) => numberOf(date) - monday,
  }
}

// Days are worked out by Temporal, 53 weeks at a time, and kept: dealing a year asks for each of them many times.
const BLOCK = 371
const EPOCH = '1970-01-05' // a Monday
const blocks = new Map<number, string[]>()
const numbers = new Map<string, number>()
const skipped = new Map<string, Set<string>>()

function block(number: number): string[] {
  const known = blocks.get(number)
  if (known) return known
  const days: string[] = []
  let day = addDays(EPOCH, number * BLOCK)
  for (let i = 0; i < BLOCK; i++, day = addDays(day, 1)) {
    numbers.set(day, number * BLOCK + i)
    days.push(day)
  }
  blocks.set(number, days)
  return days
}

function dayAt(number: number): string {
  const at = Math.floor(number / BLOCK)
  return block(at)[number - at * BLOCK]!
}

function numberOf(day: string): number {
  return numbers.get(day) ?? daysBetween(EPOCH, day)
}

function isSkipped(number: number, timeZone: string): boolean {
  const at = Math.floor(number / BLOCK)
  const key = `${timeZone} ${at}`
  let gone = skipped.get(key)
  if (!gone) {
    gone = new Set(skippedDays([...block(at), dayAt((at + 1) * BLOCK)], timeZone))
    skipped.set(key, gone)
  }
  return gone.size > 0 && gone.has(dayAt(number))
}
