import { z } from 'zod'
import { listOf } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

export const questionEndpoints = {
  /** The interview questions by name. */
  'GET questions': { answer: listOf(z.strictObject({ id: z.string(), title: z.string() })) },
} as const satisfies EndpointPage
