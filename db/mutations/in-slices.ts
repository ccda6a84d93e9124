import { type Transaction, transaction } from '#db/client.ts'

/** Lets everybody who waits have their turn. */
export function letOthersIn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/**
 * Works through many rows in short transactions, others let in between: what would block the server for seconds in one
 * piece. What was done stays done when a later slice fails, so the work must bear being done again.
 */
export async function inSlices<T>(
  rows: readonly T[],
  size: number,
  work: (tx: Transaction, slice: readonly T[]) => void,
): Promise<void> {
  for (let at = 0; at < rows.length; at += size) {
    await transaction((tx) => work(tx, rows.slice(at, at + size)))
    await letOthersIn()
  }
}
