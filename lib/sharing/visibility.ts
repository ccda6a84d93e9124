import type { ItemState } from '#lib/planning/types.ts'

/** What the others on a plan see of a member's progress on it. */
export const showsChoices = ['everything', 'counts', 'nothing'] as const

/** One of `showsChoices`. */
export type Shows = (typeof showsChoices)[number]

/** What a member did with an item, as it is stored. */
export interface ProgressEntry {
  itemId: string
  state: ItemState
  /** ISO day in the member's zone; null when it is not known. */
  day: string | null
  /** Why it was skipped: its writer's alone. */
  reason: string
}

/** A member with all progress on the plan: never leaves the server as it is. */
export interface MemberProgress {
  userId: string
  name: string
  role: 'owner' | 'editor' | 'member' | 'guest'
  shows: Shows
  /** Rows of the present pass; an item without one is to do. */
  entries: readonly ProgressEntry[]
}

/** How much somebody did, without what. */
export interface ProgressCounts {
  done: number
  skipped: number
  /** Items done in each week, by the ISO day of its Monday. */
  doneByWeek: Record<string, number>
}

/** What is left of an entry for the others: the reason for skipping is gone. */
export type SeenEntry = Pick<ProgressEntry, 'itemId' | 'state' | 'day'>

/** A member as one particular person may see them. */
export interface SeenMember {
  userId: string
  name: string
  role: MemberProgress['role']
  /** Whether it is the person who looks. */
  self: boolean
  /** What this person sees of the member; one sees everything of oneself. */
  shows: Shows
  /** Null when only `nothing` is shown. */
  counts: ProgressCounts | null
  /** Null unless `everything` is shown. */
  entries: SeenEntry[] | null
}

/**
 * What `viewerId` sees of the members' progress, in the same order. Everything that is shown of others goes through
 * here before it is counted, drawn or sent. `mondayOf` gives the ISO day of a day's Monday.
 */
export function redactProgress(
  members: readonly MemberProgress[],
  viewerId: string,
  mondayOf: (day: string) => string,
): SeenMember[] {
  const weeks = new Map<string, string>()
  const weekOf = (day: string): string => {
    const week = weeks.get(day) ?? mondayOf(day)
    weeks.set(day, week)
    return week
  }
  return members.map(({ userId, name, role, shows: chosen, entries }) => {
    const self = userId === viewerId
    const shows = self ? 'everything' : chosen
    return {
      userId,
      name,
      role,
      self,
      shows,
      counts: shows === 'nothing' ? null : countsOf(entries, weekOf),
      entries: shows === 'everything' ? entries.map(({ itemId, state, day }) => ({ itemId, state, day })) : null,
    }
  })
}

function countsOf(entries: readonly ProgressEntry[], mondayOf: (day: string) => string): ProgressCounts {
  const doneByWeek: Record<string, number> = {}
  let done = 0
  for (const entry of entries) {
    if (entry.state !== 'done') continue
    done += 1
    if (entry.day === null) continue
    const week = mondayOf(entry.day)
    doneByWeek[week] = (doneByWeek[week] ?? 0) + 1
  }
  return { done, skipped: entries.filter((entry) => entry.state === 'skipped').length, doneByWeek }
}

/** The choices in words, for the form in which a member makes one. */
export const showsInWords: Record<Shows, { title: string; detail: string }> = {
  everything: { title: 'Everything on this plan', detail: 'Which items you did or skipped, and on which day.' },
  counts: { title: 'Counts only', detail: 'How many items you did in all and in each week, never which.' },
  nothing: { title: 'Nothing', detail: 'Only that you are on the plan.' },
}
