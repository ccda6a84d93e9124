import type { Calendar } from './calendar.ts'
import type { Room } from './room.ts'
import { MOCK_AFTER_SHARE } from './rules.ts'
import { sittingOf, staysWhole, type Work } from './work.ts'

/** A sitting: so many minutes of an item on the day with this index. */
export type Placed = { work: Work; day: number; minutes: number; pinned: boolean }

/** Where all is placed, and what found no day before the end. */
export type Filled = { placed: Placed[]; left: Work[] }

/** Minutes of each day that are open to musts: of review and buffer, and of light days for what is not light. */
export type Opened = { open: Readonly<Record<number, number>>; openLight: Readonly<Record<number, number>> }

export type FillInput = Opened & {
  calendar: Calendar
  room: (index: number) => Room
  /** The most that a later day has for one sitting, of its items' share and of all its minutes. */
  holds: (after: number, kind: 'share' | 'heavyShare' | 'all') => number
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

type Outcome = 'done' | 'passed' | 'over'

/**
 * Places all works from the calendar's first day on, each day filled in order. What a day gets depends on what is left
 * and on the day alone, never on the day on which the filling began. The works are not changed.
 */
export function fill(input: FillInput): Filled {
  const { calendar, room, open, openLight, lightFrom } = input
  const placed: Placed[] = []
  /** By day: all minutes used, those that count against the items' share, heavy ones of a light day, finished musts. */
  const used: number[] = []
  const shared: number[] = []
  const heavy: number[] = []
  const finished: number[] = []
  const overFull = new Set<number>()
  const queue = input.works.map((work) => ({ ...work }))
  const pins = input.pinned.map((work) => ({ ...work }))
  let behind = input.groundworkDone
  let next = 0

  for (const work of pins) pin(work)
  for (let day = calendar.first; day < input.end && next < queue.length; day++) {
    behind += (finished[day - 1] ?? 0) + (input.groundworkOn.get(day - 1) ?? 0)
    if (room(day).minutes > 0) fillDay(day)
  }
  return { placed, left: [...queue, ...pins].filter((work) => work.at < work.total) }

  function fillDay(day: number): void {
    const isLight = day >= lightFrom
    /** Phases of which something heavy waits: on a light day their order is kept, and others go on. */
    const heldUp = new Set<number>()
    for (let i = next; i < queue.length; i++) {
      const work = queue[i]!
      if (work.at === work.total || heldUp.has(work.item.phase)) continue
      const outcome = place(work, day)
      if (outcome === 'over') {
        if (!isLight || work.light) break
        if (!work.practice) heldUp.add(work.item.phase)
      }
    }
    while (next < queue.length && queue[next]!.at === queue[next]!.total) next++
  }

  /** Places what goes of a work on the day: all, or nothing and the next may pass it, or the day is over. */
  function place(work: Work, day: number): Outcome {
    if (work.notBefore > day || (work.mock && behind < input.groundwork * MOCK_AFTER_SHARE)) return 'passed'
    const left = work.total - work.at
    const free = roomFor(work, day)
    if (left <= free) return put(work, day, left, false)
    const { minutes } = room(day)
    if (work.full && !used[day] && left <= minutes && (day < lightFrom || work.light))
      return put(work, day, left, false)
    if (staysWhole(work)) {
      const kind = work.full ? 'all' : work.light ? 'share' : 'heavyShare'
      if (left <= input.holds(day, kind)) {
        if (work.mock) return 'passed'
        return work.practice &&
          left > (work.full ? room(studyDayAfter(day)).minutes : shareOf(work, studyDayAfter(day)))
          ? 'passed'
          : 'over'
      }
    }
    const sitting = sittingOf(work, free, nextRoom(work, day), !used[day])
    return sitting === 0 ? 'over' : put(work, day, sitting, false)
  }

  function put(work: Work, day: number, minutes: number, pinned: boolean): Outcome {
    placed.push({ work, day, minutes, pinned })
    used[day] = (used[day] ?? 0) + minutes
    if (isShared(work)) shared[day] = (shared[day] ?? 0) + minutes
    if (!work.light) heavy[day] = (heavy[day] ?? 0) + minutes
    work.at += minutes
    if (work.at < work.total) return 'over'
    if (work.counts) finished[day] = (finished[day] ?? 0) + 1
    return 'done'
  }

  /** A fixed item goes whole on its day, even over its minutes; on the day after where another one did that already. */
  function pin(work: Work): void {
    let day = calendar.indexOf(work.item.pin!)
    while (day < calendar.end && (overFull.has(day) || !calendar.exists(day))) day++
    if (day >= calendar.end) return
    put(work, day, work.total - work.at, true)
    if (used[day]! > room(day).minutes) overFull.add(day)
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
