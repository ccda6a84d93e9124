import { z } from 'zod'
import { planRoles } from '#lib/permissions.ts'
import { type ItemContent, itemKinds, itemStateNames, tiers } from '#lib/planning/types.ts'
import { isoDay, time } from './common.ts'
import { keptRepair, pace, passSummary, planFigures, repairOffer } from './schedule-answer.ts'

/** What the server tells of plans: the shapes that its queries give, its API answers and the browser keeps. */

export const planRole = z.enum(planRoles)
const day = isoDay

/** A plan as a line of a list. */
export const planSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  role: planRole,
  templateId: z.string().nullable(),
  startDate: day,
  targetDate: day.nullable(),
  /** Where it ends as things stand; null for an empty one. */
  endDate: day.nullable(),
  /** The viewer's study day on it. */
  today: day,
  ...planFigures.shape,
  pace,
  /** Nothing is left to do. */
  completed: z.boolean(),
  completedAt: time.nullable(),
})
/** An output of `planSummary`. */
export type PlanSummary = z.output<typeof planSummary>

/** The words and numbers of a thing to do; nothing of who does it, or when. */
export const itemContent = z.strictObject({
  kind: z.enum(itemKinds),
  tier: z.enum(tiers),
  minutes: z.number(),
  parts: z.int(),
  readingId: z.string().nullable(),
  url: z.string().nullable(),
  title: z.string(),
  reason: z.string(),
  prompt: z.string(),
  touches: z.array(z.string()),
  remark: z.string(),
}) satisfies z.ZodType<ItemContent>

/** An item with its words, and what the viewer did about it. */
export const planItem = itemContent.extend({
  id: z.string(),
  phaseId: z.string().nullable(),
  /** The question that a drill or mock asks. */
  questionId: z.string().nullable(),
  organisation: z.string().nullable(),
  medium: z.string().nullable(),
  delistedOn: day.nullable(),
  state: z.enum(itemStateNames),
  day: day.nullable(),
  pin: day.nullable(),
  /** Minutes given so far to a long item. */
  spent: z.number(),
  minutesSpent: z.number().nullable(),
  /** Why the viewer skipped it. */
  skipReason: z.string(),
  planId: z.string(),
  /** How many comments stand on it. */
  comments: z.int(),
  /** Whether others are on its plan. */
  isShared: z.boolean(),
})
/** An output of `planItem`. */
export type PlanItemDetail = z.output<typeof planItem>

/** A plan with all that it holds. */
export const plan = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  templateId: z.string().nullable(),
  version: z.int(),
  role: planRole,
  /** The viewer's own dates and minutes, repairs in force. */
  startDate: day,
  targetDate: day.nullable(),
  weekdayMinutes: z.array(z.number()).readonly(),
  daysOff: z.array(day).readonly(),
  timeZone: z.string(),
  pass: z.int(),
  completedAt: time.nullable(),
  /** How many people are on it. */
  people: z.int(),
  phases: z.array(z.strictObject({ id: z.string(), title: z.string(), goal: z.string() })),
  items: z.array(planItem),
})
/** An output of `plan`. */
export type PlanAnswer = z.output<typeof plan>

/** What a person did about a plan's dates, and the passes that are over. */
export const planHistory = z.strictObject({
  /** Newest first. `says` tells what it put in force. */
  repairs: z.array(keptRepair.extend({ says: z.string(), undoneAt: time.nullable() })),
  passes: z.array(z.strictObject({ pass: z.int(), startedAt: time, endedAt: time, summary: passSummary })),
})
/** An output of `planHistory`. */
export type PlanHistory = z.output<typeof planHistory>

/** Something to do today. */
const todayItem = planItem.extend({
  planTitle: z.string(),
  /** The same in other plans: shown as this one row, and done with it. */
  also: z.array(z.strictObject({ id: z.string(), planId: z.string(), planTitle: z.string(), pin: day.nullable() })),
  /** Minutes of today's sitting. */
  todayMinutes: z.number(),
  sitting: z.int(),
  sittings: z.int(),
  pinned: z.boolean(),
  /** The day for which the plan had it; null for one that it had not. */
  due: day.nullable(),
  isLate: z.boolean(),
  /** A long item whose sitting of today is done. */
  sittingDone: z.boolean(),
})
/** An output of `todayItem`. */
export type TodayItem = z.output<typeof todayItem>

/** A plan on the page of today. */
const todayPlan = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** The viewer's study day on it. */
  today: day,
  /** The first day with something to do; null for an empty plan. */
  firstDay: day.nullable(),
  /** The first day after today with something left to do; null where there is none. */
  nextDay: day.nullable(),
  targetDate: day.nullable(),
  endDate: day.nullable(),
  pace,
  /** The ways back onto the plan: empty for one that is on it, and for one that is as good as its repairs make it. */
  repairs: z.array(repairOffer),
  /** Musts that do not fit before the interview. */
  late: z.int(),
  /** Minutes of today: all, and those for going over what was read. */
  minutes: z.number(),
  review: z.number(),
  /** Minutes that are left of the plan. */
  left: z.number(),
  completed: z.boolean(),
})
/** An output of `todayPlan`. */
export type TodayPlan = z.output<typeof todayPlan>

/** What is due today over all the viewer's plans. */
export const today = z.strictObject({
  today: day,
  plans: z.array(todayPlan),
  /** Left over from earlier days first, then today's, in the order of the plans; what is in two plans once. */
  items: z.array(todayItem),
  /** What comes next, as far as 20 minutes more go. */
  more: z.array(todayItem),
  /** Read some days ago, worth going over. */
  review: z.array(z.strictObject({ readingId: z.string(), title: z.string() })),
})
/** An output of `today`. */
export type TodayAnswer = z.output<typeof today>

/** An item as it stands after a change. */
export const itemStateAnswer = z.strictObject({
  id: z.string(),
  planId: z.string(),
  state: z.enum(itemStateNames),
  /** ISO day on which it was done or skipped, or last worked on. */
  day: day.nullable(),
  /** Whether nothing is left to do on the plan. */
  completed: z.boolean(),
})
/** An output of `itemStateAnswer`. */
export type ItemStateAnswer = z.output<typeof itemStateAnswer>

const counted = <const T extends readonly string[]>(names: T) => z.record(z.enum(names), z.int())

/** A curated plan as a line of a list. */
export const templateSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  /** Calendar days from the first day to the day before the interview. */
  days: z.int(),
  /** Minutes suggested for each weekday, from Monday. */
  weekdayMinutes: z.array(z.number()),
  minutes: z.number(),
  kinds: counted(itemKinds),
  tiers: counted(tiers),
  phases: z.array(z.strictObject({ title: z.string(), goal: z.string() })),
})
/** An output of `templateSummary`. */
export type TemplateSummary = z.output<typeof templateSummary>

/** A plan that its owner deleted and can still have back. */
export const removedPlan = z.strictObject({
  id: z.string(),
  title: z.string(),
  deletedAt: time,
  /** When it goes for good. */
  goneAt: time,
})
/** An output of `removedPlan`. */
export type RemovedPlan = z.output<typeof removedPlan>
