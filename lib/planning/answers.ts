import type { PlanRole } from '../permissions.ts'
import type { BurnUp } from './burn-up.ts'
import type { RepairOffer } from './offers.ts'
import type { Slack } from './slack.ts'
import type { Pace } from './pace.ts'
import type { PassSummary } from './pass-summary.ts'
import type { RepairKind } from './repairs.ts'
import type { ItemContent, ItemState, PlanSettings, Schedule } from './types.ts'

/** What the server tells of plans: the shapes that its queries give, its API answers and the browser keeps. */

/** A plan as a line of a list. */
export interface PlanSummary {
  id: string
  title: string
  role: PlanRole
  templateId: string | null
  startDate: string
  targetDate: string | null
  /** Where it ends as things stand; null for an empty one. */
  endDate: string | null
  /** The viewer's study day on it. */
  today: string
  /** Without what falls out. */
  items: { done: number; total: number }
  minutes: { done: number; total: number }
  pace: Pace
  /** Nothing is left to do. */
  completed: boolean
  completedAt: number | null
}

/** An item with its words, and what the viewer did about it. */
export interface PlanItemDetail extends ItemContent {
  id: string
  phaseId: string | null
  organisation: string | null
  medium: string | null
  delistedOn: string | null
  state: ItemState
  day: string | null
  pin: string | null
  /** Minutes given so far to a long item. */
  spent: number
  minutesSpent: number | null
  /** Why the viewer skipped it. */
  skipReason: string
  planId: string
  /** How many comments stand on it. */
  comments: number
  /** Whether others are on its plan. */
  isShared: boolean
}

/** A plan with all that it holds. */
export interface PlanAnswer {
  id: string
  title: string
  description: string
  templateId: string | null
  version: number
  role: PlanRole
  /** The viewer's own dates and minutes, repairs in force. */
  startDate: string
  targetDate: string | null
  weekdayMinutes: readonly number[]
  daysOff: readonly string[]
  timeZone: string
  pass: number
  completedAt: number | null
  /** How many people are on it. */
  people: number
  phases: { id: string; title: string; goal: string }[]
  items: PlanItemDetail[]
}

/** The days of a plan. */
export interface ScheduleAnswer extends Omit<Schedule, 'inOtherPlan'> {
  /** Readings that another of the viewer's plans holds: on which ISO day, and what that plan is called. */
  inOtherPlan: (Schedule['inOtherPlan'][number] & { title: string })[]
  today: string
  /** With the repairs in force. */
  settings: PlanSettings
  /** Minutes that the viewer's other plans take, by ISO day. */
  taken: [day: string, minutes: number][]
  pace: Pace
  /** Ways back onto the plan, where the viewer is behind or the musts do not fit; or what would fit again. */
  repairs: RepairOffer[]
  /** A plan that ends well before the interview. */
  slack: Slack | null
  /** The repairs in force, oldest first. */
  inForce: { id: string; kind: RepairKind; byHand: boolean; createdAt: number }[]
  burnUp: BurnUp
  /** What is done of this pass so far. */
  summary: PassSummary
}

/** What a person did about a plan's dates, and the passes that are over. */
export interface PlanHistory {
  /** Newest first. `says` tells what it put in force. */
  repairs: { id: string; kind: RepairKind; byHand: boolean; says: string; createdAt: number; undoneAt: number | null }[]
  passes: { pass: number; startedAt: number; endedAt: number; summary: PassSummary }[]
}

/** Something to do today. */
export interface TodayItem extends PlanItemDetail {
  planId: string
  planTitle: string
  /** The same in other plans: shown as this one row, and done with it. */
  also: { id: string; planId: string; planTitle: string; pin: string | null }[]
  /** Minutes of today's sitting. */
  todayMinutes: number
  sitting: number
  sittings: number
  pinned: boolean
  /** The day for which the plan had it; null for one that it had not. */
  due: string | null
  isLate: boolean
  /** A long item whose sitting of today is done. */
  sittingDone: boolean
}

/** A plan on the page of today. */
export interface TodayPlan {
  id: string
  title: string
  /** The viewer's study day on it. */
  today: string
  targetDate: string | null
  endDate: string | null
  pace: Pace
  /** Minutes of today: all, and those for going over what was read. */
  minutes: number
  review: number
  /** Minutes that are left of the plan. */
  left: number
  completed: boolean
}

/** What is due today over all the viewer's plans. */
export interface TodayAnswer {
  today: string
  plans: TodayPlan[]
  /** Left over from earlier days first, then today's, in the order of the plans; what is in two plans once. */
  items: TodayItem[]
  /** What comes next, as far as 20 minutes more go. */
  more: TodayItem[]
  /** Read some days ago, worth going over. */
  review: { readingId: string; title: string }[]
}
