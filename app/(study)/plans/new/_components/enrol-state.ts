import type { ItemKind, PlanSettings, Tier } from '#lib/planning/types.ts'

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
  entries: EnrolEntry[]
}

/** An item of it. */
export interface EnrolEntry {
  key: string
  kind: ItemKind
  tier: Tier
  minutes: number
  parts: number
  /** Index of its phase. */
  phase: number
  title: string
  readingId: string | null
  nearEnd: number | null
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
