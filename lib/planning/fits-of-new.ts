import { recall, type Standing } from './dealings.ts'
import { type Fits, fitsOf } from './fits.ts'
import { proposeTiers } from './propose-tiers.ts'
import type { ItemKind, PlanItem, PlanSettings, Tier } from './types.ts'

/** An item of a plan that is not made yet. */
export interface NewEntry {
  key: string
  kind: ItemKind
  tier: Tier
  /** At 100 % speed. */
  minutes: number
  parts: number
  /** Index of its phase. */
  phase: number
  title: string
  readingId: string | null
  /** Not earlier than so many days before the interview. */
  nearEnd: number | null
}

/** A plan as somebody types it. */
export interface NewPlan {
  entries: readonly NewEntry[]
  /** Readings of one's own choice: their tiers are proposed by their order. */
  isOwnChoice: boolean
  settings: PlanSettings
  /** ISO day. */
  today: string
  speedPercent: number
}

/** Makes ready to say what becomes of a new plan beside the person's running ones. */
export function previewOf(standing: Standing): (plan: NewPlan) => Fits {
  const recalled = recall(standing)
  return ({ entries, isOwnChoice, settings, today, speedPercent }) =>
    fitsOf(
      recalled,
      { planId: 'new', settings, items: itemsOf(entries, isOwnChoice), repairs: [], today },
      { speedPercent },
    )
}

function itemsOf(entries: readonly NewEntry[], isOwnChoice: boolean): PlanItem[] {
  const phases = Map.groupBy(entries, ({ phase }) => phase)
  const tiers = proposeTiers([...phases.values()].map((group) => group.map(({ key }) => key)))
  return entries.map(({ key, ...entry }, position) => ({
    ...entry,
    tier: isOwnChoice ? tiers.get(key)! : entry.tier,
    id: key,
    position,
    state: 'todo',
    day: null,
    pin: null,
  }))
}
