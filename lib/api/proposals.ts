import { z } from 'zod'
import { mostChanges, type ProposedChange } from '#lib/planning/proposal.ts'
import { tiers } from '#lib/planning/types.ts'
import { clientId, line, listOf, readingId, time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'
import { itemId, planParams } from './plan-params.ts'

const tier = z.enum(tiers)

/** One change, as it is sent. */
export const proposedChange = z.discriminatedUnion('do', [
  z
    .strictObject({
      do: z.literal('add'),
      kind: z.enum(['read', 'card', 'drill', 'task']),
      readingId: readingId.nullish().transform((id) => id ?? null),
      title: line(300)
        .nullish()
        .transform((title) => title ?? null),
      minutes: z
        .int()
        .min(1)
        .max(6000)
        .nullish()
        .transform((minutes) => minutes ?? null),
      tier: tier.default('should'),
    })
    .refine(
      ({ kind, readingId, title }) => readingId !== null || (title !== null && kind !== 'read' && kind !== 'card'),
      {
        path: ['readingId'],
        error: 'Say which reading, or give a drill or task its title.',
      },
    ),
  z.strictObject({ do: z.literal('remove'), itemId }),
  z.strictObject({ do: z.literal('tier'), itemId, tier }),
]) satisfies z.ZodType<ProposedChange>

const proposalBody = z.strictObject({
  id: clientId.optional(),
  /** Why. */
  says: line(500),
  changes: z.array(proposedChange).min(1).max(mostChanges),
})
/** What a program proposes. */
export type NewProposal = z.output<typeof proposalBody>

/** A proposal that nobody has decided yet. */
const proposal = z.strictObject({
  id: z.string(),
  /** Whose program it is. */
  by: z.string(),
  says: z.string(),
  createdAt: time,
  /** Each change in words. */
  lines: z.array(z.string()),
})
/** An output of `proposal`. */
export type Proposal = z.output<typeof proposal>

const params = planParams.extend({ proposalId: clientId })

export const proposalEndpoints = {
  'GET plans/[planId]/proposals': { params: planParams, answer: listOf(proposal) },
  /** Changes nothing before an editor of the plan accepts it in the app. */
  'POST plans/[planId]/proposals': {
    params: planParams,
    body: proposalBody,
    status: 201,
    answer: z.strictObject({ id: z.string() }),
  },
  /** `left`: sentences about changes that could not be made any more. */
  'PUT plans/[planId]/proposals/[proposalId]': {
    params,
    body: z.strictObject({ state: z.enum(['accepted', 'declined']) }),
    answer: z.strictObject({ done: z.int(), left: z.array(z.string()) }),
  },
} as const satisfies EndpointPage
