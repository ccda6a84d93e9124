import { db } from '#db/client.ts'
import { letOthersIn } from './in-slices.ts'

/** Rows that go in one transaction. */
const sliceRows = 200

/** Deletes a plan with all that hangs on it, some rows at a time. */
export async function removePlanInSlices(planId: string): Promise<void> {
  for (const { table, column } of childrenOf('plans')) await removeInSlices(table, column, planId)
  await removeInSlices('plans', 'id', planId)
}

/** The columns that refer to a table and go with its rows, whatever tables there are. */
export function childrenOf(parent: string): { table: string; column: string }[] {
  return db()
    .$client.prepare<[string], { table: string; column: string }>(
      `select t.name as "table", f."from" as "column" from sqlite_master t, pragma_foreign_key_list(t.name) f
       where t.type = 'table' and f."table" = ? and f.on_delete = 'CASCADE' order by t.name`,
    )
    .all(parent)
}

/** Deletes the rows of a table that hold a value in a column, some rows at a time. */
export async function removeInSlices(table: string, column: string, value: string): Promise<void> {
  const remove = db().$client.prepare(
    `delete from "${table}" where rowid in (select rowid from "${table}" where "${column}" = ? limit ${sliceRows})`,
  )
  while (remove.run(value).changes === sliceRows) await letOthersIn()
}
