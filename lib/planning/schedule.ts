/**
 * # The schedule
 *
 * `schedule(input)` deals a plan's items to the days from today on. It is pure: the same input gives the same days,
 * nothing of it is stored, and the clock comes in as `today`. A day is a day of the person's zone (`days.ts`).
 *
 * **What a day holds** (`room.ts`). A study day has the minutes of its weekday, less what other plans took. 85 % of
 * them are for items and 15 % for review; of the items' share, what a day leaves unused may be used later in the same
 * week, within that day's minutes. The last study day of a calendar week with three or more keeps half of its items'
 * share as the week's buffer. `review` and `buffer` items live on the minutes that are kept.
 *
 * **Order** (`fill.ts`). Days are filled one after the other, items taken phase by phase in their order. An item that
 * does not fit into what is left of a day waits for the next day, and all behind it wait too: order before fullness.
 * An item longer than a day is split into sittings, a series at the ends of its parts where they fit.
 *
 * **Exceptions to the order.** A pinned item stands whole on its day, first, even over that day's minutes, but only one
 * does so on a day; the next goes to the day after. A pin that went by puts the item first. A mock begins when 60 % of
 * the musts are behind it on earlier days, and waits up to a week for a day that holds it in one sitting; what follows
 * it passes it meanwhile.
 *
 * **The interview day** holds nothing, and the two days before it only review and light items (`isLight`). When not
 * all fits, items fall: could first, the last in order first, then should in the same way, and only as many as needed.
 * A pinned item never falls. A must never falls: when the musts alone do not fit, those left over are planned from the
 * interview day on and told as `late`.
 *
 * **Done and skipped items** stand on the day on which they were done and never move; what was done today uses up
 * today's minutes. What was done before the plan began is told as `before`.
 *
 * An end "fits" when the days that would be filled without any end keep to it. Hence a later end always fits what an
 * earlier one does, and an earlier end never needs fewer minutes a day (`repairs.ts`).
 */
import { calendarFrom, type Calendar } from './calendar.ts'
import { fill, type Filled, type FillInput } from './fill.ts'
import { present } from './present.ts'
import { roomOf, type Room } from './room.ts'
import { LIGHT_DAYS } from './rules.ts'
import type { Schedule, ScheduleInput } from './types.ts'
import { inOrder, isGroundwork, minutesAt, workOf, type Work } from './work.ts'

/** Everything that a run over the days needs, worked out once and used for many runs. */
export type Prepared = {
  input: ScheduleInput
  calendar: Calendar
  room: (index: number) => Room
  works: Work[]
  fillInput: FillInput
}

/** Deals the items to the days. See the top of this file for the rules, `types.ts` for what goes in and out. */
export function schedule(input: ScheduleInput): Schedule {
  const prepared = prepare(input)
  const { settings } = input
  const { filled, fallen } =
    settings.targetDate === null
      ? { filled: fill(prepared.fillInput), fallen: [] }
      : runUntil(prepared, limitOf(prepared, settings.targetDate))
  return present(prepared, filled, fallen)
}

/** Makes the calendar and the queue of a schedule. */
export function prepare(input: ScheduleInput): Prepared {
  const { settings, items, speedPercent } = input
  const from = input.today > settings.startDate ? input.today : settings.startDate
  const calendar = calendarFrom(from, settings.timeZone)
  const room = roomOf(calendar, settings, input.taken, input.openBufferOn)
  const plan = items.filter((item) => !item.trimmed)
  const works: Work[] = []
  const pinned: Work[] = []
  for (const item of inOrder(plan, input.today)) {
    if (item.state !== 'todo') continue
    const work = workOf(item, speedPercent, input.today)
    const isPinned = item.pin !== null && item.pin >= from && item.pin !== work.notOn
    ;(isPinned ? pinned : works).push(work)
  }
  const groundwork = plan.filter(isGroundwork)
  const fillInput: FillInput = {
    calendar,
    room,
    works,
    pinned,
    usedToday: usedOn(from, input, room(calendar.first).items),
    groundwork: groundwork.length,
    groundworkDone: groundwork.filter((item) => item.state !== 'todo').length,
    ending: null,
  }
  return { input, calendar, room, works, fillInput }
}

/**
 * Minutes of the day that are behind the person. Of a long item only all its minutes are known, not those of this day's
 * sitting: at most what a day holds.
 */
function usedOn(day: string, { items, speedPercent }: ScheduleInput, most: number): number {
  let used = 0
  for (const item of items) {
    if (item.state === 'done' && item.day === day) used += minutesAt(item, speedPercent)
    else if (item.state === 'todo' && item.spent && item.spentOn === day) used += Math.min(item.spent, most)
  }
  return used
}

/** The same queue on days with other minutes: much cheaper than preparing again. */
export function withMinutes(prepared: Prepared, weekdayMinutes: readonly number[]): Prepared {
  const input = { ...prepared.input, settings: { ...prepared.input.settings, weekdayMinutes } }
  const room = roomOf(prepared.calendar, input.settings, input.taken, input.openBufferOn)
  return { ...prepared, input, room, fillInput: { ...prepared.fillInput, room } }
}

/** The index of the first day that is out of bounds, and how many days before it are for light items only. */
export type Limit = { index: number; lightDays: number }

/** The limit that an interview day sets; `lightDays` 0 for an end that is no interview. */
export function limitOf({ calendar }: Prepared, date: string, lightDays = LIGHT_DAYS): Limit {
  return { index: Math.min(calendar.indexOf(date), calendar.end), lightDays }
}

/** Days that keep to the limit, or come as near to it as the musts allow, and what falls out for that. */
export function runUntil(prepared: Prepared, limit: Limit): { filled: Filled; fallen: Work[] } {
  const { works } = prepared
  const fillInput = { ...prepared.fillInput, stopAt: limit.index }
  const all = fill(fillInput)
  if (keepsTo(all, limit)) return { filled: all, fallen: [] }

  const latest = works.toReversed()
  const order = latest.filter(({ item }) => item.tier === 'could')
  order.push(...latest.filter(({ item }) => item.tier === 'should'))
  const runWithout = (count: number): Filled => {
    const gone = new Set(order.slice(0, count))
    return fill({ ...fillInput, works: works.filter((work) => !gone.has(work)) })
  }

  let tooFew = 0
  let enough = order.length
  let best = runWithout(enough)
  if (!keepsTo(best, limit)) return { filled: runLate(prepared, limit), fallen: order }
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1
    const filled = runWithout(middle)
    if (keepsTo(filled, limit)) [enough, best] = [middle, filled]
    else tooFew = middle
  }
  return { filled: best, fallen: order.slice(0, enough) }
}

/** The musts alone, which do not all fit: the light days are kept, and what is left goes on after the interview day. */
function runLate(prepared: Prepared, { index, lightDays }: Limit): Filled {
  return fill({
    ...prepared.fillInput,
    works: prepared.works.filter((work) => work.item.tier === 'must'),
    ending: { target: index, lightFrom: index - lightDays },
  })
}

/** Whether all is placed, every sitting that is not pinned within the limit and every heavy one before its light days. */
export function keepsTo({ placed, left }: Filled, { index, lightDays }: Limit): boolean {
  if (left.length > 0) return false
  return placed.every(({ pinned, work, day }) => pinned || day < (work.light ? index : index - lightDays))
}
