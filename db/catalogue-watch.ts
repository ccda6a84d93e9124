import Sqlite from 'better-sqlite3'

// Imports neither Drizzle nor the schema, which Next's bundle holds a second time.

/** Looks whether the catalogue changed, cheaply enough to be asked at every request. */
export interface CatalogueWatch {
  /** Names the catalogue that the database holds, as `getCatalogueFingerprint` does. */
  fingerprint: () => string
  close: () => void
}

/**
 * Opens a connection that sees what all others commit, in this process and in any other: SQLite counts that up in
 * `data_version`, and only when it moved is the catalogue's row read.
 */
export function watchCatalogue(file: string): CatalogueWatch {
  const client = new Sqlite(file, { fileMustExist: true })
  client.pragma('query_only = ON')
  const version = client.prepare('pragma data_version').pluck()
  const state = client.prepare('select revision, content_hash, changed_at from catalogue_state where id = 1').raw()
  let seen: unknown
  let known = ''
  return {
    fingerprint() {
      const now = version.get()
      if (now !== seen) {
        const row = state.get() as [number, string, number] | undefined
        known = row ? (row[0] === 1 ? row[1] : `${row[1]}:${row[0]}:${row[2]}`) : 'empty'
        seen = now
      }
      return known
    },
    close: () => client.close(),
  }
}
