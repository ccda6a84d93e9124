import type { QueryClient } from '@tanstack/react-query'
import type { ItemState } from '#lib/planning/types.ts'
import { queryKeys } from './query-keys.ts'

/** What changes of an item in the browser's cache before the server has said so. */
export interface ItemPatch {
  state?: ItemState
  tier?: 'must' | 'should' | 'could'
  minutes?: number
  title?: string
  reason?: string
  prompt?: string
  remark?: string
  pin?: string | null
  spent?: number
}

/** Wherever an item stands in the cache: today, the plan, its schedule. */
type Held = { id: string } & Record<string, unknown>

/** Changes an item wherever the cache holds it; gives back a function that puts back what it was. */
export function patchItem(client: QueryClient, itemId: string, patch: ItemPatch): () => void {
  const before = new Map<string, Held>()
  const change = (apply: (item: Held, key: string) => Held) => {
    for (const [key] of [
      ...client.getQueriesData({ queryKey: queryKeys.today }),
      ...client.getQueriesData({ queryKey: queryKeys.plans }),
    ]) {
      const name = JSON.stringify(key)
      client.setQueryData(key, (data: unknown) => mapItems(data, itemId, (item) => apply(item, name)))
    }
  }
  change((item, key) => {
    before.set(key, pick(item, patch))
    return { ...item, ...only(item, patch) }
  })
  return () => change((item, key) => ({ ...item, ...before.get(key) }))
}

/** Of a patch, what this holder of the item knows of; each query keeps other columns. */
function only(item: Held, patch: ItemPatch): Partial<Held> {
  return Object.fromEntries(Object.entries(patch).filter(([name]) => name in item))
}

function pick(item: Held, patch: ItemPatch): Held {
  return Object.fromEntries(Object.keys(patch).flatMap((name) => (name in item ? [[name, item[name]]] : []))) as Held
}

function mapItems(data: unknown, itemId: string, apply: (item: Held) => Held): unknown {
  if (Array.isArray(data)) {
    return data.map((entry: unknown) => mapItems(entry, itemId, apply))
  }
  if (typeof data !== 'object' || data === null) return data
  const held = data as Held
  if (held.id === itemId && 'kind' in held) return apply(held)
  const lists = ['items', 'more', 'days'].filter((name) => Array.isArray(held[name]))
  if (lists.length === 0) return data
  return { ...held, ...Object.fromEntries(lists.map((name) => [name, mapItems(held[name], itemId, apply)])) }
}
