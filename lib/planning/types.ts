export const itemKinds = ['read', 'card', 'drill', 'mock', 'review', 'buffer', 'task'] as const
export type ItemKind = (typeof itemKinds)[number]

export const tiers = ['must', 'should', 'could'] as const
export type Tier = (typeof tiers)[number]

export const itemStateNames = ['todo', 'done', 'skipped'] as const
export type ItemState = (typeof itemStateNames)[number]

/** The words and numbers of a thing to do; nothing of who does it, or when. */
export interface ItemContent {
  kind: ItemKind
  tier: Tier
  /** Estimated minutes at 100 % speed. */
  minutes: number
  /** A series may be split between its parts. */
  parts: number
  readingId: string | null
  /** The reading's address. */
  url: string | null
  title: string
  /** Why it is in the plan. */
  reason: string
  /** Of a drill or mock: the task, and what a good answer touches. */
  prompt: string
  touches: string[]
  /** What those on the plan wrote beside it. */
  remark: string
}

/** What the schedule needs to know of an item. Days are ISO days in the person's zone. */
export type PlanItem = {
  id: string
  kind: ItemKind
  tier: Tier
  /** Estimated minutes at 100 % speed. */
  minutes: number
  /** A series may be split between its parts. */
  parts: number
  /** Index of its phase; items keep their order within a phase. */
  phase: number
  position: number
  readingId: string | null
  title: string
  state: ItemState
  /** The day on which it was done or skipped; null while it is to do. */
  day: string | null
  /** The day that the person fixed for it. */
  pin: string | null
  /** Minutes already given to a long item that is still to do, and the day on which they last grew. */
  spent?: number
  spentOn?: string | null
  /** The day on which it came into the plan, where that was after the plan began. */
  addedOn?: string | null
  /** Left out by a trim. */
  trimmed?: boolean
}

export type PlanSettings = {
  startDate: string
  /** The interview day; null for none. Study ends the day before. */
  targetDate: string | null
  /** Seven numbers, from Monday. */
  weekdayMinutes: readonly number[]
  daysOff: readonly string[]
  /** IANA name. */
  timeZone: string
}

export type ScheduleInput = {
  items: readonly PlanItem[]
  settings: PlanSettings
  /** Percent of the estimated minutes that this person needs; 100 is as estimated. */
  speedPercent: number
  /** The person's present study day. */
  today: string
  /** Minutes of each day that other plans have taken already. */
  taken?: ReadonlyMap<string, number>
  /** A day whose buffer is opened for what was left over. */
  openBufferOn?: string | null
}

/** An item as it stands on one day. */
export type Sitting = {
  id: string
  kind: ItemKind
  tier: Tier
  /** Minutes of this day's sitting. */
  minutes: number
  /** 1 of 3: which sitting of those that are left. */
  sitting: number
  sittings: number
  readingId: string | null
  title: string
  state: ItemState
  pinned: boolean
}

export type ScheduledDay = {
  date: string
  /** The day's minutes, less what other plans took. */
  minutes: number
  /** Of these, kept for going over what was read. */
  review: number
  /** Of these, kept for what runs late. */
  buffer: number
  items: Sitting[]
}

export type Fallen = {
  id: string
  tier: Tier
  title: string
  minutes: number
  /** `no-room`: before the interview day. `trimmed`: the person let it go. `horizon`: within ten years. */
  reason: 'no-room' | 'trimmed' | 'horizon'
}

export type Schedule = {
  /** Days with items, and study days without any up to the end, in order. */
  days: ScheduledDay[]
  /** Ids of items that were behind the person before the plan began. */
  before: string[]
  /** What falls out, could first. */
  fallen: Fallen[]
  /** Ids of musts that do not fit before the interview day and stand on or after it. */
  late: string[]
  /** The last day with something to do, or that had; null for an empty plan. */
  endDate: string | null
  /** Minutes still to do, without what falls out. */
  remainingMinutes: number
}
