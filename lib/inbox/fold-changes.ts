import { counted } from '../format.ts'
import type { InboxEntry } from './inbox.ts'

/** The changes to a plan that those who do it are told of. */
export const toldChanges = ['items-added', 'items-removed', 'items-changed', 'plan-changed', 'taken-over'] as const

/** A change to a plan by somebody else. */
export interface PlanChange {
  planId: string
  /** The plan's title. */
  plan: string
  userId: string
  name: string
  kind: (typeof toldChanges)[number]
  /** How many items. */
  count: number
  /** Milliseconds, UTC. */
  at: number
}

const dayMs = 86_400_000

/** What one person changed on one plan on one day (UTC) as one entry: who adds thirty items tells it once. */
export function foldChanges(changes: readonly PlanChange[]): InboxEntry[] {
  const groups = Map.groupBy(changes, ({ planId, userId, at }) => `${planId}.${userId}.${Math.floor(at / dayMs)}`)
  return [...groups].flatMap(([key, own]): InboxEntry[] => {
    const [first] = own
    if (!first) return []
    return [
      {
        id: `change:${key}`,
        kind: 'change',
        at: Math.max(...own.map(({ at }) => at)),
        text: `${first.name} ${inWords(own)}`,
        detail: first.plan,
        href: `/plans/${first.planId}/activity`,
      },
    ]
  })
}

function inWords(changes: readonly PlanChange[]): string {
  const parts = toldChanges.flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind)
    const items = counted(
      own.reduce((sum, { count }) => sum + count, 0),
      'item',
    )
    if (own.length === 0) return []
    if (kind === 'plan-changed') return 'changed the title, goals or phases'
    if (kind === 'taken-over') return 'took over changes from the plan that it came from'
    return `${{ 'items-added': 'added', 'items-removed': 'removed', 'items-changed': 'changed' }[kind]} ${items}`
  })
  return parts.join(', ').replace(/, ([^,]*)$/, parts.length > 1 ? ' and $1' : ', $1')
}
