import { z } from 'zod'
import { clientId } from './common.ts'

/** The id of a plan, phase or repair as it stands in an address. */
export const planId = clientId

/** The id of an item as it stands in an address. */
export const itemId = z
  .string()
  .min(1)
  .max(160)
  .regex(/^[A-Za-z0-9_-]+$/, 'Not an id.')

/** The folder `plans/<id>` in an address. */
export const planParams = z.object({ planId })
