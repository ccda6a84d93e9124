// The server wants a recent proof before some acts. `api()` asks for it here, the dialog of the page answers, and the
// request is sent again: no form has to know.
let waiting: { promise: Promise<boolean>; settle: (isProven: boolean) => void } | null = null
let dialogs = 0
const listeners = new Set<() => void>()
/** The dialog is fetched behind the page: an act that comes before it waits this long, in milliseconds. */
const dialogWithin = 10_000
const arrivals = new Set<() => void>()

function set(next: typeof waiting): void {
  waiting = next
  for (const tell of listeners) tell()
}

async function hasDialog(): Promise<boolean> {
  if (dialogs > 0) return true
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const arrive = () => resolve(true)
  arrivals.add(arrive)
  const timer = setTimeout(() => resolve(false), dialogWithin)
  return promise.finally(() => {
    clearTimeout(timer)
    arrivals.delete(arrive)
  })
}

/** Asks the person to prove who they are. False where they would not, or where no page can ask. */
export async function askForProof(): Promise<boolean> {
  if (!(await hasDialog())) return false
  if (waiting === null) {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    set({ promise, settle: resolve })
  }
  return waiting?.promise ?? false
}

/** Listens to what `proofAsked` gives, for a dialog that can ask; gives what ends it. */
export function listenToProof(tell: () => void) {
  dialogs += 1
  listeners.add(tell)
  for (const arrive of arrivals) arrive()
  return () => {
    dialogs -= 1
    listeners.delete(tell)
  }
}

/** The proof that is waited for, or null. */
export function proofAsked() {
  return waiting
}

/** Says whether the proof was given; what waits for it goes on. */
export function settleProof(isProven: boolean): void {
  waiting?.settle(isProven)
  set(null)
}
