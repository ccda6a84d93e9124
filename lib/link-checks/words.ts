/** What the check of an address found. */
export const linkStatuses = ['alive', 'moved', 'dead', 'unknown'] as const

/** What people report of an address. */
export const reportKinds = ['dead', 'moved', 'paywall'] as const

/** What becomes of such a report. */
export const reportStates = ['open', 'accepted', 'declined'] as const
