import type { Calendar } from './calendar.ts'
import type { Room } from './room.ts'
import { MOCK_AFTER_SHARE, MOCK_LOOKS_AHEAD_DAYS } from './rules.ts'
import type { PlanItem } from './types.ts'
import { sittingOf, type Work } from './work.ts'

/** A sitting: so many minutes of an item on the day with this index. */
export type Placed = { work: Work; day: number; minutes: number; pinned: boolean }

/** Where all is placed, and what found no day before the calendar's end. */
export type Filled = { placed: Placed[]; left: PlanItem[] }

/** Days on which heavy items may not stand (from `lightFrom`), and the day that holds nothing; after it all may again. */
export type Ending = { lightFrom: number; target: number }

export type FillInput = {
  calendar: Calendar
  room: (index: number) => Room
  /** In the order of the plan. */
  works: readonly Work[]
  pinned: readonly Work[]
  /** Minutes that are used up on the first day. */
  usedToday: number
  /** All the plan's musts that a mock waits for, and those behind the person. */
  groundwork: number
  groundworkDone: number
  /** Days to keep to; null to run on until all is placed. */
  ending: Ending | null
  /** The index of a day from which on nothing is placed that is not pinned there. */
  stopAt?: number
}

/** Places all works from the calendar's first day on, each day filled in order. The works are not changed. */
export function fill(input: FillInput): Filled {
  const { calendar, room, ending } = input
  const placed: Placed[] = []
  /** By day: all minutes used, those that count against the items' share, and musts that were finished. */
  const used: number[] = []
  const shared: number[] = []
  const finished: number[] = []
  used[calendar.first] = shared[calendar.first] = input.usedToday
  const overFull = new Set<number>()
  const queue = input.works.map((work) => ({ ...work }))
  const pins = input.pinned.map((work) => ({ ...work }))
  let waiting: Work[] = []
  let behind = input.groundworkDone
  /** Share that earlier days of the week left unused. */
  let credit = 0

  for (const work of pins) pin(work)
  let next = 0
  const end = Math.min(calendar.end, input.stopAt ?? calendar.end)
  for (let day = calendar.first; day < end && (next < queue.length || waiting.length > 0); day++) {
    behind += finished[day - 1] ?? 0
    if (day % 7 === 0) credit = 0
    if (room(day).items === 0 || day === ending?.target) continue
    if (ending && day >= ending.lightFrom && day < ending.target) fillLightDay(day)
    else fillDay(day)
    credit = Math.max(0, room(day).items + credit - (shared[day] ?? 0))
  }
  const left = [...queue, ...pins].filter((work) => work.at < work.total).map((work) => work.item)
  return { placed, left }

  function fillDay(day: number): void {
    if (waiting.length > 0) waiting = waiting.filter((mock) => !mayBegin(mock, day) || !place(mock, day))
    for (; next < queue.length; next++) {
      const work = queue[next]!
      if (work.at === work.total) continue
      if (work.mock && !mayBegin(work, day)) waiting.push(work)
      else if (!place(work, day)) return
    }
  }

  /** Light items only; one that is held up holds up its phase, and no other. */
  function fillLightDay(day: number): void {
    const heldUp = new Set<number>()
    for (let i = next; i < queue.length; i++) {
      const work = queue[i]!
      if (work.at === work.total || heldUp.has(work.item.phase)) continue
      if (!work.light || !place(work, day)) heldUp.add(work.item.phase)
    }
  }

  /** A mock waits for the groundwork of earlier days, and for a day near by that holds it in one sitting. */
  function mayBegin(mock: Work, day: number): boolean {
    if (behind < input.groundwork * MOCK_AFTER_SHARE) return false
    const left = mock.total - mock.at
    if (mock.at > 0 || left <= roomFor(mock, day, credit)) return true
    for (let later = day + 1; later <= day + MOCK_LOOKS_AHEAD_DAYS; later++) {
      if (left <= roomFor(mock, later, 0)) return false
    }
    return true
  }

  /** Places what goes of a work on the day. False when the work is not finished with it: the day is over. */
  function place(work: Work, day: number): boolean {
    const free = work.notOn !== null && work.notOn === calendar.date(day) ? 0 : roomFor(work, day, credit)
    const left = work.total - work.at
    const minutes = left <= free ? left : sittingOf(work, free, nextRoom(work, day), !used[day])
    if (minutes === 0) return false
    put(work, day, minutes, false)
    return work.at === work.total
  }

  function put(work: Work, day: number, minutes: number, pinned: boolean): void {
    placed.push({ work, day, minutes, pinned })
    used[day] = (used[day] ?? 0) + minutes
    if (isShared(work)) shared[day] = (shared[day] ?? 0) + minutes
    work.at += minutes
    if (work.counts && work.at === work.total) finished[day] = (finished[day] ?? 0) + 1
  }

  /** A fixed item goes whole on its day, even over its minutes; on the day after where another one did that already. */
  function pin(work: Work): void {
    let day = calendar.indexOf(work.item.pin!)
    while (day < calendar.end && (overFull.has(day) || !calendar.exists(day))) day++
    if (day >= calendar.end) return
    put(work, day, work.total - work.at, true)
    if (used[day]! > room(day).minutes) overFull.add(day)
  }

  /** Minutes that the day still has for this kind of work. */
  function roomFor(work: Work, day: number, credit: number): number {
    const { minutes, items, buffer } = room(day)
    const all = used[day] ?? 0
    if (work.item.kind === 'buffer') return Math.max(0, minutes - all)
    const open = minutes - buffer - all
    return Math.max(0, work.item.kind === 'review' ? open : Math.min(open, items + credit - (shared[day] ?? 0)))
  }

  /** Minutes that the next study day will have for it. */
  function nextRoom(work: Work, day: number): number {
    let later = day + 1
    while (later < calendar.end && room(later).items === 0) later++
    const sameWeek = later - (later % 7) <= day
    return roomFor(work, later, sameWeek ? Math.max(0, room(day).items + credit - (shared[day] ?? 0)) : 0)
  }
}

/** Review and buffer items live on minutes that are kept for them. */
function isShared(work: Work): boolean {
  return work.item.kind !== 'review' && work.item.kind !== 'buffer'
}
