import { z } from 'zod'
import { MAX_DAY_MINUTES, MAX_ITEMS } from '#lib/planning/rules.ts'
import { repairKinds } from '#lib/planning/repairs.ts'
import { itemKinds, itemStateNames, tiers } from '#lib/planning/types.ts'
import { isoDay, line, listOf, pressedAt, readingId, slug, text, timeZone } from './common.ts'
import type { EndpointPage, InputOf } from './endpoint.ts'
import * as answers from './plan-answers.ts'
import { itemId, planId, planParams } from './plan-params.ts'
import { repairOffer, schedule } from './schedule-answer.ts'
import { standing } from './standing-answer.ts'

const weekdayMinutes = z
  .array(z.int().min(0).max(MAX_DAY_MINUTES))
  .length(7, 'Give minutes for each of the seven weekdays, from Monday.')
  .refine((all) => all.some((minutes) => minutes > 0), 'No weekday has any minutes. Give at least one day some time.')

const daysOff = z.array(isoDay).max(1000)

/** A person's dates and minutes on a plan: with a new plan, when joining one, and when forking one. */
export const datesAndMinutes = z.strictObject({
  startDate: isoDay,
  targetDate: isoDay.nullish().transform((day) => day ?? null),
  weekdayMinutes,
  daysOff: daysOff.default([]),
  /** Taken and not used: a person's days are counted by their account's time zone, on every plan. */
  timeZone: timeZone.default('UTC'),
})

/** An output of `datesAndMinutes`. */
export type DatesAndMinutes = z.output<typeof datesAndMinutes>

/** Refuses an end before the start. Zod runs it only where each field holds by itself. */
export function endsAfterStart({ startDate, targetDate }: { startDate: string; targetDate: string | null }): boolean {
  return targetDate === null || targetDate >= startDate
}

export const endBeforeStart = { path: ['targetDate'], error: 'The end is before the start.' }

const tooManyItems = `A plan holds at most ${MAX_ITEMS} items.`

/** A new plan. From a template, or from readings, or from nothing. */
const newPlan = datesAndMinutes
  .extend({
    /** Made by the client, so that a repeated request makes one plan. */
    id: planId.optional(),
    templateId: z
      .string()
      .max(80)
      .nullish()
      .transform((id) => id ?? null),
    title: line(120).optional(),
    readingIds: z.array(readingId).max(MAX_ITEMS, tooManyItems).optional(),
    /** In place of `readingIds`: readings under headings. */
    phases: z
      .array(
        z.strictObject({ title: line(120), goal: text(300).optional(), readingIds: z.array(readingId).max(MAX_ITEMS) }),
      )
      .max(200)
      .refine((all) => all.flatMap((phase) => phase.readingIds).length <= MAX_ITEMS, tooManyItems)
      .optional(),
  })
  .refine(endsAfterStart, endBeforeStart)

/** What is sent for a new plan. */
export type NewPlanInput = InputOf<typeof newPlan>
/** An output of `newPlan`. */
export type NewPlan = z.output<typeof newPlan>

/** Changes to a plan: its words (those who edit it), or one's own dates and minutes on it (those who do it). */
const planChange = z.strictObject({
  title: line(120).optional(),
  description: text(2000).optional(),
  startDate: isoDay.optional(),
  targetDate: isoDay.nullable().optional(),
  weekdayMinutes: weekdayMinutes.optional(),
  daysOff: daysOff.optional(),
  /** Taken and not used, as above. */
  timeZone: timeZone.optional(),
  /** The same family's shorter or longer template: adds what is missing and sets the tiers. */
  templateId: z.string().max(80).optional(),
  /** The words that the new ones were written on: 409 with the present ones where these are others by now. */
  was: z
    .strictObject({ title: z.string().max(200), description: z.string().max(4000) })
    .partial()
    .optional(),
})

/** What is sent for a change. */
export type PlanChangeInput = InputOf<typeof planChange>
/** An output of `planChange`. */
export type PlanChange = z.output<typeof planChange>

const minutes = z.int().min(1).max(6000)

const itemFields = {
  tier: z.enum(tiers),
  minutes,
  title: line(300),
  reason: text(500),
  prompt: text(5000),
  touches: z.array(line(300)).max(20),
  remark: text(2000),
}

/** Where an item goes: behind another, first in its phase (`null`), or last where it is left out. */
const place = { phaseId: itemId.nullable().optional(), afterItemId: itemId.nullable().optional() }

