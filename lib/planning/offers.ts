import { counted } from '../format.ts'
import { costsOf, newFalls, type Cost } from './costs.ts'
import { addDays, daysBetween } from './days.ts'
import { dealKnown, recall, type Dealings, type Recalled, type Standing } from './dealings.ts'
import { deal } from './deal.ts'
import { fill } from './fill.ts'
import { neededMinutes } from './needed.ts'
import { leastPush } from './push.ts'
import { prepare } from './prepare.ts'
import type { Repair, RepairEffect, RepairKind } from './repairs.ts'
import { LIGHT_DAYS } from './rules.ts'
import type { Fallen, ScheduleInput } from './types.ts'
import type { PlanSource, PlanView } from './view.ts'
import { minutesInWords, shortDay, tiersInWords } from './words.ts'

/** A way back onto the plan, with what it costs. */
export type RepairOffer = {
  kind: RepairKind
  /** Null when this way leads nowhere; `says` tells why. */
  effect: RepairEffect | null
  /** The end of the plan afterwards, and how many days later that is. */
  endDate: string | null
  daysLater: number
  /** Minutes for each weekday afterwards, from Monday. */
  weekdayMinutes: readonly number[]
  /** What goes. */
  dropped: Fallen[]
  /** Musts that do not fit even so. */
  late: number
  /** The cost as a sentence. */
  says: string
  /** What it costs the person's other plans. */
  others: Cost[]
}

/** One of a person's plans, and all of them as they stand; `out` is what had fallen of it, but for musts. */
export type Asked = { standing: Standing; recalled: Recalled; plan: PlanSource; view: PlanView; out: readonly string[] }

/** Makes ready to ask for ways back onto one plan. */
export function askAbout(standing: Standing, planId: string): Asked {
  const recalled = recall(standing)
  const { turn, view } = recalled.plans.get(planId)!
  return { standing, recalled, plan: turn.plan, view, out: fallenBefore(view) }
}

/** What had fallen when the plan was dealt, but for musts. */
function fallenBefore({ dealt, input }: PlanView): string[] {
  const musts = new Set(input.items.filter(({ tier }) => tier === 'must').map(({ id }) => id))
  return dealt.out.filter((id) => !musts.has(id))
}

/**
 * The ways back that are worth offering: none to one who is on the plan, a single one where all still fits, and else
 * those that differ in their result.
 */
export function offersFor(asked: Asked): RepairOffer[] {
  const { pace } = asked.view
  const isBehind = pace.state === 'behind' || pace.state === 'off'
  if (asked.plan.items.every((item) => item.state !== 'todo')) return []
  if (!needsRepair(asked.view)) {
    const again = asked.out.length === 0 ? null : offerRepair(asked, 'resume')
    return again?.effect && again.says.includes('again') ? [again] : []
  }
  const resume = offerRepair(asked, 'resume')
  const { targetDate } = asked.view.input.settings
  if (isBehind && targetDate !== null && resume.late + resume.dropped.length === 0) return [resume]
  const kinds: RepairKind[] = ['squeeze', 'shift', 'trim']
  if (pace.state === 'off') kinds.push('restart')
  const offers = (targetDate === null ? [resume] : []).concat(kinds.map((kind) => offerRepair(asked, kind)))
  const isClose = offers.some(({ kind, effect }) => kind === 'squeeze' && effect)
  return distinct(
    offers.filter((offer) => {
      if (offer.effect === null) return false
      if (offer.kind === 'trim') return isBehind ? offer.dropped.length > 0 : newFalls(asked.out, asked.view).length > 0
      // Nobody moves an interview by a day.
      return offer.kind !== 'shift' || offer.daysLater > (isClose && targetDate !== null ? 1 : 0)
    }),
  )
}

/** Whether a person is behind, or not everything fits that the plan was dealt with. */
export function needsRepair(view: PlanView): boolean {
  const { pace, schedule, input } = view
  if (input.items.every((item) => item.state !== 'todo')) return false
  if (pace.state === 'behind' || pace.state === 'off' || schedule.late.length > 0) return true
  return newFalls(fallenBefore(view), view).length > 0
}

function distinct(offers: readonly RepairOffer[]): RepairOffer[] {
  const seen = new Set<string>()
  return offers.filter(({ endDate, weekdayMinutes, dropped, late, effect }) => {
    const key = JSON.stringify([
      endDate,
      weekdayMinutes,
      effect?.push ?? null,
      dropped.map(({ id }) => id).toSorted(),
      late,
    ])
    return !seen.has(key) && seen.add(key)
  })
}

/**
 * Works out a repair by doing it, with all of the person's plans in the order in which they then take their minutes.
 *
 * - `resume` keeps the end, the minutes and what fits, and deals what is left from today.
 * - `shift` keeps the minutes and all items: the new end.
 * - `squeeze` keeps the end and all items: the new minutes a day, or a few more for a few days where that is enough.
 * - `trim` keeps the end and the minutes: which items go.
 * - `restart` takes back earlier squeezes and trims and deals what is left from today: the new end.
 *
 * "All items" are those that the plan held when it was last dealt: what fell out then does not make a repair dear.
 */
