import { BEGINS_ANYWHERE_FROM, LIGHT_MINUTES, MIN_SITTING, SPLIT_FROM } from './rules.ts'
import type { PlanItem } from './types.ts'

/** An item on its way into the days. */
export type Work = {
  item: PlanItem
  /** Minutes at the person's speed. */
  total: number
  /** Minutes that are placed or behind the person. */
  at: number
  light: boolean
  mock: boolean
  must: boolean
  /** A mock or drill: in one sitting wherever a day holds it. */
  practice: boolean
  /** Whether it counts towards the musts that a mock waits for. */
  counts: boolean
  /** Takes all minutes of an empty day, since no day's share holds it. */
  full: boolean
  /** Longer than any day, so that practice is split too. */
  splits: boolean
  /** The number of the day before which it does not begin. */
  notBefore: number
}

/** Minutes of an item at a person's speed. What runs by the clock (a mock, a buffer) or was given by hand does not scale. */
export function minutesAt(item: Pick<PlanItem, 'kind' | 'minutes'>, speedPercent: number): number {
  const scales = item.kind !== 'mock' && item.kind !== 'buffer' && item.kind !== 'task'
  return Math.max(1, Math.round(scales ? (item.minutes * speedPercent) / 100 : item.minutes))
}

/** Whether an item may stand on the two days before the interview. */
export function isLight(item: Pick<PlanItem, 'kind'>, minutes: number): boolean {
  if (item.kind === 'review' || item.kind === 'buffer' || item.kind === 'card') return true
  return (item.kind === 'read' || item.kind === 'task') && minutes <= LIGHT_MINUTES
}

/** Whether an item counts towards the musts that a mock waits for. */
export function isGroundwork(item: Pick<PlanItem, 'kind' | 'tier'>): boolean {
  return item.tier === 'must' && item.kind !== 'mock' && item.kind !== 'review' && item.kind !== 'buffer'
}

/** An item that is to do, ready to be placed. */
export function workOf(item: PlanItem, speedPercent: number): Work {
  const total = minutesAt(item, speedPercent)
  return {
    item,
    total,
    // Someone who gave it all its minutes and has not ticked it has at least one more to give.
    at: Math.min(item.spent ?? 0, total - 1),
    light: isLight(item, total),
    mock: item.kind === 'mock',
    must: item.tier === 'must',
    practice: item.kind === 'mock' || item.kind === 'drill',
    counts: isGroundwork(item),
    full: false,
    splits: false,
    notBefore: 0,
  }
}

/** Whether an item goes into one sitting wherever a day of the plan holds it. */
export function staysWhole({ practice, total }: Work): boolean {
  return practice || total < SPLIT_FROM
}

/** The order of the plan: what was fixed for a day that went by first, then phase by phase. */
export function inOrder(items: readonly PlanItem[], today: string): PlanItem[] {
  const lapsed = (item: PlanItem) => (item.pin !== null && item.pin < today ? item.pin : '~')
  return items.toSorted(
    (a, b) => compare(lapsed(a), lapsed(b)) || a.phase - b.phase || a.position - b.position || compare(a.id, b.id),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const tierRank = { could: 0, should: 1, must: 2 }

/** What falls first: could before should before must; within a tier reading before practice, and the last in order first. */
export function fallOrder(works: readonly Work[]): Work[] {
  const rank = ({ item }: Work) => tierRank[item.tier] * 2 + Number(['drill', 'mock', 'card'].includes(item.kind))
  return works.toReversed().toSorted((a, b) => rank(a) - rank(b))
}

/**
 * How many minutes of an item go into `room`. All of it where it fits; nothing of a short one where it would fit whole
 * into the next day's room (`nextRoom`) and this day holds something already; else a sitting: to the end of a part in a series, or
 * as much as there is room for, and none that leaves or is a crumb.
 *
 * @param at minutes of it that are placed already
 */
export function sittingOf(work: Work, at: number, room: number, nextRoom: number, dayIsEmpty: boolean): number {
  const left = work.total - at
  if (left <= room) return left
  if (room <= 0) return 0
  if (!dayIsEmpty && left <= nextRoom && work.total < BEGINS_ANYWHERE_FROM) return 0
  const toPart = endOfPart(work, at, room)
  if (toPart >= MIN_SITTING) return toPart
  if (room < MIN_SITTING) return dayIsEmpty ? room : 0
  if (!dayIsEmpty && endOfPart(work, at, nextRoom) >= MIN_SITTING) return 0
  return left - room < MIN_SITTING && room >= 2 * MIN_SITTING ? left - MIN_SITTING : room
}

/** Minutes to the last end of a part that `room` reaches; 0 where it reaches none. */
function endOfPart({ item: { parts }, total }: Work, at: number, room: number): number {
  if (parts <= 1) return 0
  const reached = Math.floor(((at + room) / total) * parts + 1e-9)
  const end = Math.round((reached * total) / parts)
  const minutes = Math.min(end - at, room)
  return minutes > 0 && end > at ? minutes : 0
}
