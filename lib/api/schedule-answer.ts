import { z } from 'zod'
import type { BurnUp } from '#lib/planning/burn-up.ts'
import type { Cost } from '#lib/planning/costs.ts'
import type { RepairOffer } from '#lib/planning/offers.ts'
import type { Pace } from '#lib/planning/pace.ts'
import type { PlanFigures } from '#lib/planning/plan-figures.ts'
import type { PassSummary } from '#lib/planning/pass-summary.ts'
import { type RepairEffect, repairKinds } from '#lib/planning/repairs.ts'
import {
  type Fallen,
  itemKinds,
  itemStateNames,
  type PlanSettings,
  type Push,
  type Schedule,
  type Sitting,
  tiers,
} from '#lib/planning/types.ts'
import { isoDay, time } from './common.ts'

/** What the planner says of a plan, as it is answered. The types are the planner's own, in `lib/planning/`. */

const day = isoDay

export const pace = z.strictObject({
  state: z.enum(['ahead', 'on-track', 'behind', 'off']),
  days: z.number(),
  minutes: z.number(),
  dueMinutes: z.number(),
  doneMinutes: z.number(),
}) satisfies z.ZodType<Pace>

export const passSummary = z.strictObject({
  startDate: day,
  targetDate: day.nullable(),
  firstDay: day.nullable(),
  lastDay: day.nullable(),
  studyDays: z.int(),
  doneMinutes: z.number(),
  done: z.record(z.enum(itemKinds), z.int()),
  skipped: z.int(),
  left: z.int(),
}) satisfies z.ZodType<PassSummary>

const progress = z.strictObject({ done: z.number(), total: z.number() })
export const planFigures = z.strictObject({ items: progress, minutes: progress }) satisfies z.ZodType<PlanFigures>

const sitting = z.strictObject({
  id: z.string(),
  kind: z.enum(itemKinds),
  tier: z.enum(tiers),
  minutes: z.number(),
  sitting: z.int(),
  sittings: z.int(),
  readingId: z.string().nullable(),
  title: z.string(),
  state: z.enum(itemStateNames),
  pinned: z.boolean(),
}) satisfies z.ZodType<Sitting>

const fallen = z.strictObject({
  id: z.string(),
  tier: z.enum(tiers),
  title: z.string(),
  minutes: z.number(),
  reason: z.enum(['no-room', 'trimmed', 'horizon']),
}) satisfies z.ZodType<Fallen>

const weekdayMinutes = z.array(z.number()).readonly()

const push = z.strictObject({ from: day, to: day, minutes: z.number() }) satisfies z.ZodType<Push>

export const settings = z.strictObject({
  startDate: day,
  targetDate: day.nullable(),
  weekdayMinutes,
  daysOff: z.array(day).readonly(),
  timeZone: z.string(),
  pushes: z.array(push).readonly().optional(),
  free: z.record(z.string(), z.int()).readonly().optional(),
}) satisfies z.ZodType<PlanSettings>

export const repairEffect = z.strictObject({
  from: day,
  targetDate: day.nullable().optional(),
  weekdayMinutes: weekdayMinutes.optional(),
  push: push.optional(),
  dropped: z.array(z.string()).readonly().optional(),
  restored: z.literal(true).optional(),
  byHand: z.literal(true).optional(),
}) satisfies z.ZodType<RepairEffect>

const cost = z.strictObject({
  planId: z.string(),
  falls: z.array(z.string()),
  returns: z.array(z.string()),
  endDate: day.nullable(),
  says: z.string(),
}) satisfies z.ZodType<Cost>

export const repairOffer = z.strictObject({
  kind: z.enum(repairKinds),
  effect: repairEffect.nullable(),
  endDate: day.nullable(),
  daysLater: z.number(),
  weekdayMinutes,
  dropped: z.array(fallen),
  late: z.int(),
  says: z.string(),
  others: z.array(cost),
}) satisfies z.ZodType<RepairOffer>

/** A repair that a person put in force. `byHand`: dates or minutes typed in, kept as a repair too. */
export const keptRepair = z.strictObject({
  id: z.string(),
  kind: z.enum(repairKinds),
  byHand: z.boolean(),
  createdAt: time,
})

const burnUp = z.strictObject({
  totalMinutes: z.number(),
  points: z.array(z.strictObject({ date: day, planned: z.number(), done: z.number().nullable() })),
  paceEnd: day.nullable(),
  paceMinutes: z.number().nullable(),
}) satisfies z.ZodType<BurnUp>

const held = z.strictObject({ id: z.string(), planId: z.string(), date: day })

const dealt = z.strictObject({
  days: z.array(
    z.strictObject({
      date: day,
      minutes: z.number(),
      review: z.number(),
      buffer: z.number(),
      items: z.array(sitting),
    }),
  ),
  before: z.array(z.string()),
  fallen: z.array(fallen),
  late: z.array(z.string()),
  inOtherPlan: z.array(held),
  endDate: day.nullable(),
  remainingMinutes: z.number(),
}) satisfies z.ZodType<Schedule>

/** The days of a plan. */
export const schedule = dealt.extend({
  /** Readings that another of the viewer's plans holds: on which ISO day, and what that plan is called. */
  inOtherPlan: z.array(held.extend({ title: z.string() })),
  today: day,
  /** With the repairs in force. */
  settings,
  /** Minutes that the viewer's other plans take, by ISO day. */
  taken: z.array(z.tuple([day, z.number()])),
  pace,
  /** How much of it is done. */
  figures: planFigures,
  /** How long readings take the viewer, in percent of the estimate: all minutes of the days are at this speed. */
  speedPercent: z.number(),
  /** Ways back onto the plan, where the viewer is behind or the musts do not fit; or what would fit again. */
  repairs: z.array(repairOffer),
  /** A plan that ends well before the interview. */
  slack: z.strictObject({ days: z.int(), weekdayMinutes: weekdayMinutes.nullable() }).nullable(),
  /** The repairs in force, oldest first. */
  inForce: z.array(keptRepair),
  burnUp,
  /** What is done of this pass so far. */
  summary: passSummary,
})
/** An output of `schedule`. */
export type ScheduleAnswer = z.output<typeof schedule>
