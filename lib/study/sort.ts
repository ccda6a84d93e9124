import { moved } from './move.ts'

/** A list whose entries can be moved, within it and to its neighbours. */
export interface SortGroup {
  id: string
  ids: readonly string[]
}

/** Where an entry stands: its group's place among the groups, and its own place in it. -1 for nowhere. */
export function placeOf(groups: readonly SortGroup[], id: string): { group: number; at: number } {
  const group = groups.findIndex(({ ids }) => ids.includes(id))
  return { group, at: groups[group]?.ids.indexOf(id) ?? -1 }
}

/** The groups with an entry moved to stand at `at` of a group, counted without it. */
export function placed(groups: readonly SortGroup[], id: string, group: number, at: number): SortGroup[] {
  return groups.map((one, index) => {
    const from = one.ids.indexOf(id)
    if (index !== group) return from === -1 ? one : { ...one, ids: one.ids.toSpliced(from, 1) }
    const ids = from === -1 ? one.ids.toSpliced(at, 0, id) : moved(one.ids, from, at)
    return { ...one, ids }
  })
}

/**
 * The groups after a key on an entry's handle: the arrows move it one place, past the end of its group into the next
 * one; Home and End to the ends of its group. Null where the key moves nothing.
 */
export function movedByKey(groups: readonly SortGroup[], id: string, key: string): SortGroup[] | null {
  const { group, at } = placeOf(groups, id)
  const last = (groups[group]?.ids.length ?? 0) - 1
  if (at === -1) return null
  if (key === 'ArrowUp') {
    if (at > 0) return placed(groups, id, group, at - 1)
    return group > 0 ? placed(groups, id, group - 1, groups[group - 1]!.ids.length) : null
  }
  if (key === 'ArrowDown') {
    if (at < last) return placed(groups, id, group, at + 1)
    return group < groups.length - 1 ? placed(groups, id, group + 1, 0) : null
  }
  if (key === 'Home' && at > 0) return placed(groups, id, group, 0)
  if (key === 'End' && at < last) return placed(groups, id, group, last)
  return null
}
