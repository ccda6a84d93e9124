import { baselineOf, type Baseline } from './baseline.ts'
import { calendarFrom } from './calendar.ts'
import { offerRepair, type RepairOffer, type Standing } from './offers.ts'
import { paceOf, type Pace } from './pace.ts'
import { applyRepairs, type Repair, type RepairKind } from './repairs.ts'
import { roomOf } from './room.ts'
import { schedule } from './schedule.ts'
import type { PlanItem, PlanSettings, Schedule, ScheduleInput, ScheduledDay } from './types.ts'

/** A person's plan as it is kept. */
export type PlanSource = {
  planId: string
  settings: PlanSettings
  items: readonly PlanItem[]
  /** In force, oldest first. */
  repairs: readonly Repair[]
  /** The person's present study day, in the plan's time zone. */
  today: string
}

export type Pacer = { speedPercent: number }

/** A person's plan as it is shown. */
export type PlanView = {
  planId: string
  /** With the repairs in force. */
  input: ScheduleInput
  baseline: Baseline
  schedule: Schedule
  pace: Pace
  /** Works out a repair. */
  offer: (kind: RepairKind) => RepairOffer
}

/**
 * Works out all plans of a person together: they share the days. The plan with the earlier interview day takes its
 * minutes first; without one a plan comes after those with one; otherwise the order given holds.
 *
 * @returns the views in the order of `plans`
 */
export function viewPlans(plans: readonly PlanSource[], person: Pacer): PlanView[] {
  const turns = inTurn(plans)
  const views = viewsOf(turns, person)
  const byPlan = new Map(turns.map(({ plan }, index) => [plan, views[index]!]))
  return plans.map((plan) => byPlan.get(plan)!)
}

/**
 * The days of one of a person's plans, as `viewPlans` gives them, and nothing else of it: plans that take their minutes
 * after it are not worked out, nor is the pace on a day when it decides nothing. Empty where it is not among them.
 */
export function daysOfPlan(plans: readonly PlanSource[], person: Pacer, planId: string): ScheduledDay[] {
  const all = inTurn(plans)
  const turns = all.slice(0, all.findIndex(({ plan }) => plan.planId === planId) + 1)
  // Who is behind has the buffer of today opened: the one thing for which the days ask for the pace.
  if (turns.some(keepsBufferToday)) return viewsOf(turns, person).at(-1)?.schedule.days ?? []
  const taken = new Map<string, number>()
  let days: ScheduledDay[] = []
  for (const { plan, settings, items } of turns) {
    days = schedule({ ...person, today: plan.today, items, settings, taken: new Map(taken) }).days
    addTaken(taken, days, plan.today)
  }
  return days
}

function keepsBufferToday({ plan, settings }: Turn): boolean {
  const calendar = calendarFrom(plan.today, settings.timeZone)
  return roomOf(calendar, settings)(calendar.first).buffer > 0
}

type Turn = ReturnType<typeof applyRepairs> & { plan: PlanSource }

/** Plans with their repairs in force, in the order in which they take their minutes. */
function inTurn(plans: readonly PlanSource[]): Turn[] {
  return plans
    .map((plan) => ({ plan, ...applyRepairs(plan.settings, plan.items, plan.repairs) }))
    .toSorted((a, b) => order(a.settings.targetDate, b.settings.targetDate))
}

function viewsOf(turns: readonly Turn[], person: Pacer): PlanView[] {
  const taken = new Map<string, number>()
  const takenThen = new Map<string, number>()
  return turns.map(({ plan, settings, items, since }) => {
    const view = viewOf(plan, { items, settings, since }, person, new Map(taken), new Map(takenThen))
    addTaken(taken, view.schedule.days, plan.today)
    addTaken(takenThen, view.baseline.schedule.days, view.baseline.from)
    return view
  })
}

function order(a: string | null, b: string | null): number {
  return (a ?? '~') < (b ?? '~') ? -1 : (a ?? '~') > (b ?? '~') ? 1 : 0
}

function viewOf(
  plan: PlanSource,
  { items, settings, since }: ReturnType<typeof applyRepairs>,
  { speedPercent }: Pacer,
  taken: ReadonlyMap<string, number>,
  takenThen: ReadonlyMap<string, number>,
): PlanView {
  const then: ScheduleInput = { speedPercent, today: plan.today, items, settings, taken: takenThen }
  const baseline = baselineOf(then, since)
  const pace = paceOf(then, baseline)
  const input: ScheduleInput = { ...then, taken, openBufferOn: pace.minutes < 0 ? plan.today : null }
  const original = (): Standing => {
    const unrepaired = { ...then, items: plan.items, settings: plan.settings }
    return { input: unrepaired, baseline: baselineOf(unrepaired, plan.settings.startDate) }
  }
  return {
    planId: plan.planId,
    input,
    baseline,
    schedule: schedule(input),
    pace,
    offer: (kind) => offerRepair(kind, { input, baseline }, original()),
  }
}

/** Whether nothing is left to do on a plan on which something was. */
export function isDone({ schedule, input }: PlanView): boolean {
  return schedule.remainingMinutes === 0 && input.items.some((item) => item.state === 'done')
}

/** Minutes of each day from today on that these plans take, by ISO day. */
export function takenBy(views: readonly PlanView[]): Map<string, number> {
  const taken = new Map<string, number>()
  for (const { schedule, input } of views) addTaken(taken, schedule.days, input.today)
  return taken
}

/** What a plan uses of each day from `from` on: its sittings, and the review and buffer that go with them. */
function addTaken(taken: Map<string, number>, days: readonly ScheduledDay[], from: string): void {
  for (const { date, minutes, review, buffer, items } of days) {
    if (date < from || items.length === 0) continue
    const sittings = items.reduce((sum, item) => (item.state === 'skipped' ? sum : sum + item.minutes), 0)
    const all = Math.max(sittings, Math.min(minutes, sittings + review + buffer))
    taken.set(date, (taken.get(date) ?? 0) + all)
  }
}