export function offerRepair(asked: Asked, kind: RepairKind): RepairOffer {
  if (kind === 'shift') return offerShift(asked)
  if (kind === 'squeeze') return offerSqueeze(asked)
  if (kind === 'trim') return offerTrim(asked)
  return kind === 'restart' ? offerRestart(asked) : offerResume(asked)
}

function withRepair({ standing, plan }: Asked, repair: Repair): Standing {
  const repaired = { ...plan, repairs: [...plan.repairs, repair] }
  return { ...standing, plans: standing.plans.map((one) => (one === plan ? repaired : one)) }
}

function tried(asked: Asked, repair: Repair, until?: string): Dealings {
  const { planId } = asked.plan
  return dealKnown(asked.recalled, withRepair(asked, repair), new Set([planId]), until)
}

/** A repair with what comes of it. */
function offered(asked: Asked, repair: Repair, says: (after: PlanView, dropped: Fallen[]) => string): RepairOffer {
  const { planId, today } = asked.plan
  const { views } = tried(asked, repair)
  const after = views.find((view) => view.planId === planId)!
  const { targetDate, weekdayMinutes } = after.input.settings
  const then = asked.view.input.settings.targetDate ?? lastDay(asked.view)
  const endDate = targetDate ?? lastDay(after)
  const gone = new Set(repair.effect.dropped ?? [])
  const dropped = [
    ...newFalls(asked.out, after),
    ...after.schedule.fallen.filter(({ id, reason }) => reason === 'trimmed' && gone.has(id)),
  ]
  return {
    kind: repair.kind,
    effect: repair.effect,
    endDate,
    daysLater:
      then && endDate ? Math.max(0, daysBetween(then < today && targetDate === null ? today : then, endDate)) : 0,
    weekdayMinutes,
    dropped,
    late: after.schedule.late.length,
    says: says(after, dropped),
    others: costsOf(
      [...asked.recalled.plans.values()].map(({ view }) => view),
      views,
      planId,
    ),
  }
}

/** The day on which the plan was to end when it was dealt, or ends now. */
function lastDay({ dealt, schedule }: PlanView): string | null {
  return dealt.days.at(-1)?.date ?? schedule.endDate
}

function offerResume(asked: Asked): RepairOffer {
  const { today } = asked.plan
  const { targetDate } = asked.view.input.settings
  const repair: Repair = { kind: 'resume', effect: { from: today } }
  return offered(asked, repair, (after, dropped) => {
    const back = asked.out.filter((id) => !after.dealt.out.includes(id)).length
    const again = back > 0 ? `${back} that had fallen would fit again.` : ''
    const isBehind = asked.view.pace.state === 'behind' || asked.view.pace.state === 'off'
    if (!isBehind) return again || 'You are on the plan.'
    if (after.schedule.late.length + dropped.length > 0) return goes(after, dropped)
    const still =
      targetDate === null
        ? `You are behind your first schedule. Taken up from here, you finish on ${shortDay(lastDay(after) ?? today, today)}.`
        : `You are behind your first schedule, and all still fits before ${shortDay(targetDate, today)}. Take it up from here.`
    return [still, again].filter(Boolean).join(' ')
  })
}

function goes({ schedule }: PlanView, dropped: Fallen[]): string {
  const late = schedule.late.length
  const fall =
    dropped.length === 0
      ? 'Nothing more falls out.'
      : `${tiersInWords(dropped)} ${dropped.length === 1 ? 'falls' : 'fall'} out.`
  return late > 0 ? `${fall} ${late} must ${late === 1 ? 'item does' : 'items do'} not fit even so.` : fall
}

function offerTrim(asked: Asked): RepairOffer {
  const { planId, today } = asked.plan
  const { views } = tried(asked, { kind: 'trim', effect: { from: today, dropped: [] } }, planId)
  const after = views.find((view) => view.planId === planId)!
  // Without an interview day the end is the one that the plan was dealt with.
  const fallen =
    after.input.settings.targetDate === null
      ? deal(aimed(asked, after.input)).run.fallen.map(({ item }) => item)
      : newFalls(asked.out, after)
  return offered(asked, { kind: 'trim', effect: { from: today, dropped: fallen.map(({ id }) => id) } }, goes)
}

/** A plan to be dealt anew with the end that it has, or had when it was dealt. */
function aimed({ view, plan }: Asked, { settings, ...input }: ScheduleInput): ScheduleInput {
  const targetDate = settings.targetDate ?? addDays(lastDay(view) ?? plan.today, 1)
  return { ...input, settings: { ...settings, targetDate }, dealt: null, lateMinutes: 0 }
}

