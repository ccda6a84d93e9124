import { z } from 'zod'
import { MAX_ITEMS } from '#lib/planning/rules.ts'
import { line, text } from './common.ts'
import type { EndpointPage, InputOf } from './endpoint.ts'
import { itemId, planParams } from './plan-params.ts'

const words = { title: line(120), goal: text(300) }
/** Behind which phase it stands: first for null, last where it is left out. */
const afterPhaseId = itemId.nullable().optional()

const newPhase = z.strictObject({
  /** Made by the client, so that a repeated request makes one phase. */
  id: itemId,
  title: words.title,
  goal: words.goal.default(''),
  afterPhaseId,
  /** Items of the plan that go into it, in order: what a removed phase held. */
  itemIds: z.array(itemId).max(MAX_ITEMS).default([]),
})
/** An output of `newPhase`. */
export type NewPhase = z.output<typeof newPhase>
/** What is sent for a new phase. */
export type NewPhaseInput = InputOf<typeof newPhase>

const phaseChange = z
  .strictObject({
    ...words,
    afterPhaseId,
    /** The words that the new ones were written on: 409 with the present ones where these are others by now. */
    was: z.strictObject({ title: z.string().max(200), goal: z.string().max(600) }).partial(),
  })
  .partial()
/** An output of `phaseChange`. */
export type PhaseChange = z.output<typeof phaseChange>
/** What is sent for a change. */
export type PhaseChangeInput = InputOf<typeof phaseChange>

const phaseParams = planParams.extend({ phaseId: itemId })

export const phaseEndpoints = {
  'POST plans/[planId]/phases': {
    params: planParams,
    body: newPhase,
    bodyBytes: 256_000,
    status: 201,
    answer: z.strictObject({ id: z.string() }),
  },
  'PATCH plans/[planId]/phases/[phaseId]': { params: phaseParams, body: phaseChange, answer: 'nothing' },
  'DELETE plans/[planId]/phases/[phaseId]': { params: phaseParams, answer: 'nothing' },
} as const satisfies EndpointPage
