/** What of a link decides whether it still opens anything. Times are milliseconds since the epoch. */
export interface LinkFacts {
  expiresAt: number | null
  /** How many may join by it; null for any number. */
  maxUses: number | null
  uses: number
  revokedAt: number | null
}

/** `live` alone opens anything. The other three are for the owner's list; who holds the link never learns which. */
export const linkStates = ['live', 'revoked', 'expired', 'used-up'] as const

/** One of `linkStates`. */
export type LinkState = (typeof linkStates)[number]

/** How a link stands at `now`, as its owner is told. The strongest reason comes first. */
export function linkState(link: LinkFacts, now: number): LinkState {
  if (link.revokedAt !== null) return 'revoked'
  if (link.expiresAt !== null && link.expiresAt <= now) return 'expired'
  if (link.maxUses !== null && link.uses >= link.maxUses) return 'used-up'
  return 'live'
}

/** The one sentence for every link that opens nothing: never made, revoked, expired or used up. */
export const deadLinkDetail = 'This link does not work, or does no longer. Ask the person who sent it for a new one.'

/** How many links of a plan may be live at once. */
export const MAX_LIVE_LINKS = 50

/** What the owner of a plan with that many is told. */
export const tooManyLinksDetail = `This plan has ${MAX_LIVE_LINKS} live links already. Revoke one that nobody needs any more.`
