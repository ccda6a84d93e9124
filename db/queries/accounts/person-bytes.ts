import { sql } from 'drizzle-orm'
import { db } from '#db/client.ts'
import {
  answers,
  comments,
  estimates,
  items,
  members,
  notes,
  noteVersions,
  quotes,
  reviews,
  studyEvents,
} from '#db/schema/index.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { Problem } from '#lib/problems.ts'
import { settings } from '#lib/settings.ts'

/** What a row costs besides its words, about. */
const rowBytes = 100

/** How much room a person's words take, and how much they may. */
export interface Room {
  bytes: number
  mostBytes: number
}

/** Bytes of a person's notes with their versions, practice answers, comments, reviews, estimates, plans and study events: what can grow without end. */
export async function getRoom(viewer: Viewer): Promise<Room> {
  return { bytes: countBytes(viewer), mostBytes: mostBytes() }
}

/** A person's room is nearly taken from here on. */
export function isNearlyFull({ bytes, mostBytes }: Room): boolean {
  return bytes > mostBytes * 0.8
}

const mostBytes = () => settings().PERSON_MB * 1_000_000

/** `octet_length` reads no text, so that this costs a millisecond or two. */
function countBytes({ id }: Viewer): number {
  const note = (table: typeof notes | typeof noteVersions) =>
    sql`select ${rowBytes} + octet_length(${table.markdown}) + octet_length(${table.problem}) + octet_length(${table.numbers}) + octet_length(${table.choice}) + octet_length(${table.tradeOff}) + octet_length(${table.useWhen}) as bytes from ${table} where ${table.userId} = ${id}`
  const comment = sql`select ${rowBytes} + octet_length(${comments.markdown}) from ${comments} where ${comments.userId} = ${id}`
  const answer = sql`select 3 * ${rowBytes} + octet_length(${answers.markdown}) + octet_length(${answers.diagram}) + octet_length(${answers.ticked}) + octet_length(${answers.scores}) + octet_length(${answers.nextTime}) + coalesce(octet_length(${answers.mock}), 0) from ${answers} where ${answers.userId} = ${id}`
  const quote = sql`select ${rowBytes} + octet_length(${quotes.text}) from ${quotes} where ${quotes.userId} = ${id}`
  const event = sql`select ${rowBytes} * count(*) from ${studyEvents} where ${studyEvents.userId} = ${id}`
  const review = sql`select 3 * ${rowBytes} * count(*) from ${reviews} where ${reviews.userId} = ${id}`
  const estimate = sql`select 2 * ${rowBytes} * count(*) from ${estimates} where ${estimates.userId} = ${id}`
  const owned = sql`select ${members.planId} from ${members} where ${members.userId} = ${id} and ${members.role} = 'owner'`
  const item = sql`select 2 * ${rowBytes} + octet_length(${items.title}) + octet_length(${items.reason}) + octet_length(${items.prompt}) + octet_length(${items.touches}) + octet_length(${items.remark}) from ${items} where ${items.planId} in (${owned})`
  const all = sql.join(
    [note(notes), note(noteVersions), answer, comment, quote, event, review, estimate, item],
    sql` union all `,
  )
  return db().get<{ bytes: number }>(sql`select coalesce(sum(bytes), 0) as bytes from (${all})`).bytes
}

interface Counted {
  bytes: number
  at: number
}
const counted = new Map<string, Counted>()
const recountMs = 60_000

/**
 * Makes sure that a person has room for `coming` bytes more. Counted anew every minute, and at every write once four
 * fifths are taken.
 * @throws Problem 422 when there is none.
 */
export function requireRoom(viewer: Viewer, coming: number, now: number): void {
  const most = mostBytes()
  let known = counted.get(viewer.id)
  if (!known || now - known.at > recountMs || now < known.at || known.bytes + coming > most * 0.8) {
    known = { bytes: countBytes(viewer), at: now }
    if (counted.size > 10_000) counted.clear()
    counted.set(viewer.id, known)
  }
  if (known.bytes + coming > most)
    throw new Problem(
      422,
      'No room left',
      `Your notes and plans take ${megabytes(known.bytes)} of the ${megabytes(most)} MB that you have here. Make room first: shorten or delete long notes, or delete plans.`,
      { field: 'markdown', bytes: known.bytes, mostBytes: most },
    )
  known.bytes += coming
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)
