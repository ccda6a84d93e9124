import { addDays, weekdayOf } from './days.ts'
import type { PlanItem, PlanSettings, Schedule } from './types.ts'

/**
 * The rules of the schedule, written down a second time and without its code: each function tells what of a schedule
 * breaks a rule, as sentences. They look only at what goes in and what a person sees.
 */
export type Seen = {
  settings: PlanSettings
  speedPercent: number
  today: string
  items: readonly PlanItem[]
  schedule: Schedule
  /** Minutes of each day that plans whose turn is earlier take. */
  taken?: ReadonlyMap<string, number> | undefined
  /** Minutes that the person was late by. */
  late?: number
}

const scaled = ({ kind, minutes }: PlanItem, speed: number) =>
  kind === 'mock' || kind === 'buffer' || kind === 'task' ? minutes : Math.max(1, Math.round((minutes * speed) / 100))

const isHeavy = (item: PlanItem, speed: number) =>
  item.kind === 'drill' ||
  item.kind === 'mock' ||
  ((item.kind === 'read' || item.kind === 'task') && scaled(item, speed) > 15)

/** The minutes that a day has for a plan. */
export function minutesOf({ settings, taken }: Seen, date: string): number {
  if (date < settings.startDate || settings.daysOff.includes(date)) return 0
  const day = settings.weekdayMinutes[weekdayOf(date)] ?? 0
  return day === 0 ? 0 : Math.max(0, day - (taken?.get(date) ?? 0))
}

function sittings({ schedule, today }: Seen) {
  return schedule.days.flatMap(({ date, items }) =>
    date >= today ? items.filter(({ state }) => state === 'todo').map((one) => ({ ...one, date })) : [],
  )
}

/** Every item stands in the days, or is told as out, held by another plan, or behind the person; and only one of these. */
export function countedOnce({ items, schedule, today }: Seen): string[] {
  const places = new Map<string, Set<string>>()
  const put = (id: string, place: string) => places.set(id, (places.get(id) ?? new Set()).add(place))
  for (const { items: ofDay } of schedule.days) for (const { id } of ofDay) put(id, 'days')
  for (const { id } of schedule.fallen) put(id, 'fallen')
  for (const id of schedule.late) put(id, 'late')
  for (const { id } of schedule.inOtherPlan) put(id, 'held')
  for (const id of schedule.before) put(id, 'before')
  return items.flatMap(({ id, spentOn }) => {
    const found = [...(places.get(id) ?? [])]
    return found.length === 1 || (found.length === 0 && spentOn === today) ? [] : [`${id} stands in ${found.join()}`]
  })
}

/** No day is over its minutes, but by one pinned item. */
export function withinMinutes(seen: Seen): string[] {
  const byDay = Map.groupBy(sittings(seen), ({ date }) => date)
  return [...byDay].flatMap(([date, all]) => {
    const pinned = Math.max(0, ...all.filter((one) => one.pinned).map(({ minutes }) => minutes))
    const used = all.reduce((sum, { minutes }) => sum + minutes, 0)
    return used - pinned <= minutesOf(seen, date) ? [] : [`${date} holds ${used} of ${minutesOf(seen, date)}`]
  })
}

/** Nothing stands on the interview day or after it, and on the two days before it nothing heavy but a must. */
export function keepsTheEnd(seen: Seen): string[] {
  const { targetDate } = seen.settings
  if (targetDate === null) return []
  const byId = new Map(seen.items.map((item) => [item.id, item]))
  return sittings(seen).flatMap(({ id, date, pinned, tier }) => {
    if (pinned) return []
    if (date >= targetDate) return [`${id} stands on ${date}`]
    const item = byId.get(id)!
    const isNear = item.nearEnd !== null && item.nearEnd !== undefined
    return date >= addDays(targetDate, -2) && tier !== 'must' && !isNear && isHeavy(item, seen.speedPercent)
      ? [`heavy ${tier} ${id} on ${date}`]
      : []
  })
}

/** Items of a phase keep their order, but for mocks, drills, pins and what waits for the end. */
export function inOrder(seen: Seen): string[] {
  // Today is as it was when it began.
  const all = sittings(seen).filter(({ date }) => date > seen.today)
  const first = new Map(all.toReversed().map(({ id, date }) => [id, date]))
  const last = new Map(all.map(({ id, date }) => [id, date]))
  const free = seen.items
    .filter(
      ({ id, kind, pin, nearEnd, spentOn }) =>
        last.has(id) && kind !== 'mock' && kind !== 'drill' && pin === null && !nearEnd && spentOn !== seen.today,
    )
    .toSorted((a, b) => a.phase - b.phase || a.position - b.position)
  return free.flatMap((item, index) => {
    const next = free[index + 1]
    if (!next || next.phase !== item.phase) return []
    return last.get(item.id)! <= first.get(next.id)! ? [] : [`${item.id} after ${next.id}`]
  })
}