const oneItem = z
  .strictObject({
    id: itemId.optional(),
    kind: z.enum(itemKinds),
    readingId: readingId.nullish().transform((id) => id ?? null),
    tier: itemFields.tier.default('should'),
    minutes: minutes.optional(),
    title: itemFields.title.optional(),
    reason: itemFields.reason.optional(),
    prompt: itemFields.prompt.optional(),
    touches: itemFields.touches.optional(),
    /** For a drill or mock: the question that it asks, which gives it title, prompt and touches. */
    questionId: slug.optional(),
    ...place,
  })
  .refine((item) => item.readingId !== null || (item.kind !== 'read' && item.kind !== 'card'), {
    path: ['readingId'],
    error: 'Say which reading.',
  })
  .refine((item) => item.readingId !== null || item.title !== undefined || item.questionId !== undefined, {
    path: ['title'],
    error: 'Give it a title.',
  })

const manyReadings = z.strictObject({
  readingIds: z.array(readingId).min(1).max(MAX_ITEMS, tooManyItems),
  phase: z.strictObject({ id: itemId.optional(), title: line(120), goal: text(300).optional() }),
  tier: itemFields.tier.default('should'),
})

/** A new item, or several readings at once as a phase of their own. */
export const newItems = z.union([manyReadings, oneItem])

/** What is sent for new items. */
export type NewItemsInput = InputOf<typeof newItems>
/** An output of `newItems`. */
export type NewItems = z.output<typeof newItems>

/** Changes to an item: those of the plan (who edits it), and `pin`, one's own day for it (who does it). */
const itemChange = z
  .strictObject({
    ...itemFields,
    ...place,
    pin: isoDay.nullable(),
    /** The words that the new ones were written on: 409 with the present ones where these are others by now. */
    was: z
      .strictObject({
        title: z.string().max(600),
        reason: z.string().max(1000),
        prompt: z.string().max(10_000),
        remark: z.string().max(4000),
      })
      .partial(),
  })
  .partial()

/** An output of `itemChange`. */
export type ItemChange = z.output<typeof itemChange>

/** How important several items are, set at once. */
const tierChange = z.strictObject({
  itemIds: z.array(itemId).min(1).max(MAX_ITEMS, tooManyItems),
  tier: itemFields.tier,
})

/** What one did with an item. `minutesSpent` with `todo`: minutes given so far to one that goes on another day. */
const itemStateChange = z.strictObject({
  state: z.enum(itemStateNames),
  reason: text(500).optional(),
  minutesSpent: z.int().min(0).max(6000).nullish(),
  /** When it was pressed, by a clock set right; now unless told. Milliseconds, UTC. */
  at: pressedAt.optional(),
  /** For what is put back as it was: the day on which it had been done. */
  day: isoDay.optional(),
})

/** An output of `itemStateChange`. */
export type ItemStateChange = z.output<typeof itemStateChange>

const itemParams = planParams.extend({ itemId })
const todayQuery = z.object({ today: isoDay.optional() })

export const planEndpoints = {
  'GET templates': { answer: listOf(answers.templateSummary) },
  'GET today': { query: todayQuery, answer: answers.today },
  'GET standing': { answer: standing },
  'GET plans': { answer: listOf(answers.planSummary) },
  'POST plans': { body: newPlan, bodyBytes: 256_000, status: 201, answer: answers.plan },
  'GET plans/removed': { answer: listOf(answers.removedPlan) },
  'GET plans/[planId]': { params: planParams, answer: answers.plan },
  'PATCH plans/[planId]': { params: planParams, body: planChange, answer: answers.plan },
  'DELETE plans/[planId]': { params: planParams, answer: 'nothing' },
  'POST plans/[planId]/restore': { params: planParams, answer: 'nothing' },
  'GET plans/[planId]/schedule': { params: planParams, query: todayQuery, answer: schedule },
  'GET plans/[planId]/history': { params: planParams, answer: answers.planHistory },
  'POST plans/[planId]/items': {
    params: planParams,
    body: newItems,
    bodyBytes: 256_000,
    status: 201,
    /** The ids of what was made; of a single item the item too. */
    answer: answers.planItem.partial().extend({ ids: z.array(z.string()) }),
  },
  'PATCH plans/[planId]/items': { params: planParams, body: tierChange, bodyBytes: 256_000, answer: 'nothing' },
  'PUT plans/[planId]/items/[itemId]': {
    params: itemParams,
    body: itemStateChange,
    answer: answers.itemStateAnswer,
  },
  'PATCH plans/[planId]/items/[itemId]': { params: itemParams, body: itemChange, answer: answers.planItem },
  'DELETE plans/[planId]/items/[itemId]': { params: itemParams, answer: 'nothing' },
  'POST plans/[planId]/repairs': {
    params: planParams,
    query: todayQuery,
    body: z.strictObject({ kind: z.enum(repairKinds) }),
    status: 201,
    answer: repairOffer.extend({ id: z.string() }),
  },
  'DELETE plans/[planId]/repairs': { params: planParams, answer: 'nothing' },
  'POST plans/[planId]/passes': {
    params: planParams,
    body: datesAndMinutes.refine(endsAfterStart, endBeforeStart),
    status: 201,
    answer: z.strictObject({ pass: z.int() }),
  },
} as const satisfies EndpointPage
