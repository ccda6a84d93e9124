import { and, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { conflict, notFound } from '#lib/problems.ts'
import { isPresent } from '#db/conditions.ts'
import { db, type Transaction, transaction } from '#db/client.ts'
import { readingSubject } from '#db/mutations/study/presses.ts'
import { ownReadingWithin } from '#db/queries/own/own-readings.ts'
import { allReadings, items, plans, removedOwnReadings } from '#db/schema/index.ts'
import { handOver, heirOf, personalTables } from './heirs.ts'

/** For so long a deleted own reading can be had back, in milliseconds. */
const keptFor = 30 * 24 * 60 * 60_000

type Rows = (typeof removedOwnReadings.$inferSelect)['rows']

/** Of these the rows go for good: study that was done stays counted, and a shared note is shared no more. */
const left = new Set(['study_events', 'note_shares', 'link_reports'])
const kept = personalTables.filter((name) => !left.has(name))

/**
 * Deletes a reading that the viewer added, with their mark, notes and all else that they have on it; for 30 days it can
 * be had back. What other people have on it stays theirs.
 * @throws Problem 404 for one that is not theirs, 409 while a plan holds it.
 */
export async function removeOwnReading(viewer: Viewer, id: string, now: number): Promise<void> {
  await transaction((tx) => {
    if (!ownReadingWithin(tx, viewer, id)?.isMine) throw notFound('reading')
    refusePlanned(tx, id)
    const heir = heirOf(tx, id, viewer.id)
    const rows = takeRows(tx, viewer, id)
    rows.readings = tx.all(sql`select * from readings where id = ${id}`)
    if (heir === null) tx.delete(allReadings).where(eq(allReadings.id, id)).run()
    else handOver(tx, id, heir)
    const row = { userId: viewer.id, rows, removedAt: now }
    tx.insert(removedOwnReadings)
      .values({ id, ...row })
      .onConflictDoUpdate({ target: removedOwnReadings.id, set: row })
      .run()
  })
}

function refusePlanned(tx: Transaction, id: string): void {
  const planned = tx
    .selectDistinct({ title: plans.title })
    .from(items)
    .innerJoin(plans, and(eq(plans.id, items.planId), isPresent))
    .where(eq(items.readingId, id))
    .limit(3)
    .all()
  if (planned.length > 0)
    throw conflict(
      `It stands on ${planned.map(({ title }) => `“${title}”`).join(' and ')}. Take it off there first, then delete it.`,
    )
  // Plans that were deleted and can be had back keep their items, by title.
  const deleted = tx.select({ id: plans.id }).from(plans).where(isNotNull(plans.deletedAt))
  const own = and(eq(items.readingId, id), inArray(items.planId, deleted))
  tx.update(items)
    .set({ readingId: null, kind: sql`case when ${items.kind} = 'read' then 'task' else ${items.kind} end` })
    .where(own)
    .run()
}

/** Takes the viewer's rows on a reading out of their tables. */
function takeRows(tx: Transaction, viewer: Viewer, id: string): Rows {
  const rows: Rows = {}
  const take = (name: string, where: ReturnType<typeof sql>) => {
    const table = sql.identifier(name)
    rows[name] = tx.all(sql`select * from ${table} where ${where}`)
    tx.run(sql`delete from ${table} where ${where}`)
  }
  const mine = sql`reading_id = ${id} and user_id = ${viewer.id}`
  for (const name of kept) take(name, mine)
  tx.run(sql`delete from note_shares where ${mine}`)
  take('list_entries', sql`reading_id = ${id} and list_id in (select id from lists where user_id = ${viewer.id})`)
  take('presses', sql`subject = ${readingSubject(id)} and user_id = ${viewer.id}`)
  return rows
}

/**
 * Brings a deleted own reading of the viewer's back, with all that they had on it. One that is there is left alone.
 * @throws Problem 404 for somebody else's and for one that is gone for good, 409 where the viewer added its address again.
 */
export async function restoreOwnReading(viewer: Viewer, id: string, now: number): Promise<void> {
  await transaction((tx) => {
    const removed = tx
      .select()
      .from(removedOwnReadings)
      .where(and(eq(removedOwnReadings.id, id), eq(removedOwnReadings.userId, viewer.id)))
      .get()
    if (!removed) {
      if (ownReadingWithin(tx, viewer, id)?.isMine) return
      throw notFound('reading')
    }
    if (removed.removedAt <= now - keptFor) throw notFound('reading')
    const { readings: [reading] = [], ...rows } = removed.rows
    if (!reading) throw notFound('reading')
    const again = tx
      .select({ title: allReadings.title })
      .from(allReadings)
      .where(and(eq(allReadings.ownerId, viewer.id), eq(allReadings.addressKey, String(reading.address_key))))
      .get()
    if (again) throw conflict(`You have added this address again since, as “${again.title}”.`)
    const there = tx.select({ id: allReadings.id }).from(allReadings).where(eq(allReadings.id, id)).get()
    if (there) handOver(tx, id, viewer.id)
    else put(tx, 'readings', reading)
    for (const [name, own] of Object.entries(rows))
      for (const row of own) if (hasParent(tx, name, row)) put(tx, name, row)
    tx.delete(removedOwnReadings).where(eq(removedOwnReadings.id, id)).run()
  })
}

/** A list may have been deleted since. */
function hasParent(tx: Transaction, name: string, row: Rows[string][number]): boolean {
  if (name !== 'list_entries') return true
  return tx.all(sql`select 1 from lists where id = ${row.list_id}`).length > 0
}

function put(tx: Transaction, name: string, row: Rows[string][number]): void {
  const columns = sql.join(
    Object.keys(row).map((column) => sql.identifier(column)),
    sql`, `,
  )
  const values = sql.join(
    Object.values(row).map((value) => sql`${value}`),
    sql`, `,
  )
  tx.run(sql`insert or ignore into ${sql.identifier(name)} (${columns}) values (${values})`)
}

/** Lets own readings go for good that were deleted over 30 days ago. */
export async function purgeRemovedOwnReadings(now: number): Promise<void> {
  db()
    .delete(removedOwnReadings)
    .where(lte(removedOwnReadings.removedAt, now - keptFor))
    .run()
}
