import type Sqlite from 'better-sqlite3'

const holder = globalThis as { loadpathDatabase?: { $client: Sqlite.Database } }

/** Writes everything into the database's main file and closes the process's connection, where there is one. */
export function closeDatabase(): void {
  const client = holder.loadpathDatabase?.$client
  if (!client?.open) return
  client.pragma('wal_checkpoint(TRUNCATE)')
  client.close()
}
