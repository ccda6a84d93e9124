import { randomFrom } from '../random.ts'
import { addDays, daysBetween, weekdayOf } from './plain-days.ts'
import type { RecordWeek } from './record.ts'
import type { Repair } from './repairs.ts'
import type { PlanItem } from './types.ts'
import { type Pacer, type PlanSource, type PlanView, viewPlans } from './view.ts'
import { minutesAt } from './work.ts'

/** One way to go on with a plan. */
export interface Variant {
  name: string
  withoutCoulds?: boolean
  repair?: Repair
}

/** What odds are worked out from. */
export interface OddsInput {
  /** All running plans of the person, and which of them it is about. */
  plans: readonly PlanSource[]
  planId: string
  person: Pacer
  /** What the person did of what was planned. */
  weeks: readonly RecordWeek[]
  variants: readonly Variant[]
}

/** The chance of each way that all musts are done by the interview day, from 0 to 1; null where nothing is at stake. */
export type Odds = { name: string; by: string; chance: number | null }[]

/** How often the weeks to come are drawn. */
const runs = 300
/** Workings-out of the scheduler, an item each, that fit two seconds of computing with room to spare. */
const mostItemsWorkedOut = 80_000
const mostSteps = 8
const seed = 20_261_128

/**
 * Runs the scheduler over weeks drawn from the person's own record, 300 times with the same seed for each way. A drawn
 * week says what part of each day's plan is done; what is left over is taken up first on the next day, and at the end of
 * each step the days are worked out anew from what is left.
 */
export function oddsOf(input: OddsInput, times = runs): Odds {
  const todo = input.plans.reduce((sum, { items }) => sum + items.filter(({ state }) => state === 'todo').length, 0)
  const steps = Math.floor(mostItemsWorkedOut / (times * input.variants.length * Math.max(20, todo)))
  return input.variants.map((variant) => ({
    name: variant.name,
    ...chanceOf(input, variant, times, Math.min(mostSteps, Math.max(1, steps))),
  }))
}

function chanceOf(
  input: OddsInput,
  variant: Variant,
  times: number,
  mostStretches: number,
): { by: string; chance: number | null } {
  const asked = input.plans.map((plan) => (plan.planId === input.planId ? changed(plan, variant) : plan))
  const first = viewPlans(asked, input.person)
  // Dealt once: the days to come keep this promise however often they are worked out.
  const plans = asked.map((plan, index) => ({ ...plan, dealt: plan.dealt ?? first[index]?.dealt ?? null }))
  const view = first.find(({ planId }) => planId === input.planId)
  const by = view?.input.settings.targetDate ?? ''
  const musts = view ? mustsOf(view) : []
  const { today = '' } = input.plans[0] ?? {}
  if (by === '' || by <= today || musts.length === 0) return { by, chance: null }
  const stretch = 7 * Math.ceil(daysBetween(today, by) / 7 / mostStretches)
  let good = 0
  for (let run = 0; run < times; run += 1) {
    const random = randomFrom(seed + run)
    const draw = drawer(input.weeks, random)
    const done = goOn({ plans, first, person: input.person, draw, today, by, stretch })
    if (musts.every(({ id, readingId }) => done.items.has(id) || (readingId !== null && done.readings.has(readingId))))
      good += 1
  }
  return { by, chance: good / times }
}

/**
 * Draws weeks of a record, each run with weights of its own (the Bayesian bootstrap): a few weeks leave open what a
 * person's usual week is, and the odds are to know it.
 */
function drawer(weeks: readonly RecordWeek[], random: () => number): () => RecordWeek {
  const weights = weeks.map(() => -Math.log(1 - random()))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return () => {
    let at = random() * all
    const index = weights.findIndex((weight) => (at -= weight) < 0)
    return weeks[index === -1 ? weeks.length - 1 : index]!
  }
}

