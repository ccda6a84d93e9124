import type { Run } from './deal.ts'
import { lateMinutes, paceOf, type Pace } from './pace.ts'
import { sittings } from './present.ts'
import { minutesOfDay, promise, type Dealt } from './promise.ts'
import { applyRepairs, type Repair } from './repairs.ts'
import { workOut } from './schedule.ts'
import type { Others, PlanItem, PlanSettings, Schedule, ScheduleInput, ScheduledDay } from './types.ts'

/** A person's plan as it is kept. */
export type PlanSource = {
  planId: string
  settings: PlanSettings
  items: readonly PlanItem[]
  /** In force, oldest first. */
  repairs: readonly Repair[]
  /** The person's present study day, in the plan's time zone. */
  today: string
  /** As the plan was last dealt; null: never yet, and then it counts as dealt when it began or was last repaired. */
  dealt?: Dealt | null
}

export type Pacer = { speedPercent: number }

/** A person's plan as it is shown. */
export type PlanView = {
  planId: string
  /** With the repairs in force. */
  input: ScheduleInput
  dealt: Dealt
  schedule: Schedule
  pace: Pace
}

/**
 * Works out all plans of a person together: they share the days. The plan with the earlier interview day takes its
 * minutes first, of two on the same day the one that begins first; a plan without an interview comes after those with
 * one; otherwise the order given holds.
 *
 * @returns the views in the order of `plans`
 */
export function viewPlans(plans: readonly PlanSource[], person: Pacer): PlanView[] {
  const byPlan = new Map<string, PlanView>()
  let sharing = nothingShared
  for (const turn of inTurn(plans)) {
    const viewed = viewTurn(turn, person, sharing)
    byPlan.set(turn.plan.planId, viewed.view)
    sharing = viewed.sharing
  }
  return plans.map((plan) => byPlan.get(plan.planId)!)
}

/** The days of one of a person's plans, as `viewPlans` gives them, without working out those whose turn is later. */
export function daysOfPlan(plans: readonly PlanSource[], person: Pacer, planId: string): ScheduledDay[] {
  let sharing = nothingShared
  for (const turn of inTurn(plans)) {
    const viewed = viewTurn(turn, person, sharing)
    if (turn.plan.planId === planId) return viewed.view.schedule.days
    sharing = viewed.sharing
  }
  return []
}

export type Turn = ReturnType<typeof applyRepairs> & { plan: PlanSource }

/** What plans whose turn has been take and hold: as the day began, as things stand, and as it was promised. */
export type Sharing = { morning: Others; now: Others; promised: ReadonlyMap<string, number> }

const nobody: Others = { taken: new Map(), held: new Map() }
export const nothingShared: Sharing = { morning: nobody, now: nobody, promised: new Map() }

/** Plans with their repairs in force, in the order in which they take their minutes. */
export function inTurn(plans: readonly PlanSource[]): Turn[] {
  return plans
    .map((plan) => ({ plan, ...applyRepairs(plan.settings, plan.items, plan.repairs) }))
    .toSorted(
      ({ settings: a }, { settings: b }) =>
        compare(a.targetDate ?? '~', b.targetDate ?? '~') || compare(a.startDate, b.startDate),
    )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What goes into working out a plan's days, but for what was dealt. */
export function inputOf({ plan, settings, items }: Turn, { speedPercent }: Pacer, { morning, now }: Sharing) {
  return { items, settings, speedPercent, today: plan.today, morning, others: now }
}

/** Works out one plan beside those whose turn was before, and what they and it leave to the next. */
export function viewTurn(turn: Turn, person: Pacer, sharing: Sharing): { view: PlanView; sharing: Sharing } {
  const { plan } = turn
  const bare = inputOf(turn, person, sharing)
  const dealt = plan.dealt ?? promiseSince(turn, person, sharing, turn.since)
  const input: ScheduleInput = { ...bare, dealt, lateMinutes: lateMinutes(bare, dealt) }
  const { schedule, morning, now } = workOut(input)
  const view = { planId: plan.planId, input, dealt, schedule, pace: paceOf(input, dealt) }
  return { view, sharing: shareMore(sharing, view, morning, now) }
}

/** A plan dealt as of an earlier or later day: what was done since then counts as still to do. */
export function promiseSince(turn: Turn, person: Pacer, sharing: Sharing, from: string): Dealt {
  const { morning, promised } = sharing
  const { today } = turn.plan
  const taken = new Map(morning.taken)
  for (const [date, minutes] of promised) if (date < today) taken.set(date, minutes)
  const items = turn.items.map((item) => (item.addedOn && item.addedOn > from ? { ...item, phase: 1e6 } : item))
  return promise({ ...inputOf(turn, person, sharing), items, today: from, morning: { ...morning, taken } })
}

function shareMore(sharing: Sharing, { planId, dealt, input }: PlanView, morning: Run, now: Run): Sharing {
  const promised = new Map(sharing.promised)
  for (const day of dealt.days) promised.set(day.date, (promised.get(day.date) ?? 0) + minutesOfDay(day))
  const atDawn = withRun(sharing.morning, planId, morning, morning)
  // What was skipped today is held no more: another plan that has it is to do it from tomorrow on.
  const skipped = input.items.flatMap(({ state, day, readingId }) =>
    state === 'skipped' && day === input.today && readingId !== null ? [readingId] : [],
  )
  if (morning === now && sharing.morning === sharing.now && skipped.length === 0)
    return { promised, morning: atDawn, now: atDawn }
  const present = withRun(sharing.now, planId, morning, now)
  const held = new Map(present.held)
  for (const readingId of skipped) if (held.get(readingId)?.planId === planId) held.delete(readingId)
  return { promised, morning: atDawn, now: { ...present, held } }
}

/** What a plan takes of each day: its sittings, and the review and buffer that go with them; and readings it holds. */
function withRun({ taken, held }: Others, planId: string, morning: Run, now: Run): Others {
  const more = new Map<string, number>()
  const holds = new Map(held)
  for (const { work, date, minutes } of sittings(morning, now)) {
    more.set(date, (more.get(date) ?? 0) + minutes)
    const { kind, readingId } = work.item
    if (kind === 'read' && readingId !== null && !held.has(readingId)) holds.set(readingId, { planId, date })
  }
  const all = new Map(taken)
  const { calendar, room } = morning.prepared
  for (const [date, minutes] of more) {
    const day = room(calendar.indexOf(date))
    const used = Math.max(minutes, Math.min(day.minutes, minutes + day.review + day.buffer))
    all.set(date, (all.get(date) ?? 0) + used)
  }
  return { taken: all, held: holds }
}

/** Whether nothing is left to do on a plan on which something was. */
export function isDone({ schedule, input }: PlanView): boolean {
  return (
    schedule.remainingMinutes === 0 &&
    schedule.inOtherPlan.length === 0 &&
    input.items.some((item) => item.state === 'done')
  )
}
