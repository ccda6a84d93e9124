import { z } from 'zod'
import type { Standing } from '#lib/planning/dealings.ts'
import { repairKinds } from '#lib/planning/repairs.ts'
import { itemKinds, itemStateNames, type PlanItem, tiers } from '#lib/planning/types.ts'
import { isoDay } from './common.ts'
import { repairEffect, settings } from './schedule-answer.ts'

const day = isoDay
const minutesByDay = z.record(z.string(), z.number())
const ids = z.array(z.string()).readonly()

const item = z.strictObject({
  id: z.string(),
  kind: z.enum(itemKinds),
  tier: z.enum(tiers),
  minutes: z.number(),
  parts: z.int(),
  phase: z.int(),
  position: z.int(),
  readingId: z.string().nullable(),
  title: z.string(),
  state: z.enum(itemStateNames),
  day: day.nullable(),
  pin: day.nullable(),
  spent: z.number().optional(),
  spentOn: day.nullable().optional(),
  spentBefore: z.number().optional(),
  addedOn: day.nullable().optional(),
  trimmed: z.boolean().optional(),
  nearEnd: z.int().nullable().optional(),
}) satisfies z.ZodType<PlanItem>

const dealt = z.strictObject({
  out: ids,
  review: minutesByDay,
  open: minutesByDay,
  openLight: minutesByDay,
  near: z.record(z.string(), day),
  pushed: z.record(z.string(), day),
  split: ids,
  full: ids,
  from: day,
  days: z
    .array(
      z.strictObject({
        date: day,
        minutes: z.number(),
        items: z.array(z.tuple([z.string(), z.number()]).readonly()).readonly(),
      }),
    )
    .readonly(),
  carried: z.strictObject({ days: z.number(), minutes: z.number() }),
})

/** How the viewer's running plans stand: what a preview is worked out from, by the planner itself, in the browser. */
export const standing = z.strictObject({
  person: z.strictObject({ speedPercent: z.int() }),
  plans: z
    .array(
      z.strictObject({
        planId: z.string(),
        settings,
        items: z.array(item).readonly(),
        repairs: z.array(z.strictObject({ kind: z.enum(repairKinds), effect: repairEffect })).readonly(),
        today: day,
        dealt: dealt.nullable().optional(),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<Standing>
