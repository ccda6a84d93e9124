/** What a person may show at a secret address: the readings that they have done, and how many. */
export const ownFeedKinds = ['done', 'badge'] as const

/** One of `ownFeedKinds`. */
export type OwnFeedKind = (typeof ownFeedKinds)[number]
