import type { ItemState, ScheduledDay } from '#lib/planning/types.ts'
import type { Shows } from './visibility.ts'

/** What a member has on this week, by their own days: never leaves the server as it is. */
export interface MemberDays {
  userId: string
  name: string
  shows: Shows
  days: readonly ScheduledDay[]
}

/** An item of somebody's week. */
export interface WeekItem {
  itemId: string
  title: string
  state: ItemState
  /** ISO day in that member's zone. */
  date: string
}

/** A member's week as one particular person may see it. */
export interface SeenWeek {
  userId: string
  name: string
  self: boolean
  /** Null where only `nothing` is shown. */
  counts: { done: number; total: number } | null
  /** Null unless `everything` is shown. */
  items: WeekItem[] | null
}

/** Everybody's week from `monday` to `sunday` (ISO days), as `viewerId` may see it. An item of two sittings stands once. */
export function redactWeek(
  members: readonly MemberDays[],
  viewerId: string,
  { monday, sunday }: { monday: string; sunday: string },
): SeenWeek[] {
  return members.map(({ userId, name, shows: chosen, days }) => {
    const self = userId === viewerId
    const shows = self ? 'everything' : chosen
    const items = new Map<string, WeekItem>()
    for (const { date, items: sittings } of days)
      if (date >= monday && date <= sunday)
        for (const { id, title, state } of sittings)
          if (!items.has(id)) items.set(id, { itemId: id, title, state, date })
    const all = [...items.values()]
    return {
      userId,
      name,
      self,
      counts:
        shows === 'nothing' ? null : { done: all.filter((item) => item.state === 'done').length, total: all.length },
      items: shows === 'everything' ? all : null,
    }
  })
}
