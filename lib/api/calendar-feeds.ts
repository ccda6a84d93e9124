import { z } from 'zod'

/** A calendar's hour: 0 to 23, or null for events of the whole day. */
export const calendarHour = z.strictObject({ hour: z.int().min(0).max(23).nullable() })
