const shared = globalThis as { loadpathTurns?: Map<string, Promise<unknown>> }
const lastOf = (shared.loadpathTurns ??= new Map<string, Promise<unknown>>())

/** Does heavy work of a kind one after another: ten people who ask at once take no more of the machine than one. */
export async function inTurn<T>(kind: string, work: () => Promise<T>): Promise<T> {
  const before = lastOf.get(kind)
  const mine = (async () => {
    await before?.catch(() => undefined)
    return work()
  })()
  lastOf.set(kind, mine)
  try {
    return await mine
  } finally {
    if (lastOf.get(kind) === mine) lastOf.delete(kind)
  }
}
