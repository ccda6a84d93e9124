import type { Baseline } from './baseline.ts'
import { addDays, daysBetween } from './days.ts'
import { fill, type Filled } from './fill.ts'
import { neededMinutes } from './needed.ts'
import { presentFallen } from './present.ts'
import type { RepairEffect, RepairKind } from './repairs.ts'
import { LIGHT_DAYS } from './rules.ts'
import { limitOf, prepare, runUntil, type Prepared } from './schedule.ts'
import type { Fallen, ScheduleInput } from './types.ts'
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
  /** The cost as a sentence. */
  says: string
}

/** A plan as it stands: with its repairs in force, and what it was dealt like then. */
export type Standing = { input: ScheduleInput; baseline: Baseline }

/**
 * Works out a repair with the real schedule, as of `input.today`.
 *
 * - `shift` keeps the minutes and all items: the new end.
 * - `squeeze` keeps the end and all items: the new minutes a day.
 * - `trim` keeps the end and the minutes: which could and should items go.
 * - `restart` takes back earlier squeezes and trims and deals what is left from today: the new end.
 *
 * "All items" are those that the plan held when it was last dealt: what fell out then does not come back to make a
 * repair dear. A plan without an interview day is measured against the end that it was dealt with.
 *
 * @param present the plan with its repairs in force
 * @param original the plan as if there had been no repairs
 */
export function offerRepair(kind: RepairKind, present: Standing, original: Standing): RepairOffer {
  const { baseline } = present
  if (kind === 'shift') return offerShift(inScope(present), baseline)
  if (kind === 'squeeze') return offerSqueeze(inScope(present), baseline)
  if (kind === 'trim') return offerTrim(inScope(present), baseline)
  return offerRestart(inScope({ ...original, input: withDates(original.input, present.input) }), baseline)
}

function inScope({ input, baseline }: Standing): ScheduleInput {
  const fallen = new Set(baseline.schedule.fallen.map(({ id }) => id))
  const isPinned = (day: string | null) => day !== null && day >= input.today
  return {
    ...input,
    // Back on the plan, today keeps its buffer again.
    openBufferOn: null,
    items: input.items.map((item) => (fallen.has(item.id) && !isPinned(item.pin) ? { ...item, trimmed: true } : item)),
  }
}

function withDates(original: ScheduleInput, { settings, today, taken }: ScheduleInput): ScheduleInput {
  return { ...original, today, taken, settings: { ...original.settings, targetDate: settings.targetDate } }
}

/** The day before which all should be done, and how many days before it are light. */
function endOf({ settings }: ScheduleInput, baseline: Baseline): { date: string; lightDays: number } {
  if (settings.targetDate !== null) return { date: settings.targetDate, lightDays: LIGHT_DAYS }
  return { date: addDays(baseline.days.at(-1)?.date ?? settings.startDate, 1), lightDays: 0 }
}

function nothingOf(kind: RepairKind, { settings, today }: ScheduleInput): RepairOffer {
  return {
    kind,
    effect: { from: today },
    endDate: settings.targetDate,
    daysLater: 0,
    weekdayMinutes: settings.weekdayMinutes,
    dropped: [],
    says: '',
  }
}

function offerShift(input: ScheduleInput, baseline: Baseline): RepairOffer {
  const { endDate, daysLater } = newEnd(input, baseline)
  const { targetDate } = input.settings
  const offer = { ...nothingOf('shift', input), endDate, daysLater }
  if (targetDate === null) {
    const says =
      daysLater > 0
        ? `You finish on ${shortDay(endDate)}, ${daysInWords(daysLater)} later.`
        : `You finish on ${shortDay(endDate)}.`
    return { ...offer, says }
  }
  const says =
    daysLater > 0
      ? `Your day moves from ${shortDay(targetDate)} to ${shortDay(endDate)}, ${daysInWords(daysLater)} later.`
      : `All still fits before ${shortDay(targetDate)}.`
  return { ...offer, effect: { from: input.today, targetDate: endDate }, says }
}

function offerRestart(input: ScheduleInput, baseline: Baseline): RepairOffer {
  const { endDate, daysLater } = newEnd(input, baseline)
  const { targetDate } = input.settings
  const effect: RepairEffect = { from: input.today, restored: true }
  if (targetDate !== null) effect.targetDate = endDate
  return {
    ...nothingOf('restart', input),
    effect,
    endDate,
    daysLater,
    says: `Everything that is left, dealt afresh from today; ${targetDate === null ? 'you finish on' : 'your day becomes'} ${shortDay(endDate)}.`,
  }
}

/** The earliest end, not before the present one, with which nothing falls out. */
function newEnd(input: ScheduleInput, baseline: Baseline): { endDate: string; daysLater: number } {
  const prepared = prepare(input)
  const filled = fill(prepared.fillInput)
  const { date, lightDays } = endOf(input, baseline)
  const isInterview = input.settings.targetDate !== null
  const earliest = earliestEnd(prepared, filled, lightDays)
  if (isInterview) {
    const endDate = earliest > date ? earliest : date
    return { endDate, daysLater: daysBetween(date, endDate) }
  }
  const endDate = addDays(earliest, -1)
  return { endDate, daysLater: Math.max(0, daysBetween(date, earliest)) }
}

function earliestEnd({ calendar }: Prepared, { placed }: Filled, lightDays: number): string {
  let end = calendar.first + 1
  for (const { day, work, pinned } of placed) {
    if (!pinned) end = Math.max(end, day + 1 + (work.light ? 0 : lightDays))
  }
  return calendar.date(end)
}

function offerSqueeze(input: ScheduleInput, baseline: Baseline): RepairOffer {
  const { date, lightDays } = endOf(input, baseline)
  const needed = neededMinutes(input, date, lightDays)
  const offer = { ...nothingOf('squeeze', input), endDate: input.settings.targetDate ?? addDays(date, -1) }
  if (!needed)
    return { ...offer, effect: null, says: `No number of minutes a day gets it done before ${shortDay(date)}.` }
  const { extra, weekdayMinutes } = needed
  if (extra === 0) return { ...offer, says: `Your minutes are enough as they are to be done before ${shortDay(date)}.` }
  return {
    ...offer,
    effect: { from: input.today, weekdayMinutes },
    weekdayMinutes,
    says: `${minutesInWords(weekdayMinutes)} instead of ${minutesInWords(input.settings.weekdayMinutes)}.`,
  }
}

function offerTrim(input: ScheduleInput, baseline: Baseline): RepairOffer {
  const { date, lightDays } = endOf(input, baseline)
  const prepared = prepare(input)
  const limit = limitOf(prepared, date, lightDays)
  const { fallen, filled } = runUntil(prepared, limit)
  const dropped = fallen.map((work) => presentFallen(work.item, 'no-room', input.speedPercent))
  const late = new Set(
    filled.placed.filter(({ day, pinned }) => !pinned && day >= limit.index).map(({ work }) => work.item.id),
  )
  const goes = dropped.length > 0 ? `${tiersInWords(dropped)} fall out.` : 'Nothing needs to go.'
  const musts = late.size > 0 ? ` ${late.size} must ${late.size === 1 ? 'item does' : 'items do'} not fit even so.` : ''
  return {
    ...nothingOf('trim', input),
    effect: { from: input.today, dropped: dropped.map(({ id }) => id) },
    endDate: input.settings.targetDate ?? addDays(date, -1),
    dropped,
    says: goes + musts,
  }
}

function daysInWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
