import { weekdayOf } from './days.ts'
import type { Filled } from './fill.ts'
import type { Prepared } from './schedule.ts'
import type { Fallen, PlanItem, Schedule, ScheduledDay, Sitting } from './types.ts'
import { minutesAt, type Work } from './work.ts'

/** Turns placed sittings into the days that a person sees, with what is behind them. */
export function present(prepared: Prepared, { placed, left }: Filled, fallen: readonly Work[]): Schedule {
  const { input, calendar, room } = prepared
  const { settings, items, speedPercent } = input
  const fall = (item: PlanItem, reason: Fallen['reason']) => presentFallen(item, reason, speedPercent)
  const minutesOf = (item: PlanItem) => minutesAt(item, speedPercent)
  const byDate = new Map<string, ScheduledDay>()
  const before: string[] = []

  for (const item of items) {
    if (item.state === 'todo') continue
    const day = item.day ?? input.today
    if (day < settings.startDate) before.push(item.id)
    else dayOn(day).items.push({ ...sitting(item, minutesOf(item), false), state: item.state })
  }

  const counts = new Map<string, number>()
  const late = new Set<string>()
  for (const { work, day, minutes, pinned } of placed.toSorted((a, b) => a.day - b.day)) {
    const { item } = work
    const date = calendar.date(day)
    const number = (counts.get(item.id) ?? 0) + 1
    counts.set(item.id, number)
    dayOn(date).items.push({ ...sitting(item, minutes, pinned), sitting: number })
    if (!pinned && settings.targetDate !== null && date >= settings.targetDate) late.add(item.id)
  }
  for (const day of byDate.values()) for (const one of day.items) one.sittings = counts.get(one.id) ?? 1

  const last = placed.reduce((latest, { day }) => Math.max(latest, day), -1)
  for (let index = calendar.first; index <= last; index++) if (room(index).minutes > 0) dayOn(calendar.date(index))

  const days = [...byDate.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return {
    days,
    before,
    fallen: [
      ...fallen.map(({ item }) => fall(item, 'no-room')),
      ...items.filter((item) => item.trimmed && item.state === 'todo').map((item) => fall(item, 'trimmed')),
      ...left.map((item) => fall(item, 'horizon')),
    ],
    late: [...late],
    endDate: days.at(-1)?.date ?? null,
    remainingMinutes: placed.reduce((sum, { minutes }) => sum + minutes, 0),
  }

  function dayOn(date: string): ScheduledDay {
    const known = byDate.get(date)
    if (known) return known
    const isPast = date < calendar.date(calendar.first)
    const { minutes, review, buffer } = isPast ? pastRoom(date) : room(calendar.indexOf(date))
    const day = { date, minutes, review, buffer, items: [] }
    byDate.set(date, day)
    return day
  }

  function pastRoom(date: string): { minutes: number; review: number; buffer: number } {
    const minutes = settings.daysOff.includes(date) ? 0 : (settings.weekdayMinutes[weekdayOf(date)] ?? 0)
    return { minutes, review: 0, buffer: 0 }
  }
}

/** An item that falls out, as a person is told of it. */
export function presentFallen(item: PlanItem, reason: Fallen['reason'], speedPercent: number): Fallen {
  return { id: item.id, tier: item.tier, title: item.title, minutes: minutesAt(item, speedPercent), reason }
}

function sitting(item: PlanItem, minutes: number, pinned: boolean): Sitting {
  const { id, kind, tier, readingId, title } = item
  return { id, kind, tier, minutes, sitting: 1, sittings: 1, readingId, title, state: 'todo', pinned }
}
