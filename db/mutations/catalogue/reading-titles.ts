import { asc, eq, inArray, sql } from 'drizzle-orm'
import { titlesOf } from '#lib/catalogue/reading-titles.ts'
import type { Transaction } from '#db/client.ts'
import { listings, organisations, allReadings, readings } from '#db/schema/index.ts'

/** As many as one statement may name. */
const chunk = 5000

/**
 * Makes the titles that readings are shown by (`rowTitle`, `fullTitle`) from their facts and places. To be called in
 * the transaction of every change of these.
 * @param ids of the readings that changed; left out, all.
 */
export function deriveTitles(tx: Transaction, ids?: ReadonlySet<string>): void {
  if (ids === undefined) return deriveSome(tx)
  const all = [...ids]
  for (let at = 0; at < all.length; at += chunk) deriveSome(tx, all.slice(at, at + chunk))
}

function deriveSome(tx: Transaction, ids?: string[]): void {
  const places = tx
    .select({ readingId: listings.readingId, title: listings.title, introduction: listings.introduction })
    .from(listings)
    .where(ids && inArray(listings.readingId, ids))
    .orderBy(asc(listings.position))
    .all()
  const placesOf = Map.groupBy(places, (place) => place.readingId)
  const rows = tx
    .select({
      id: readings.id,
      title: readings.title,
      workTitle: readings.workTitle,
      rowTitle: readings.rowTitle,
      fullTitle: readings.fullTitle,
      organisation: organisations.name,
    })
    .from(readings)
    .leftJoin(organisations, eq(organisations.id, readings.organisationId))
    .where(ids && inArray(readings.id, ids))
    .all()
  const setTitles = tx
    .update(allReadings)
    .set({ rowTitle: sql`${sql.placeholder('rowTitle')}`, fullTitle: sql`${sql.placeholder('fullTitle')}` })
    .where(eq(allReadings.id, sql.placeholder('id')))
    .prepare()
  for (const row of rows) {
    const own = placesOf.get(row.id) ?? []
    const { rowTitle, fullTitle } = titlesOf({
      ...row,
      listed: own.map((place) => place.title),
      introduction: own.some((place) => place.introduction),
    })
    if (rowTitle !== row.rowTitle || fullTitle !== row.fullTitle) setTitles.run({ id: row.id, rowTitle, fullTitle })
  }
}
