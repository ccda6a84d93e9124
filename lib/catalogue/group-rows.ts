import type { ReadingGroup, ReadingRow, TopicNode } from './reading-row.ts'

/** A row with the topic that lists it. */
export type PlacedRow = ReadingRow & { topicId: string | null }

/**
 * Groups a section's rows by topic in the list's own order: a topic's readings come before the topics below it, and
 * those that the list puts behind them come after. Every listing is a row, also where a topic lists a reading twice.
 * @param rows in the list's order.
 * @param nodes topics depth first; those outside of `top` must not be among them.
 * @param top the topic (null: the section itself) whose children come first.
 */
export function groupRows(rows: readonly PlacedRow[], nodes: readonly TopicNode[], top: string | null): ReadingGroup[] {
  const children = Map.groupBy(nodes, (node) => node.parentId)
  const placed = Map.groupBy(
    rows.map(({ topicId, ...row }, at) => ({ topicId, row, at })),
    ({ topicId }) => topicId,
  )
  const firstBelow = (id: string | null): number =>
    Math.min(
      ...(children.get(id) ?? []).map((child) =>
        Math.min(placed.get(child.id)?.[0]?.at ?? Infinity, firstBelow(child.id)),
      ),
    )
  const groupsOf = (topic: TopicNode | null): ReadingGroup[] => {
    const id = topic?.id ?? null
    const below = firstBelow(id)
    const own = placed.get(id) ?? []
    const before = own.filter(({ at }) => at < below).map(({ row }) => row)
    const after = own.filter(({ at }) => at > below).map(({ row }) => row)
    return [
      ...(topic === null && before.length === 0 ? [] : [{ topic, rows: before, isAfter: false }]),
      ...(children.get(id) ?? []).flatMap(groupsOf),
      ...(after.length === 0 ? [] : [{ topic, rows: after, isAfter: true }]),
    ]
  }
  return top === null ? groupsOf(null) : (children.get(top) ?? []).flatMap(groupsOf)
}
