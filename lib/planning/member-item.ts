import { dayOf } from './days.ts'
import type { ItemKind, ItemState, PlanItem, Tier } from './types.ts'

/** An item as the tables have it, with what one member did about it. Times are milliseconds, UTC. */
export interface MemberItemRow {
  id: string
  kind: ItemKind
  tier: Tier
  minutes: number
  parts: number
  phase: number
  position: number
  readingId: string | null
  title: string
  createdAt: number
  /** The member's row for the present pass. */
  row: {
    state: ItemState
    day: string
    minutesSpent: number | null
    /** Of these, the minutes given before `day`. */
    minutesBefore?: number
    updatedAt: number
  } | null
  /** The member's mark on the reading. */
  mark: { status: 'queued' | 'reading' | 'done' | 'skipped'; updatedAt: number } | null
  pin: string | null
  nearEnd?: number | null
}

/** What of a member decides how their items stand. */
export interface Doer {
  timeZone: string
  rolloverHour: number
  pass: number
  passStartedAt: number
  /** When the person came to the plan, or the plan came to be. */
  since: number
}

/**
 * How an item stands for a member. What the member said of the item itself holds. A `read` item without such a word
 * follows the mark on its reading, and one that was only begun follows a mark that is newer; in a second pass only
 * marks made since it began count.
 */
export function memberItem({ row, mark, pin, createdAt, ...item }: MemberItemRow, doer: Doer): PlanItem {
  const { timeZone, rolloverHour } = doer
  const day = (at: number) => dayOf(at, timeZone, rolloverHour)
  const base = { ...item, pin, addedOn: createdAt > doer.since ? day(createdAt) : null }
  const settled = row && row.state !== 'todo' ? row : null
  if (settled) return { ...base, state: settled.state, day: settled.day, spentBefore: settled.minutesBefore ?? 0 }
  const follows =
    item.kind === 'read' &&
    (mark?.status === 'done' || mark?.status === 'skipped') &&
    mark.updatedAt >= (row?.updatedAt ?? 0) &&
    (doer.pass === 1 || mark.updatedAt >= doer.passStartedAt)
  const spent = row?.minutesSpent ?? 0
  const spentBefore = row?.minutesBefore ?? 0
  if (follows) {
    const done = day(mark.updatedAt)
    const before = row && row.day < done ? spent : spentBefore
    return { ...base, state: mark.status as ItemState, day: done, spentBefore: before }
  }
  return { ...base, state: 'todo', day: null, spent, spentOn: row?.day ?? null, spentBefore }
}
