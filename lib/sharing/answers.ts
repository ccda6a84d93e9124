import type { PlanRole } from '#lib/permissions.ts'
import type { ItemContent } from '#lib/planning/types.ts'
import type { SeenWeek } from './group-week.ts'
import type { LinkState } from './link-state.ts'
import type { DoneEvent } from './event-words.ts'
import type { OfferedChange } from './fork-offer.ts'
import type { PlanEvent } from './plan-event.ts'
import type { Shows } from './visibility.ts'

/** What the server tells of shared plans: the shapes that its queries give, its API answers and the browser keeps. */

/** A role that can be given to somebody. */
export type GivenRole = Exclude<PlanRole, 'owner'>

/** A link as the plan's owner sees it. Its token is known to nobody but those who were sent it. */
export interface LinkItem {
  id: string
  role: GivenRole
  state: LinkState
  /** Milliseconds, UTC. */
  expiresAt: number | null
  maxUses: number | null
  /** How many joined by it. */
  uses: number
  createdAt: number
}

/** How a plan is shared: its links, the newest first, and what the public page gives where there is one. */
export interface PlanLinks {
  items: LinkItem[]
  public: { role: GivenRole; uses: number } | null
}

/** A person on a plan, as the others on it see them. */
export interface MemberItem {
  userId: string
  name: string
  role: PlanRole
  shows: Shows
  self: boolean
  /** Milliseconds, UTC; null: invited and not yet joined. */
  joinedAt: number | null
}

/** Somebody with an account here. */
export interface PersonItem {
  userId: string
  name: string
}

/** A plan that somebody was invited to and has not joined. */
export interface InvitationItem {
  planId: string
  title: string
  role: PlanRole
  /** The name of who invited; null where that person is gone. */
  invitedBy: string | null
  /** Milliseconds, UTC. */
  at: number
}

/** A comment on an item. Times are milliseconds, UTC. */
export interface CommentItem {
  id: string
  itemId: string
  name: string
  markdown: string
  /** The same as safe HTML, with mentions in bold. */
  html: string
  /** Whether it mentions the viewer. */
  mentionsMe: boolean
  canEdit: boolean
  canRemove: boolean
  createdAt: number
  editedAt: number | null
}

/** One line of a plan's activity. */
export interface ActivityItem {
  id: string
  kind: (PlanEvent | DoneEvent)['kind']
  text: string
  /** The item it is about, where that is still on the plan. */
  itemId: string | null
  /** Whether it is a comment that mentions the viewer. */
  mentionsMe: boolean
  /** Milliseconds, UTC. */
  at: number
}

/** A page of a plan's activity. `nextCursor` asks for the one after; null: there is none. */
export interface ActivityAnswer {
  items: ActivityItem[]
  nextCursor: string | null
}

/** A note that its writer shares with a plan. */
export interface SharedNote {
  readingId: string
  readingTitle: string
  userId: string
  name: string
  self: boolean
  /** Safe HTML of the note's Markdown. */
  html: string
  card: { problem: string; numbers: string; choice: string; tradeOff: string; useWhen: string }
  /** Milliseconds, UTC. */
  updatedAt: number
}

/** A reading of the plan on which the viewer has a note. */
export interface OwnNoteOnPlan {
  readingId: string
  title: string
  shared: boolean
}

/** Shared notes of a plan, and those that the viewer could share. */
export interface PlanNotes {
  items: SharedNote[]
  own: OwnNoteOnPlan[]
}

/** Everybody's present week on a plan. */
export interface GroupWeek {
  /** ISO day of the viewer's Monday. */
  monday: string
  members: SeenWeek[]
}

/** Edits of the origin that a fork has not dealt with yet. */
export interface ForkOffer {
  /** False when the origin is gone, private again, or its link is dead: nothing more will come. */
  open: boolean
  changes: OfferedChange[]
}

/** Where a fork came from, as everybody on it sees. */
export interface Lineage {
  /** The origin's title and its owner's name on the day of the fork. */
  title: string
  ownerName: string
  /** The origin's id where the viewer is on it, for a link. */
  planId: string | null
}

/** A plan that its owner deleted and can still have back. Times are milliseconds, UTC. */
export interface RemovedPlan {
  id: string
  title: string
  deletedAt: number
  /** When it goes for good. */
  goneAt: number
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