/** Practice is whole where a day holds it, nothing under 20 minutes is split, and there are no crumbs. */
export function hasNoCrumbs(seen: Seen): string[] {
  const { targetDate } = seen.settings
  const end = targetDate === null ? addDays(seen.today, 60) : addDays(targetDate, -2)
  const days: [day: string, minutes: number][] = []
  for (let day = seen.today; day < end; day = addDays(day, 1)) days.push([day, minutesOf(seen, day)])
  const mostFrom = (from: string) => Math.max(0, ...days.map(([day, minutes]) => (day >= from ? minutes : 0)))
  const most = mostFrom(seen.today)
  const byId = new Map(seen.items.map((item) => [item.id, item]))
  return sittings(seen).flatMap(({ id, date, minutes, sitting, sittings: of, pinned, kind }) => {
    if (pinned) return []
    const item = byId.get(id)!
    const left = scaled(item, seen.speedPercent) - (item.spent ?? 0)
    const isWhole = of === 1
    const practice = kind === 'mock' || kind === 'drill'
    const problems: string[] = []
    if (practice && left <= most && !isWhole && !item.spent) problems.push(`${kind} ${id} of ${left} in ${of} sittings`)
    // What is kept for review and as a buffer is not counted on: at most 15 % and half of the rest.
    if (!practice && left < 20 && !item.spent && !isWhole && left <= Math.floor(mostFrom(addDays(date, 1)) * 0.42))
      problems.push(`${id} of ${left} in ${of} sittings`)
    if (minutes < 10 && sitting < of && minutesOf(seen, date) >= 30)
      problems.push(`a crumb of ${minutes} of ${id} on ${date}`)
    return problems
  })
}

/** A mock that is not pinned has 60 % of the musts behind it on earlier days. */
export function mocksWait(seen: Seen): string[] {
  const last = new Map(sittings(seen).map(({ id, date }) => [id, date]))
  for (const { id, date } of seen.schedule.inOtherPlan) last.set(id, date)
  const ground = seen.items.filter(
    ({ tier, kind, trimmed }) =>
      !trimmed && tier === 'must' && kind !== 'mock' && kind !== 'review' && kind !== 'buffer',
  )
  const mocks = sittings(seen).filter(({ kind, pinned, sitting }) => kind === 'mock' && !pinned && sitting === 1)
  return mocks.flatMap(({ id, date }) => {
    const behind = ground.filter((item) => item.state !== 'todo' || (last.get(item.id) ?? '~') < date).length
    return behind >= ground.length * 0.6 ? [] : [`mock ${id} on ${date} with ${behind} of ${ground.length}`]
  })
}

/**
 * A must does not fit only where the minutes of all days do not hold the musts, but for what whole sittings, the least
 * sitting and the 60 % rule leave over: at most the longest whole item, or 20 minutes, of each day.
 */
export function mustsFirst(seen: Seen): string[] {
  const { targetDate } = seen.settings
  if (targetDate === null || seen.schedule.late.length === 0) return []
  const late = seen.items.filter(({ id }) => seen.schedule.late.includes(id))
  if (seen.items.some(({ kind, pin }) => kind === 'mock' || pin !== null)) return []
  const used = new Map<string, number>()
  for (const { date, minutes } of sittings(seen)) used.set(date, (used.get(date) ?? 0) + minutes)
  const longest = Math.max(
    20,
    ...seen.items.filter(({ kind }) => kind === 'drill').map((item) => scaled(item, seen.speedPercent)),
  )
  let free = 0
  // Today is as it was when it began: what comes to a plan in its course stands on later days.
  const start = seen.today >= seen.settings.startDate ? addDays(seen.today, 1) : seen.settings.startDate
  for (let day = start; day < targetDate; day = addDays(day, 1))
    free += Math.max(0, minutesOf(seen, day) - (used.get(day) ?? 0) - longest)
  return late.flatMap((item) =>
    scaled(item, seen.speedPercent) - (item.spent ?? 0) <= free
      ? [`${item.id} does not fit with ${free} minutes free`]
      : [],
  )
}

export const rules = { countedOnce, withinMinutes, keepsTheEnd, inOrder, hasNoCrumbs, mocksWait, mustsFirst }

/** All that a schedule breaks. */
export function broken(seen: Seen): string[] {
  return Object.entries(rules).flatMap(([name, rule]) => rule(seen).map((what) => `${name}: ${what}`))
}
