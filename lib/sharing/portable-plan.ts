import type { ItemContent, ItemState } from '#lib/planning/types.ts'

/**
 * A plan as it travels between people and servers: what is to be done, and what its bearer ticked. No ids but those of
 * readings, no dates, no other people.
 */
export interface PortablePlan {
  title: string
  description: string
  /** Items that stand in no phase; they come first. */
  items: PortableItem[]
  phases: PortablePhase[]
}

/** A phase with its items, in order. */
export interface PortablePhase {
  title: string
  /** "After this I can …" */
  goal: string
  items: PortableItem[]
}

/** A thing to do; its address finds the reading where the id does not. */
export interface PortableItem extends ItemContent {
  state: ItemState
}

/** What an item is where a file does not say. */
export const itemDefaults = {
  kind: 'task',
  tier: 'must',
  minutes: 30,
  parts: 1,
  readingId: null,
  url: null,
  reason: '',
  prompt: '',
  touches: [],
  remark: '',
  state: 'todo',
} as const satisfies Omit<PortableItem, 'title'>

/** All items of a plan in its order. */
export function itemsOf(plan: PortablePlan): PortableItem[] {
  return [...plan.items, ...plan.phases.flatMap((phase) => phase.items)]
}