function offerShift(asked: Asked): RepairOffer {
  const { today } = asked.plan
  const { targetDate } = asked.view.input.settings
  if (targetDate === null) return { ...offerResume(asked), kind: 'shift' }
  const end = earliestEnd(asked, (date) => ({ kind: 'shift', effect: { from: today, targetDate: date } }))
  if (end === null) return nowhere(asked, 'shift', 'No later day gets all of it done.')
  const repair: Repair = { kind: 'shift', effect: { from: today, targetDate: end } }
  const later = daysBetween(targetDate, end)
  return offered(asked, repair, () =>
    later > 0
      ? `Your day moves from ${shortDay(targetDate, today)} to ${shortDay(end, today)}, ${later === 1 ? '1 day' : `${later} days`} later.`
      : `All still fits before ${shortDay(targetDate, today)}.`,
  )
}

function offerRestart(asked: Asked): RepairOffer {
  const { today } = asked.plan
  const { targetDate } = asked.view.input.settings
  const repairTo = (date: string | null): Repair => ({
    kind: 'restart',
    effect: { from: today, restored: true, ...(date === null ? {} : { targetDate: date }) },
  })
  const end = targetDate === null ? null : earliestEnd(asked, repairTo)
  if (targetDate !== null && end === null) return nowhere(asked, 'restart', 'No later day gets all of it done.')
  return offered(asked, repairTo(end), (after) => {
    const day = end ?? lastDay(after) ?? today
    return `Everything that is left, dealt afresh from today; ${end === null ? 'you finish on' : 'your day becomes'} ${shortDay(day, today)}.`
  })
}

function nowhere({ view }: Asked, kind: RepairKind, says: string): RepairOffer {
  const { targetDate, weekdayMinutes } = view.input.settings
  const late = view.schedule.late.length
  return { kind, effect: null, endDate: targetDate, daysLater: 0, weekdayMinutes, dropped: [], late, says, others: [] }
}

const FARTHEST_DAYS = 3650

/** The earliest interview day, not before the present one nor today, with which nothing more falls out. */
function earliestEnd(asked: Asked, repairTo: (date: string) => Repair): string | null {
  const { planId, today } = asked.plan
  const { targetDate } = asked.view.input.settings
  const out = new Set(asked.out)
  const isEnough = (date: string): boolean => {
    const after = tried(asked, repairTo(date), planId).views.find((view) => view.planId === planId)!
    return after.schedule.late.length === 0 && newFalls([...out], after).length === 0
  }
  const first = [targetDate!, addDays(today, 1), endWithout(asked, repairTo)].toSorted().at(-1)!
  let step = 0
  while (!isEnough(addDays(first, step))) {
    step = step < 7 ? step + 1 : step * 2
    if (step > FARTHEST_DAYS) return null
  }
  let tooFew = step <= 7 ? step - 1 : step >> 1
  while (step - tooFew > 1) {
    const middle = (tooFew + step) >> 1
    if (isEnough(addDays(first, middle))) step = middle
    else tooFew = middle
  }
  return addDays(first, step)
}

/** A day before which it cannot be: on which the minutes of all days would be used up. */
function endWithout(asked: Asked, repairTo: (date: string) => Repair): string {
  const { planId, today } = asked.plan
  const far = addDays(today, FARTHEST_DAYS)
  const turns = tried(asked, repairTo(asked.view.input.settings.targetDate!), planId)
  const { input } = turns.views.find((view) => view.planId === planId)!
  const open: ScheduleInput = { ...input, settings: { ...input.settings, targetDate: null } }
  const out = new Set(asked.out)
  const items = open.items.filter(({ id }) => !out.has(id))
  const from = today > open.settings.startDate ? today : open.settings.startDate
  // Days that other plans leave alone once the order has changed: at least these many are needed.
  const prepared = prepare({ input: open, items, from, others: undefined, fixed: null, review: {} })
  const { placed, left } = fill(prepared.fill)
  if (left.length > 0) return far
  let end = prepared.calendar.first + 1
  for (const { day, work, pinned } of placed) if (!pinned && !work.light) end = Math.max(end, day - LIGHT_DAYS)
  return prepared.calendar.date(end)
}

function offerSqueeze(asked: Asked): RepairOffer {
  const { today } = asked.plan
  const { input } = asked.view
  const { targetDate, weekdayMinutes } = input.settings
  const goal = aimed(asked, input)
  const before = goal.settings.targetDate!
  if (before <= today) return nowhere(asked, 'squeeze', `${shortDay(before, today)} has gone by.`)
  const push = targetDate === null ? null : leastPush(goal, asked.out)
  if (push)
    return offered(
      asked,
      { kind: 'squeeze', effect: { from: today, push } },
      () => `${counted(push.minutes, 'minute')} a day more for three days.`,
    )
  const needed = neededMinutes(goal, asked.out)
  if (!needed)
    return nowhere(asked, 'squeeze', `No number of minutes a day gets it done before ${shortDay(before, today)}.`)
  if (needed.extra === 0)
    return offered(
      asked,
      { kind: 'squeeze', effect: { from: today } },
      () => `Your minutes are enough as they are to be done before ${shortDay(before, today)}.`,
    )
  return offered(
    asked,
    { kind: 'squeeze', effect: { from: today, weekdayMinutes: needed.weekdayMinutes } },
    () => `${minutesInWords(needed.weekdayMinutes)} instead of ${minutesInWords(weekdayMinutes)}.`,
  )
}
