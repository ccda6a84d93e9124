import type { Calendar } from './calendar.ts'
import type { Room } from './room.ts'
import { MOCK_AFTER_SHARE } from './rules.ts'
import { holdsOf, type Holds, type Opened } from './holds.ts'
import { sittingOf, staysWhole, type Work } from './work.ts'

/** A sitting: so many minutes of an item on the day with this index. */
export type Placed = { work: Work; day: number; minutes: number; pinned: boolean }

/** Where all is placed, and what found no day before the end. */
export type Filled = { placed: Placed[]; left: Work[] }

export type FillInput = Opened & {
  calendar: Calendar
  room: (index: number) => Room
  /** Without what is open to musts. */
  holds: Holds
  /** In the order of the plan. */
  works: readonly Work[]
  pinned: readonly Work[]
  /** All the plan's musts that a mock waits for, and those behind the person. */
  groundwork: number
  groundworkDone: number
  /** How many of them another plan finishes on a day. */
  groundworkOn: ReadonlyMap<number, number>
  /** The first day that may hold nothing more: the interview day, or the calendar's end. */
  end: number
  /** The first day that holds light items only. */
  lightFrom: number
}

/** Said of a work that waits while others pass it. */
const PASSED = -1

/**
 * Places all works from the calendar's first day on, each day filled in order. What a day gets depends on what is left
 * and on the day alone, never on the day on which the filling began. The works are not changed.
 */
export function fill(input: FillInput): Filled {
  const { calendar, room, open, openLight, lightFrom } = input
  const isOpen = Object.keys(open).length + Object.keys(openLight).length > 0
  const holdsForMusts = isOpen ? holdsOf(input, input.end, input) : input.holds
  const placed: Placed[] = []
  /** By day: all minutes used, those that count against the items' share, heavy ones of a light day, finished musts. */
  const used: number[] = []
  const shared: number[] = []
  const heavy: number[] = []
  const finished: number[] = []
  const overFull = new Set<number>()
  const queue = input.works
  /** Minutes of each work of the queue that are placed or behind the person. */
  const at = queue.map((work) => work.at)
  const left: Work[] = []
  let behind = input.groundworkDone
  let next = 0

  for (const work of input.pinned) if (!pin(work)) left.push(work)
  for (let day = calendar.first; day < input.end && next < queue.length; day++) {
    behind += (finished[day - 1] ?? 0) + (input.groundworkOn.get(day - 1) ?? 0)
    if (room(day).minutes > 0) fillDay(day)
  }
  for (let i = next; i < queue.length; i++) if (at[i]! < queue[i]!.total) left.push(queue[i]!)
  return { placed, left }

  function fillDay(day: number): void {
    const isLight = day >= lightFrom
    /** Phases of which something heavy waits: on a light day their order is kept, and others go on. */
    const heldUp = isLight ? new Set<number>() : null
    for (let i = next; i < queue.length; i++) {
      const work = queue[i]!
      if (at[i] === work.total || heldUp?.has(work.item.phase)) continue
      const given = minutesFor(work, at[i]!, day)
      if (given > 0) {
        put(work, day, given, false)
        at[i]! += given
        if (at[i] === work.total) {
          if (work.counts) finished[day] = (finished[day] ?? 0) + 1
          continue
        }
      }
      if (given === PASSED) continue
      // The day is over; on a light day it goes on with what is light.
      if (!heldUp || work.light) break
      if (!work.practice) heldUp.add(work.item.phase)
    }
    while (next < queue.length && at[next] === queue[next]!.total) next++
  }

  /** Minutes of a work that go on the day; 0 where the day is over for it and what follows, PASSED where it waits alone. */
  function minutesFor(work: Work, behindIt: number, day: number): number {
    if (work.notBefore > day || (work.mock && behind < input.groundwork * MOCK_AFTER_SHARE)) return PASSED
    const rest = work.total - behindIt
    const free = roomFor(work, day)
    if (rest <= free) return rest
    const isEmpty = !used[day]
    if (work.full && isEmpty && rest <= room(day).minutes && (day < lightFrom || work.light)) return rest
    const holds = work.must ? holdsForMusts : input.holds
    if (staysWhole(work) && rest <= holds(day, work.full ? 'all' : work.light ? 'share' : 'heavyShare')) {
      if (work.mock) return PASSED
      const next = studyDayAfter(day)
      return work.practice && rest > (work.full ? room(next).minutes : shareOf(work, next)) ? PASSED : 0
    }
    // No day that is left holds it, but one that went by did: it is not split for that.
    if (work.practice && !work.splits) return PASSED
    return sittingOf(work, behindIt, free, nextRoom(work, day), isEmpty)
  }

  function put(work: Work, day: number, minutes: number, pinned: boolean): void {
    placed.push({ work, day, minutes, pinned })
    used[day] = (used[day] ?? 0) + minutes
    if (isShared(work)) shared[day] = (shared[day] ?? 0) + minutes
    if (!work.light) heavy[day] = (heavy[day] ?? 0) + minutes
  }

  /** A fixed item goes whole on its day, even over its minutes; on the day after where another one did that already. */
  function pin(work: Work): boolean {
    let day = calendar.indexOf(work.item.pin!)
    while (day < calendar.end && (overFull.has(day) || !calendar.exists(day))) day++
    if (day >= calendar.end) return false
    put(work, day, work.total - work.at, true)
    if (work.counts) finished[day] = (finished[day] ?? 0) + 1
    if (used[day]! > room(day).minutes) overFull.add(day)
    return true
  }

  /** The items' share of a day for this kind of work, with what is open to musts. */
  function shareOf(work: Work, day: number): number {
    return room(day).items + (work.must ? (open[day] ?? 0) : 0)
  }

  /** Minutes that the day still has for this kind of work. */
  function roomFor(work: Work, day: number): number {
    const { minutes, review, buffer } = room(day)
    const all = used[day] ?? 0
    if (work.item.kind === 'buffer') return Math.max(0, minutes - all)
    const kept = buffer - Math.max(0, (open[day] ?? 0) - review)
    if (work.item.kind === 'review') return Math.max(0, minutes - kept - all)
    let free = Math.min(minutes - kept - all, shareOf(work, day) - (shared[day] ?? 0))
    if (day >= lightFrom && !work.light) {
      if (!work.must) return 0
      free = Math.min(free, (openLight[day] ?? 0) - (heavy[day] ?? 0))
    }
    return Math.max(0, free)
  }

  function studyDayAfter(day: number): number {
    let later = day + 1
    while (later < input.end && room(later).items === 0) later++
    return later
  }

  /** Minutes that the next study day will have for it. */
  function nextRoom(work: Work, day: number): number {
    const later = studyDayAfter(day)
    return later < input.end ? roomFor(work, later) : 0
  }
}

/** Review and buffer items live on minutes that are kept for them. */
export function isShared(work: Work): boolean {
  return work.item.kind !== 'review' && work.item.kind !== 'buffer'
}
