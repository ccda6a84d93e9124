import { useEffect, useSyncExternalStore } from 'react'

type Part = typeof import('./item-more.tsx').ItemMore

let part: Part | null = null
const listeners = new Set<() => void>()

async function fetched(): Promise<void> {
  if (part) return
  part = (await import('./item-more.tsx')).ItemMore
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * What opens below an item's row: fetched once a page is there, so that the page comes sooner. Not `lazy`, as a key
 * opens it and presses a button in it within one event.
 */
export function useItemMore(): { ItemMore: Part | null; fetched: () => Promise<void> } {
  const ItemMore = useSyncExternalStore(
    subscribe,
    () => part,
    () => null,
  )
  useEffect(() => void fetched(), [])
  return { ItemMore, fetched }
}
