import { like } from 'drizzle-orm'
import { users } from '#db/schema/index.ts'

/** Matches the accounts that were deleted and are not yet erased. */
export const isRemoved = like(users.email, 'removed:%')
