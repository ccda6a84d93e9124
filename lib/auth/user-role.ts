/** What an account may do on this server: an admin looks after the catalogue and the accounts. */
export const userRoles = ['admin', 'user'] as const

/** One of `userRoles`. */
export type UserRole = (typeof userRoles)[number]
