import { addDays } from '#lib/planning/plain-days.ts'
import type { NewEntry } from '#lib/planning/fits-of-new.ts'
import type { PlanSettings } from '#lib/planning/types.ts'

/** What a new plan would hold. */
export interface EnrolContent {
  templateId: string | null
  title: string
  summary: string
  /** Calendar days from the first to the day before the interview. */
  days: number
  isInterview: boolean
  weekdayMinutes: number[]
  phases: { title: string; goal: string }[]
  entries: NewEntry[]
}

/** What the person typed. */
export interface EnrolState {
  title: string
  settings: PlanSettings
  /** The interview day is the one that the form came with. */
  isProposed: boolean
  speedPercent: number
  /** Keys of entries that the person left out. */
  leftOut: ReadonlySet<string>
}

/** The dates and minutes that the form comes with. `date`: the interview day that the person came with. */
export function firstSettings(
  { isInterview, days, weekdayMinutes }: EnrolContent,
  today: string,
  date: string | null,
  timeZone: string,
): PlanSettings {
  const targetDate = date ?? (isInterview ? addDays(today, days) : null)
  return { startDate: today, targetDate, weekdayMinutes, daysOff: [], timeZone }
}
