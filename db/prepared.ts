import { db } from './client.ts'
import type { Database } from './connect.ts'

/**
 * Keeps a prepared statement for as long as the process uses the same connection: building and compiling one anew costs
 * as much as running it. Inside a transaction it is part of that, for there is one connection. For the few statements
 * that run at every press of a key or box.
 */
export function prepared<T>(build: (database: Database) => T): () => T {
  let kept: { database: Database; statement: T } | undefined
  return () => {
    const database = db()
    if (kept?.database !== database) kept = { database, statement: build(database) }
    return kept.statement
  }
}
