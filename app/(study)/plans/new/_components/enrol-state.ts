import type { ItemKind, PlanSettings, Tier } from '#lib/planning/types.ts'

/** What a new plan would hold. */
export interface EnrolContent {
  templateId: string | null
  /** In place of a template. */
  readingIds?: string[]
  title: string
  summary: string
  /** Calendar days from the first to the day before the interview. */
  days: number
  isInterview: boolean
  weekdayMinutes: number[]
  phases: { title: string; goal: string }[]
  entries: { key: string; kind: ItemKind; tier: Tier; minutes: number; parts: number; phase: number; title: string }[]
}

/** What is typed in. */
export interface EnrolState {
  title: string
  startDate: string
  targetDate: string | null
  /** The interview day is the one that the form came with. */
  isProposed: boolean
  weekdayMinutes: number[]
  daysOff: string[]
  timeZone: string
  speedPercent: number
}

/** The dates and minutes among it. A field that is empty as one types holds no minutes. */
export function settingsOf({ startDate, targetDate, weekdayMinutes, daysOff, timeZone }: EnrolState): PlanSettings {
  return {
    startDate,
    targetDate,
    weekdayMinutes: weekdayMinutes.map((minutes) => (Number.isNaN(minutes) ? 0 : minutes)),
    daysOff,
    timeZone,
  }
}
