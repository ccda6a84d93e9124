import type { SeenEntry, SeenMember } from './visibility.ts'

/** An item as the grid needs it. */
export interface GridItem {
  id: string
  title: string
}

/** One square: what a member did, `hidden` when this person may not know. */
export type Cell = 'done' | 'skipped' | 'todo' | 'hidden'

/** A row of the grid by items, its cells in the order of the members. */
export interface ItemRow<T extends GridItem> {
  item: T
  cells: Cell[]
  /** How many of those who show their items did it. */
  doneBy: number
}

/** Members by items, from what may be seen. The order of both stays. */
export function itemGrid<T extends GridItem>(members: readonly SeenMember[], items: readonly T[]): ItemRow<T>[] {
  const states = members.map((member) => member.entries && statesOf(member.entries))
  return items.map((item) => {
    const cells = states.map((known): Cell => (known === null ? 'hidden' : (known.get(item.id) ?? 'todo')))
    return { item, cells, doneBy: cells.filter((cell) => cell === 'done').length }
  })
}

/** A row of the grid by weeks: items done in each week, null for one who shows no counts. */
export interface WeekRow {
  member: SeenMember
  cells: number[] | null
}

/** Members by weeks: `weeks` are Mondays, ISO days, every one from `first` to `last`. */
export function weekGrid(members: readonly SeenMember[], weeks: readonly string[]): WeekRow[] {
  return members.map((member) => {
    const counts = member.counts?.doneByWeek
    return { member, cells: counts ? weeks.map((week) => counts[week] ?? 0) : null }
  })
}

/** Items that none of those who show them has done. What the others did stays unknown, and the page says so. */
export function notCovered<T extends GridItem>(members: readonly SeenMember[], items: readonly T[]): T[] {
  const done = new Set(members.flatMap((member) => doneOf(member.entries)))
  return items.filter((item) => !done.has(item.id))
}

/** A topic with the plan's items that belong to it. */
export interface GridTopic {
  id: string
  title: string
  itemIds: readonly string[]
}

/** A topic that one person alone has begun. */
export interface SoleReader<T extends GridTopic> {
  topic: T
  member: SeenMember
  /** How many of the topic's items that person did. */
  done: number
}

/**
 * Topics of which only one of those who show their items has done any, with that person: whom to ask about it.
 * Nothing where fewer than two show their items: the one reader of all is no news.
 */
export function soleReaders<T extends GridTopic>(
  members: readonly SeenMember[],
  topics: readonly T[],
): SoleReader<T>[] {
  const open = members.filter((member) => member.entries !== null)
  if (open.length < 2) return []
  const done = open.map((member) => new Set(doneOf(member.entries)))
  return topics.flatMap((topic) => {
    const counts = done.map((ids) => topic.itemIds.filter((id) => ids.has(id)).length)
    const readers = open.filter((_, index) => (counts[index] ?? 0) > 0)
    const member = readers[0]
    return member && readers.length === 1 ? [{ topic, member, done: Math.max(...counts) }] : []
  })
}

/** How many show which items they did, of how many that do items at all: what the page says its figures rest on. */
export function openMembers(members: readonly SeenMember[]): { open: number; all: number } {
  const doing = members.filter((member) => member.role !== 'guest')
  return { open: doing.filter((member) => member.entries !== null).length, all: doing.length }
}

function statesOf(entries: readonly SeenEntry[]): Map<string, Cell> {
  return new Map(entries.map((entry) => [entry.itemId, entry.state]))
}

function doneOf(entries: readonly SeenEntry[] | null): string[] {
  return (entries ?? []).filter((entry) => entry.state === 'done').map((entry) => entry.itemId)
}