function changed(plan: PlanSource, { withoutCoulds, repair }: Variant): PlanSource {
  return {
    ...plan,
    repairs: repair ? [...plan.repairs, repair] : plan.repairs,
    items: withoutCoulds ? plan.items.filter(({ tier, state }) => tier !== 'could' || state !== 'todo') : plan.items,
    // What a repair deals anew is not yet promised.
    dealt: repair ? null : (plan.dealt ?? null),
  }
}

function mustsOf({ input }: PlanView): readonly PlanItem[] {
  return input.items.filter(({ tier, state, trimmed, kind }) => {
    return tier === 'must' && state === 'todo' && !trimmed && kind !== 'buffer'
  })
}

interface Way {
  plans: readonly PlanSource[]
  /** The days as they are worked out before anything is drawn. */
  first: readonly PlanView[]
  person: Pacer
  draw: () => RecordWeek
  today: string
  by: string
  stretch: number
}

/** Lives through the days up to the interview; what is done by then. */
function goOn({ plans, first, person, draw, today, by, stretch }: Way): { items: Set<string>; readings: Set<string> } {
  const items = new Set<string>()
  const readings = new Set<string>()
  let sources = plans
  let views = first
  for (let from = today; from < by; from = addDays(from, stretch)) {
    const to = addDays(from, stretch) < by ? addDays(from, stretch) : by
    if (from !== today) views = viewPlans(sources, person)
    const spent = work(views, from, to, draw)
    sources = sources.map((source) => ({
      ...source,
      today: to,
      items: source.items.map((item) => after(item, spent.get(item.id) ?? 0, person, addDays(to, -1))),
    }))
    for (const { items: all } of sources)
      for (const { id, state, readingId } of all)
        if (state === 'done') {
          items.add(id)
          if (readingId !== null) readings.add(readingId)
        }
  }
  return { items, readings }
}

/** Minutes given to each item from a day to before another, in the order in which the days have them; who does more goes ahead. */
function work(views: readonly PlanView[], from: string, to: string, draw: () => RecordWeek): Map<string, number> {
  const due = new Map<string, number>()
  const room = new Map<string, number>()
  const queue: { date: string; id: string; minutes: number }[] = []
  for (const { schedule } of views)
    for (const { date, items, minutes: all, review } of schedule.days) {
      if (date < from) continue
      room.set(date, Math.max(room.get(date) ?? 0, all - review))
      for (const { id, minutes, state } of items) {
        if (state !== 'todo') continue
        queue.push({ date, id, minutes })
        due.set(date, (due.get(date) ?? 0) + minutes)
      }
    }
  // Stable, so that on each day the plan whose turn is first comes first.
  if (views.length > 1) queue.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const spent = new Map<string, number>()
  let next = 0
  let owed = 0
  let week = draw()
  for (let date = from, weekday = weekdayOf(from); date < to; date = addDays(date, 1), weekday = (weekday + 1) % 7) {
    if (weekday === 0 && date !== from) week = draw()
    const planned = due.get(date) ?? 0
    // What was left over is taken up in the minutes that the day has besides.
    const asked = Math.min(Math.max(planned, room.get(date) ?? 0), planned + owed)
    const give = asked * (week.days[weekday] ?? week.mean)
    owed = Math.max(0, owed + planned - give)
    let left = give
    while (left > 1e-9 && next < queue.length) {
      const entry = queue[next]!
      const given = Math.min(left, entry.minutes)
      spent.set(entry.id, (spent.get(entry.id) ?? 0) + given)
      left -= given
      entry.minutes -= given
      if (entry.minutes <= 1e-9) next += 1
    }
  }
  return spent
}

function after(item: PlanItem, given: number, { speedPercent }: Pacer, day: string): PlanItem {
  if (given === 0 || item.state !== 'todo') return item
  const spent = (item.spent ?? 0) + given
  // Whole minutes are planned: what is less than one short is done.
  if (spent >= minutesAt(item, speedPercent) - 1) return { ...item, state: 'done', day }
  return { ...item, spent: Math.floor(spent), spentOn: day, spentBefore: item.spent ?? 0 }
}
