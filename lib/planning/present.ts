import { weekdayOf } from './days.ts'
import type { Run } from './deal.ts'
import type { Fallen, PlanItem, Schedule, ScheduledDay, ScheduleInput, Sitting } from './types.ts'
import { minutesAt, type Work } from './work.ts'

/**
 * Turns runs into the days that a person sees, with what is behind them: what is due today comes from the morning's run,
 * all after it from the present one.
 */
export function present(input: ScheduleInput, morning: Run, now: Run): Schedule {
  const { settings, items, speedPercent, today } = input
  const minutesOf = (item: PlanItem) => minutesAt(item, speedPercent)
  const byDate = new Map<string, ScheduledDay>()
  const byId = new Map(items.map((item) => [item.id, item]))
  const before: string[] = []

  for (const item of items) {
    if (item.state === 'todo') continue
    const day = item.day ?? today
    if (day < settings.startDate) before.push(item.id)
    else dayOn(day).items.push({ ...sitting(item, minutesOf(item), false), state: item.state })
  }

  const counts = new Map<string, number>()
  let remaining = 0
  let last = ''
  for (const { work, date, minutes, pinned } of sittings(morning, now)) {
    const item = byId.get(work.item.id)!
    // What was due today and is done stands there already.
    if (item.state !== 'todo') continue
    const isWorkedOn = date === today && item.spentOn === today && (item.spent ?? 0) > 0
    if (date > last) last = date
    if (isWorkedOn) continue
    remaining += minutes
    const number = (counts.get(item.id) ?? 0) + 1
    counts.set(item.id, number)
    dayOn(date).items.push({ ...sitting(item, minutes, pinned), sitting: number })
  }
  for (const day of byDate.values()) for (const one of day.items) one.sittings = counts.get(one.id) ?? 1

  const { calendar, room } = morning.prepared
  for (let index = calendar.first; index < calendar.end && calendar.date(index) <= last; index++)
    if (room(index).minutes > 0) dayOn(calendar.date(index))

  const days = [...byDate.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const outs = now.out.filter(({ id }) => byId.get(id)?.state === 'todo')
  const stillTodo = ({ item }: Work) => byId.get(item.id)?.state === 'todo'
  const late = [...outs.filter(({ tier }) => tier === 'must'), ...now.late.filter(stillTodo).map(({ item }) => item)]
  const fall = (item: PlanItem, reason: Fallen['reason']) => presentFallen(item, reason, speedPercent)
  return {
    days,
    before,
    fallen: [
      ...outs.filter(({ tier }) => tier !== 'must').map((item) => fall(item, 'no-room')),
      ...now.fallen.filter(stillTodo).map(({ item }) => fall(item, 'no-room')),
      ...items.filter((item) => item.trimmed && item.state === 'todo').map((item) => fall(item, 'trimmed')),
      ...now.filled.left.filter(stillTodo).map(({ item }) => fall(item, 'horizon')),
    ],
    late: late.map(({ id }) => id),
    inOtherPlan: now.prepared.held
      .filter(({ item }) => byId.get(item.id)?.state === 'todo')
      .map(({ item, planId, date }) => ({ id: item.id, planId, date })),
    endDate: days.at(-1)?.date ?? null,
    remainingMinutes: remaining + late.reduce((sum, item) => sum + minutesOf(item) - (item.spent ?? 0), 0),
  }

  function dayOn(date: string): ScheduledDay {
    const known = byDate.get(date)
    if (known) return known
    const { calendar, room } = date > today ? now.prepared : morning.prepared
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

/** Sittings in the order of their days: the first day's as the morning had them, the others as they are now. */
export function sittings(morning: Run, now: Run): { work: Work; date: string; minutes: number; pinned: boolean }[] {
  const of = ({ prepared: { calendar }, filled }: Run, isWanted: (day: number) => boolean) =>
    filled.placed
      .filter(({ day }) => isWanted(day))
      .toSorted((a, b) => a.day - b.day)
      .map(({ day, ...placed }) => ({ ...placed, date: calendar.date(day) }))
  if (morning === now) return of(now, () => true)
  return [...of(morning, (day) => day === morning.prepared.calendar.first), ...of(now, () => true)]
}

/** An item that falls out, as a person is told of it. */
export function presentFallen(item: PlanItem, reason: Fallen['reason'], speedPercent: number): Fallen {
  return { id: item.id, tier: item.tier, title: item.title, minutes: minutesAt(item, speedPercent), reason }
}

function sitting(item: PlanItem, minutes: number, pinned: boolean): Sitting {
  const { id, kind, tier, readingId, title } = item
  return { id, kind, tier, minutes, sitting: 1, sittings: 1, readingId, title, state: 'todo', pinned }
}
