import type Sqlite from 'better-sqlite3'

interface Column {
  name: string
  type: string
  notnull: number
  pk: number
}

/**
 * Puts a row into every table that there is, its words all `mark`: for tests that look at tables which nobody named to
 * them. Rows that refer to a person refer to `userId`, who must be there; other parents are made too.
 */
export function fillTables(client: Sqlite.Database, userId: string, mark: string): string[] {
  const names = client
    .prepare<[], string>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\' and name not like 'search\\_%' escape '\\'",
    )
    .pluck()
    .all()
  client.pragma('foreign_keys = OFF')
  for (const name of names) {
    if (name === 'users') continue
    const columns = client.pragma(`table_info("${name}")`) as Column[]
    const parents = client.pragma(`foreign_key_list("${name}")`) as { table: string; from: string }[]
    const values = columns.map((column) => {
      const parent = parents.find(({ from }) => from === column.name)?.table
      if (parent === 'users' || column.name === 'user_id') return userId
      if (column.type.toLowerCase() === 'integer') return 7
      return parent ? `${mark}-${parent}` : column.pk > 0 ? `${mark}-${name}` : mark
    })
    const places = columns.map(() => '?').join(', ')
    client.prepare(`insert or ignore into "${name}" values (${places})`).run(values)
  }
  client.pragma('foreign_keys = ON')
  return names
}
