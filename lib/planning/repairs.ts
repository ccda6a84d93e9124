import { minutesInWords, shortDay } from './words.ts'
import type { PlanItem, PlanSettings, Push } from './types.ts'

export const repairKinds = ['shift', 'squeeze', 'trim', 'restart', 'resume'] as const
export type RepairKind = (typeof repairKinds)[number]

/** What a repair puts in force. Fields that are absent stay as they are. */
export type RepairEffect = {
  /** ISO day from which the days are dealt afresh. */
  from: string
  targetDate?: string | null
  weekdayMinutes?: readonly number[]
  /** More minutes on the study days of a short while. */
  push?: Push
  /** Ids of items that are let go. */
  dropped?: readonly string[]
  /** Takes back what earlier repairs dropped and squeezed. */
  restored?: true
  /** A change of dates or minutes that the person typed in; it is kept in the history and cannot be undone as a repair. */
  byHand?: true
}

export type Repair = { kind: RepairKind; effect: RepairEffect }

export type Repaired = {
  settings: PlanSettings
  items: PlanItem[]
  /** ISO day on which the days were last dealt: the start, or that of the last repair. */
  since: string
}

/**
 * A plan's settings and items with its repairs in force, oldest first, those undone left out. An item that was trimmed
 * is marked, not removed; items done stay done.
 */
export function applyRepairs(settings: PlanSettings, items: readonly PlanItem[], repairs: readonly Repair[]): Repaired {
  let current = settings
  let since = settings.startDate
  let dropped = new Set<string>()
  for (const { effect } of repairs) {
    if (effect.restored) {
      current = { ...current, weekdayMinutes: settings.weekdayMinutes, pushes: [] }
      dropped = new Set()
    }
    if (effect.targetDate !== undefined) current = { ...current, targetDate: effect.targetDate }
    if (effect.weekdayMinutes) current = { ...current, weekdayMinutes: effect.weekdayMinutes }
    if (effect.push) current = { ...current, pushes: [...(current.pushes ?? []), effect.push] }
    for (const id of effect.dropped ?? []) dropped.add(id)
    if (effect.from > since) since = effect.from
  }
  return {
    settings: current,
    items: items.map((item) => (dropped.has(item.id) ? { ...item, trimmed: true } : item)),
    since,
  }
}

/** What a repair put in force, as a sentence for the plan's history. */
export function repairInWords(kind: RepairKind, effect: RepairEffect): string {
  const { targetDate, weekdayMinutes, dropped, byHand, push } = effect
  if (byHand) {
    const set = [
      targetDate === undefined
        ? ''
        : targetDate === null
          ? 'no interview day'
          : `the day to ${shortDay(targetDate, effect.from)}`,
      weekdayMinutes ? minutesInWords(weekdayMinutes) : '',
    ].filter(Boolean)
    return set.length > 0 ? `You set ${set.join(' and ')}.` : 'You changed the dates.'
  }
  if (kind === 'shift') return targetDate ? `Shifted to ${shortDay(targetDate, effect.from)}.` : 'Shifted the end.'
  if (push) return `${push.minutes} minutes a day more until ${shortDay(push.to, effect.from)}.`
  if (kind === 'squeeze')
    return `Squeezed into ${weekdayMinutes ? minutesInWords(weekdayMinutes) : 'the same minutes'}.`
  if (kind === 'trim') return `Trimmed ${dropped?.length ?? 0} ${dropped?.length === 1 ? 'item' : 'items'}.`
  return kind === 'resume' ? 'Taken up again from here.' : 'Started afresh.'
}
