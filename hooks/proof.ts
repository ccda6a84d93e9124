import { useSyncExternalStore } from 'react'

// The server wants a recent proof before some acts. `api()` asks for it here, the dialog of the page answers, and the
// request is sent again: no form has to know.
let waiting: { promise: Promise<boolean>; settle: (isProven: boolean) => void } | null = null
let dialogs = 0
const listeners = new Set<() => void>()

function set(next: typeof waiting): void {
  waiting = next
  for (const tell of listeners) tell()
}

/** Asks the person to prove who they are. False where they would not, or where no page can ask. */
export async function askForProof(): Promise<boolean> {
  if (dialogs === 0) return false
  if (waiting === null) {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    set({ promise, settle: resolve })
  }
  return waiting?.promise ?? false
}

function listen(tell: () => void) {
  dialogs += 1
  listeners.add(tell)
  return () => {
    dialogs -= 1
    listeners.delete(tell)
  }
}

/** For the dialog: whether a proof is asked for, and what to call when it is given or refused. */
export function useAskedForProof() {
  const asked = useSyncExternalStore(
    listen,
    () => waiting,
    () => null,
  )
  return {
    isAsked: asked !== null,
    settle(isProven: boolean) {
      asked?.settle(isProven)
      set(null)
    },
  }
}
