import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { isTimeZone } from '#lib/planning/days.ts'

/** Words that a person types: at most `max` characters, no NUL, no broken halves of a character. */
export function text(max: number) {
  return z
    .string()
    .max(max)
    .refine((value) => !value.includes('\0') && value.isWellFormed(), 'This holds a character that cannot be stored.')
}

/** Signs that turn the direction of all that follows around, also outside the text they stand in. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g
/** Letters and symbols that show nothing. */
const blank = /[\u2800\u3164\u115f\u1160\uffa0]/g

/** A short line in which something is seen: a name, a title. Spaces around it go, and signs that turn its direction. */
export function line(max: number) {
  return text(max)
    .transform((value) => value.replaceAll(turning, '').replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).refine(isSeen, 'Nothing of this can be seen.'))
}

function isSeen(value: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(value.replaceAll(blank, ''))
}

/** The id of a reading, section or topic as it stands in addresses: lower-case words with dashes. */
export const slug = z
  .string()
  .max(160)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Not an id.')

/** The id of a reading. */
export const readingId = slug

/** An id that a client makes: letters, digits, dash and underscore. */
export const clientId = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/, 'Not an id.')

/** A day as `2026-03-31`, one that the calendar has, from 1970 to 2199. */
export const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Not a day. Write it as 2026-03-31.')
  .refine(isDay, 'The calendar has no such day.')

function isDay(value: string): boolean {
  try {
    const { year } = Temporal.PlainDate.from(value, { overflow: 'reject' })
    return year >= 1970 && year < 2200
  } catch {
    return false
  }
}

/** An IANA time zone name that this runtime knows, such as `Europe/Berlin`; no bare offsets. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'Not a time zone that is known here, such as Europe/Berlin.')

/** Milliseconds since the epoch, UTC. */
export const time = z.int().min(0).max(8.64e15)

/** When something was pressed: milliseconds, UTC. What lies in the future is taken to be now. */
export const pressedAt = time

/** A list as the API answers it: `{ items: [...] }`. */
export const listOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item) })
