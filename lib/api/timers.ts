import { z } from 'zod'
import { pressedAt } from './common.ts'

/** Body of PUT `/api/v1/timers/readings/<id>` and `/api/v1/timers/items/<id>`. */
export const timerBody = z.strictObject({ runs: z.boolean(), at: pressedAt.optional() })
