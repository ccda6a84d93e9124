import type { ItemKind, Tier } from './types.ts'

/** One change of a plan's items that a program proposes. */
export type ProposedChange =
  | {
      do: 'add'
      kind: Extract<ItemKind, 'read' | 'card' | 'drill' | 'task'>
      readingId: string | null
      title: string | null
      minutes: number | null
      tier: Tier
    }
  | { do: 'remove'; itemId: string }
  | { do: 'tier'; itemId: string; tier: Tier }

/** What becomes of a proposal. */
export const proposalStates = ['open', 'accepted', 'declined'] as const

/** Most changes of one proposal. */
export const mostChanges = 20
