import { calendarFrom, type Calendar } from './calendar.ts'
import type { FillInput } from './fill.ts'
import { holdsOf } from './holds.ts'
import { roomOf, type Room } from './room.ts'
import { LIGHT_DAYS } from './rules.ts'
import type { Fixed, Others, PlanItem, ScheduleInput } from './types.ts'
import { inOrder, isGroundwork, staysWhole, workOf, type Work } from './work.ts'

/** A reading that another plan holds, in that plan and on that ISO day. */
export type Held = { item: PlanItem; planId: string; date: string }

/** Everything that a run over the days needs, worked out once and used for many runs. */
export type Prepared = {
  calendar: Calendar
  room: (index: number) => Room
  works: Work[]
  held: Held[]
  fill: FillInput
}

export type Preparing = {
  input: Pick<ScheduleInput, 'settings' | 'speedPercent' | 'lateMinutes' | 'today'>
  /** As they stand when the days begin. */
  items: readonly PlanItem[]
  /** The first day that is filled, ISO; not before the plan's own first day. */
  from: string
  others: Others | undefined
  fixed: Fixed | null
  /** Minutes of each day for review; null: 15 %. */
  review: Fixed['review'] | null
}

/** Makes the calendar and the queue of a schedule. */
export function prepare({ input, items, from, others, fixed, review }: Preparing): Prepared {
  const { settings, speedPercent } = input
  const calendar = calendarFrom(from, settings.timeZone)
  const { lateMinutes } = input
  const room = roomOf(calendar, { settings, taken: others?.taken, review, lateMinutes })
  const target = settings.targetDate
  const end =
    target === null ? calendar.end : Math.min(Math.max(calendar.indexOf(target), calendar.first), calendar.end)
  const lightFrom = target === null ? Infinity : calendar.indexOf(target) - LIGHT_DAYS
  const pushed = fixed?.pushed ?? {}
  const plan = items
    .filter((item) => !item.trimmed)
    .map((item) => (pushed[item.id] === undefined ? item : { ...item, pin: pushed[item.id]! }))
  const works: Work[] = []
  const pinned: Work[] = []
  const held: Held[] = []
  const groundworkOn = new Map<number, number>()
  for (const item of inOrder(plan, input.today)) {
    if (item.state !== 'todo') continue
    const isPinned = item.pin !== null && item.pin >= from
    const holder = item.kind === 'read' ? others?.held.get(item.readingId ?? '') : undefined
    if (holder) {
      held.push({ item, ...holder })
      const day = Math.max(calendar.first, calendar.indexOf(holder.date))
      if (isGroundwork(item)) groundworkOn.set(day, (groundworkOn.get(day) ?? 0) + 1)
    } else (isPinned ? pinned : works).push(workOf(item, speedPercent))
  }
  const groundwork = plan.filter(isGroundwork)
  const base = { calendar, room, works, pinned, groundworkOn, end, lightFrom }
  const prepared: Prepared = {
    calendar,
    room,
    works,
    held,
    fill: {
      ...base,
      holds: holdsOf(base, Math.max(calendar.indexOf(lastSpecial(settings, others, review)), calendar.first) + 15),
      groundwork: groundwork.length,
      groundworkDone: groundwork.filter((item) => item.state !== 'todo').length,
      open: byIndex(calendar, fixed?.open),
      openLight: byIndex(calendar, fixed?.openLight),
    },
  }
  const full = fixed && new Set(fixed.full)
  const split = fixed && new Set(fixed.split)
  for (const work of works) {
    work.full = full ? full.has(work.item.id) : isFull(work, prepared.fill)
    work.splits = split
      ? split.has(work.item.id)
      : work.total - work.at > prepared.fill.holds(calendar.first - 1, 'all')
    waitForEnd(work, fixed?.near[work.item.id], prepared)
  }
  return prepared
}

/** Has a work wait for a day (ISO) near the end, on which it then may stand even if it is light days' turn. */
export function waitForEnd(work: Work, date: string | undefined, { calendar, fill }: Prepared): void {
  if (date === undefined) return
  work.notBefore = calendar.indexOf(date)
  if (work.notBefore >= fill.lightFrom) work.light = true
}

/** Whether only a day that is given to it alone, with all its minutes, holds a work in one sitting. */
function isFull(work: Work, { calendar, holds }: FillInput): boolean {
  const left = work.total - work.at
  const before = calendar.first - 1
  return staysWhole(work) && left > holds(before, work.light ? 'share' : 'heavyShare') && left <= holds(before, 'all')
}

export function byIndex(calendar: Calendar, byDate: Fixed['open'] | undefined): Record<number, number> {
  const result: Record<number, number> = {}
  for (const date in byDate) result[calendar.indexOf(date)] = byDate[date]!
  return result
}

/** The last ISO day that is unlike others of its weekday. */
function lastSpecial(
  { daysOff, pushes = [], startDate }: ScheduleInput['settings'],
  others: Others | undefined,
  review: Fixed['review'] | null,
): string {
  let last = startDate
  for (const day in review) if (day > last) last = day
  for (const day of daysOff) if (day > last) last = day
  for (const { to } of pushes) if (to > last) last = to
  for (const [day] of others?.taken ?? []) if (day > last) last = day
  return last
}
