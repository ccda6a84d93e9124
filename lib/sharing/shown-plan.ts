import type { ItemContent } from '#lib/planning/types.ts'

/** Where a fork came from, as everybody on it sees. */
export interface Lineage {
  /** The origin's title and its owner's name on the day of the fork. */
  title: string
  ownerName: string
  /** The origin's id where the viewer is on it, for a link. */
  planId: string | null
}

/** An item as people see it who are not on the plan: no id, no remark, nobody's progress. */
export interface SharedItem extends Omit<ItemContent, 'remark'> {
  organisation: string | null
}

/** A plan as it is shown to those who are not on it. */
export interface SharedPlan {
  title: string
  description: string
  ownerName: string
  phases: { title: string; goal: string; items: SharedItem[] }[]
  itemCount: number
  minutes: number
}
