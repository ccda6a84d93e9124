import { exactPace, lateMinutes, type PaceInput } from './pace.ts'
import { minutesOfDay, promise, type Dealt } from './promise.ts'
import type { Others } from './types.ts'
import {
  inputOf,
  inTurn,
  nothingShared,
  promiseSince,
  viewTurn,
  type Pacer,
  type PlanSource,
  type PlanView,
  type Sharing,
  type Turn,
} from './view.ts'

/** A person's plans and their speed, at one moment. */
export type Standing = { plans: readonly PlanSource[]; person: Pacer }

/** Plans after an act, dealt anew where their days move, with how they are shown then. */
export type Dealings = { plans: PlanSource[]; views: PlanView[]; moved: ReadonlySet<string> }

/**
 * Deals the plans whose days an act moves, in the order in which they then take their minutes: those that it changed
 * (or that are new), and those that now have other minutes or readings because of it. The past keeps its promise, and
 * the pace is carried over, but for the plans in `afresh`: there the person is no longer behind.
 *
 * A plan that is dealt because of another one gets nothing back that had fallen, but for musts: that is for the person
 * to ask.
 *
 * @param before all of the person's plans before the act, `after` all after it
 * @returns the plans of `after`, in that order
 */
export function dealPlans(before: Standing, after: Standing, afresh: ReadonlySet<string> = new Set()): Dealings {
  return dealKnown(recall(before), after, afresh)
}

/**
 * `dealPlans` for many acts on the same plans, of which only one happens.
 * @param until the plan after whose turn the others are of no interest
 */
export function dealKnown(
  earlier: Recalled,
  after: Standing,
  afresh: ReadonlySet<string> = new Set(),
  until?: string,
): Dealings {
  const dealtBy = new Map<string, Dealt>()
  const views = new Map<string, PlanView>()
  const moved = new Set<string>()
  let sharing = nothingShared
  for (const turn of inTurn(after.plans)) {
    const { planId } = turn.plan
    const known = earlier.plans.get(planId)
    const act = { before: earlier.person, person: after.person, sharing, isAfresh: afresh.has(planId) }
    const dealt = dealAgain(turn, known, act)
    if (dealt !== known?.view.dealt || !turn.plan.dealt) moved.add(planId)
    const viewed = viewTurn({ ...turn, plan: { ...turn.plan, dealt } }, after.person, sharing)
    dealtBy.set(planId, dealt)
    views.set(planId, viewed.view)
    if (planId === until) break
    sharing = viewed.sharing
  }
  return {
    plans: after.plans.map((plan) => ({ ...plan, dealt: dealtBy.get(plan.planId) ?? null })),
    views: after.plans.flatMap(({ planId }) => views.get(planId) ?? []),
    moved,
  }
}

type Known = { turn: Turn; view: PlanView; sharing: Sharing }

/** Plans as they stand, each with what the others left to it. */
export type Recalled = { person: Pacer; plans: ReadonlyMap<string, Known> }

/** Works out how plans stand, to compare with what comes after. */
export function recall({ plans, person }: Standing): Recalled {
  const known = new Map<string, Known>()
  let sharing = nothingShared
  for (const turn of inTurn(plans)) {
    const viewed = viewTurn(turn, person, sharing)
    known.set(turn.plan.planId, { turn, view: viewed.view, sharing })
    sharing = viewed.sharing
  }
  return { person, plans: known }
}

type Act = { before: Pacer; person: Pacer; sharing: Sharing; isAfresh: boolean }

function dealAgain(turn: Turn, known: Known | undefined, { before, person, sharing, isAfresh }: Act): Dealt {
  const input = inputOf(turn, person, sharing)
  const own = turn.plan.dealt
  if (known ? known.turn.plan.dealt && !own : !own)
    return promiseSince(turn, person, sharing, turn.plan.settings.startDate)
  // A plan that comes back is as far as it was.
  if (!known) return carry(promise(input), exactPace(input, own!), input)
  const isChanged =
    isAfresh ||
    before.speedPercent !== person.speedPercent ||
    known.turn.plan.today !== turn.plan.today ||
    signature(known.turn) !== signature(turn)
  if (!isChanged && sameShare(turn, known.sharing.morning, sharing.morning)) return known.view.dealt
  const late = isAfresh ? 0 : lateMinutes(known.view.input, known.view.dealt)
  const dealt = promise({ ...input, lateMinutes: late }, isChanged ? [] : withoutMusts(turn, known.view.dealt.out))
  const pace = withHolidays(turn, known, exactPace(known.view.input, known.view.dealt))
  const carried = isAfresh ? { days: Math.max(0, pace.days), minutes: Math.max(0, pace.minutes) } : pace
  return carry(dealt, carried, input)
}

function withoutMusts({ items }: Turn, out: readonly string[]): string[] {
  const musts = new Set(items.filter(({ tier }) => tier === 'must').map(({ id }) => id))
  return out.filter((id) => !musts.has(id))
}

/** A promise under which a person is as far ahead of the plan as they were. */
function carry(dealt: Dealt, ahead: Ahead, input: PaceInput): Dealt {
  const reached = exactPace(input, dealt)
  return { ...dealt, carried: { days: ahead.days - reached.days, minutes: ahead.minutes - reached.minutes } }
}

type Ahead = { days: number; minutes: number }

/** A holiday that is put in when it is over is not held against anybody: its days were no study days. */
function withHolidays({ settings, plan }: Turn, { turn: then, view }: Known, pace: Ahead): Ahead {
  const off = new Set(settings.daysOff.filter((day) => !then.settings.daysOff.includes(day)))
  const forgiven = off.size === 0 ? [] : view.dealt.days.filter(({ date }) => date < plan.today && off.has(date))
  if (forgiven.length === 0) return pace
  const minutes = forgiven.reduce((sum, day) => sum + minutesOfDay(day), 0)
  const upTo = (behind: number, more: number) => Math.max(behind, Math.min(0, behind + more))
  return { days: upTo(pace.days, forgiven.length), minutes: upTo(pace.minutes, minutes) }
}

/** All of a plan that its days hang on, but for what was done. */
function signature({ settings, items }: Turn): string {
  const { startDate, targetDate, weekdayMinutes, daysOff, timeZone, pushes = [], free = {} } = settings
  const rows = items.map((item) =>
    [item.id, item.kind, item.tier, item.minutes, item.parts, item.phase, item.position, item.readingId].concat([
      item.pin,
      item.trimmed ? 'trimmed' : null,
      item.nearEnd ?? null,
    ]),
  )
  return JSON.stringify([startDate, targetDate, weekdayMinutes, daysOff.toSorted(), timeZone, pushes, free, rows])
}

/** Whether the other plans leave the same to a plan from today on. */
function sameShare({ plan }: Turn, a: Others, b: Others): boolean {
  if (a === b) return true
  const days = (others: Others) =>
    JSON.stringify([...others.taken].filter(([date]) => date >= plan.today).toSorted(([x], [y]) => (x < y ? -1 : 1)))
  if (days(a) !== days(b)) return false
  return plan.items.every(({ kind, state, readingId }) => {
    if (kind !== 'read' || state !== 'todo' || readingId === null) return true
    const [then, now] = [a.held.get(readingId), b.held.get(readingId)]
    return then?.date === now?.date && then?.planId === now?.planId
  })
}
