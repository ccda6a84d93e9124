import { z } from 'zod'
import { listOf } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

/** How ready the viewer is for one interview question. */
const readiness = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** In a sentence. */
  says: z.string(),
  read: z.int(),
  readings: z.int(),
  cards: z.int(),
  practised: z.int(),
  /** The best score, from 0 to 3; null where it was never scored. */
  best: z.number().nullable(),
  /** The building block with the least done; null where all are practised. */
  weakest: z.string().nullable(),
  /** The reading to take next. */
  next: z.string().nullable(),
})

export const coverageEndpoints = {
  /** Every question, in their order. */
  'GET coverage': { answer: listOf(readiness) },
} as const satisfies EndpointPage
