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
  /** Of these, the minutes that were given before that day, or before the day on which it was done. */
  spentBefore?: number
  /** The day on which it came into the plan, where that was after the plan began. */
  addedOn?: string | null
  /** Left out by a trim. */
  trimmed?: boolean
  /** Belongs near the end: not earlier than this many days before the interview, where nothing falls for it. */
  nearEnd?: number | null
}

/** More minutes on each study day from one ISO day to another, both counted. */
export type Push = { from: string; to: string; minutes: number }

export type PlanSettings = {
  startDate: string
  /** The interview day; null for none. Study ends the day before. */
  targetDate: string | null
  /** Seven numbers, from Monday. */
  weekdayMinutes: readonly number[]
  daysOff: readonly string[]
  /** IANA name. */
  timeZone: string
  /** Days on which the person agreed to give more. */
  pushes?: readonly Push[]
  /** The most minutes of a day, where the person's calendar leaves fewer than its weekday has: by ISO day. */
  free?: Readonly<Record<string, number>>
}

/** What a person's plans whose turn is earlier leave to this one. */
export type Others = {
  /** Minutes that they take, by ISO day. */
  taken: ReadonlyMap<string, number>
  /** Readings that they hold, by id: in which plan, and on which ISO day. */
  held: ReadonlyMap<string, { planId: string; date: string }>
}

export type ScheduleInput = {
  items: readonly PlanItem[]
  settings: PlanSettings
  /** Percent of the estimated minutes that this person needs; 100 is as estimated. */
  speedPercent: number
  /** The person's present study day. */
  today: string
  /** The other plans as the day began, and as they stand after what was done today, where that differs. */
  morning?: Others
  others?: Others
  /** What was fixed when the days were last dealt; null: they are dealt now. */
  dealt?: Fixed | null
  /** Minutes that the person is late by: buffers open for them. */
  lateMinutes?: number
}

/** What a dealing fixes until the next one, so that the days to come do not depend on the day on which they are asked for. */
export type Fixed = {
  /** Ids of what fell out for want of room, musts that do not fit among them. */
  out: readonly string[]
  /** Minutes that are kept for review, by ISO day. */
  review: Readonly<Record<string, number>>
  /** Minutes of review and buffer, and of light days, that are open to musts, by ISO day. */
  open: Readonly<Record<string, number>>
  openLight: Readonly<Record<string, number>>
  /** Items that wait for the end: the ISO day before which each does not begin. */
  near: Readonly<Record<string, string>>
  /** Pinned items that stand on another day than their pin's, by id: that day. */
  pushed: Readonly<Record<string, string>>
  /** Ids of what is longer than any day. */
  split: readonly string[]
  /** Ids of what takes all minutes of a day, because no day's share holds it. */
  full: readonly string[]
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
  /** Ids of musts that do not fit before the interview day: they stand on no day. */
  late: string[]
  /** Readings that one of the person's other plans holds: they cost nothing here. */
  inOtherPlan: { id: string; planId: string; date: string }[]
  /** The last day with something to do, or that had; null for an empty plan. */
  endDate: string | null
  /** Minutes still to do, without what falls out and what another plan holds; musts that do not fit are counted. */
  remainingMinutes: number
}
