import type { RepairEffect, RepairKind } from './repairs.ts'
import type { PlanSettings } from './types.ts'
import type { PlanSource } from './view.ts'

/** The dates and minutes that a person typed in; what is absent stays. */
export type DatesChange = { [Field in keyof PlanSettings]?: PlanSettings[Field] | undefined }

/**
 * What of a change that was typed in is kept in the plan's history, where the plan has begun or a repair would hide it;
 * null where it need not be. Days off need no such thing.
 *
 * @param hasRepairs whether any repair is in force
 */
export function byHandRepair(
  change: DatesChange,
  startDate: string,
  today: string,
  hasRepairs: boolean,
): { kind: RepairKind; effect: RepairEffect } | null {
  const { targetDate, weekdayMinutes } = change
  if (targetDate === undefined && weekdayMinutes === undefined && change.startDate === undefined) return null
  if (!hasRepairs && today <= startDate) return null
  const effect: RepairEffect = { from: today, byHand: true }
  if (targetDate !== undefined) effect.targetDate = targetDate
  if (weekdayMinutes !== undefined) effect.weekdayMinutes = weekdayMinutes
  return { kind: weekdayMinutes === undefined ? 'shift' : 'squeeze', effect }
}

/** A plan as it is once a person has typed in other dates or minutes. */
export function withByHand(plan: PlanSource, change: DatesChange): PlanSource {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const settings: PlanSettings = { ...plan.settings, ...given }
  const repair = byHandRepair(change, settings.startDate, plan.today, plan.repairs.length > 0)
  return { ...plan, settings, repairs: repair ? [...plan.repairs, repair] : plan.repairs }
}
