import { useSyncExternalStore } from 'react'

/** Whether the page's scripts have taken over: false on the server and until then. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
