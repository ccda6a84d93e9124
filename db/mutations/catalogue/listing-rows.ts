import { asc, eq, inArray, sql } from 'drizzle-orm'
import { type Listing, placeOf } from '#lib/catalogue/catalogue-change.ts'
import { mergeOrder } from '#lib/catalogue/merge-order.ts'
import type { Transaction } from '#db/client.ts'
import { listings } from '#db/schema/index.ts'

/** A listing's row with what stood before it in its section: enough to put it back where it was. */
export type KeptListing = Omit<typeof listings.$inferSelect, 'readingId'> & { previous: string | null }

/** A reading's rows as they are. */
export function keepListings(tx: Transaction, readingId: string, orders: SectionOrders): KeptListing[] {
  const rows = tx.select().from(listings).where(eq(listings.readingId, readingId)).orderBy(asc(listings.position)).all()
  return rows.map(({ readingId: _, ...row }) => ({ ...row, previous: orders.before(row.id) }))
}

/**
 * Makes a reading's listings these. A place that stays keeps its row, with its place in the 2018 edition; a title of
 * the same place is changed in it.
 */
export function setListings(tx: Transaction, readingId: string, wanted: readonly Listing[]): void {
  const rows = tx.select().from(listings).where(eq(listings.readingId, readingId)).orderBy(asc(listings.position)).all()
  const open = [...wanted]
  const spare = new Set(rows)
  for (const isSame of [
    (row: Listing, listing: Listing) => placeOf(row) === placeOf(listing) && row.title === listing.title,
    (row: Listing, listing: Listing) => placeOf(row) === placeOf(listing),
  ]) {
    for (const row of rows) {
      if (!spare.has(row)) continue
      const i = open.findIndex((listing) => isSame(row, listing))
      const [listing] = i < 0 ? [] : open.splice(i, 1)
      if (!listing) continue
      spare.delete(row)
      const { title, introduction } = listing
      if (row.title !== title || row.introduction !== introduction) {
        tx.update(listings).set({ title, introduction }).where(eq(listings.id, row.id)).run()
      }
    }
  }
  if (spare.size > 0) {
    const ids = [...spare].map((row) => row.id)
    tx.delete(listings).where(inArray(listings.id, ids)).run()
  }
  const taken = new Set(rows.map((row) => row.id))
  for (const listing of open) {
    const id = freeId(`${readingId}@${placeOf(listing)}`, taken)
    taken.add(id)
    tx.insert(listings)
      .values({ ...listing, id, readingId, position: unplaced, seedOrder: null, origin: 'import' })
      .run()
  }
}

/** Puts kept rows back, those that are there still under their old titles; `orders` is told where they belong. */
export function restoreListings(
  tx: Transaction,
  readingId: string,
  kept: readonly KeptListing[],
  orders: SectionOrders,
) {
  const rows = tx.select({ id: listings.id }).from(listings).where(eq(listings.readingId, readingId)).all()
  const present = new Set(rows.map((row) => row.id))
  const wanted = new Set(kept.map((row) => row.id))
  const gone = [...present].filter((id) => !wanted.has(id))
  if (gone.length > 0) tx.delete(listings).where(inArray(listings.id, gone)).run()
  for (const keptRow of kept) {
    const { previous: _, ...row } = keptRow
    const { title, introduction } = row
    if (present.has(row.id)) tx.update(listings).set({ title, introduction }).where(eq(listings.id, row.id)).run()
    else {
      tx.insert(listings)
        .values({ ...row, readingId, position: unplaced })
        .run()
      orders.putBack(keptRow)
    }
  }
}

const unplaced = 1_000_000_000

/** The order of each section's listings as it is when this is made; written anew at the end. */
export class SectionOrders {
  private readonly orders = new Map<string, string[]>()
  private readonly previous = new Map<string, string | null>()
  private readonly returned: KeptListing[] = []
  private readonly tx: Transaction

  constructor(tx: Transaction) {
    this.tx = tx
    for (const { id, sectionId } of this.rows()) {
      const order = this.orders.get(sectionId) ?? []
      this.orders.set(sectionId, order)
      this.previous.set(id, order.at(-1) ?? null)
      order.push(id)
    }
  }

  /** What a listing stood behind; null for the first of its section. */
  before(id: string): string | null {
    return this.previous.get(id) ?? null
  }

  /** Tells where a row that is put back belongs. */
  putBack(row: KeptListing): void {
    this.returned.push(row)
  }

  /**
   * Numbers each section from 1: rows that are new stand behind those that come before them in `wanted` (by section,
   * `<reading>@<place>` in a list's order), rows put back behind those that they stood behind, and all others as before.
   */
  write(wanted: ReadonlyMap<string, readonly string[]>): void {
    const setPosition = this.tx
      .update(listings)
      .set({ position: sql`${sql.placeholder('position')}` })
      .where(eq(listings.id, sql.placeholder('id')))
      .prepare()
    for (const [sectionId, rows] of Map.groupBy(this.rows(), (row) => row.sectionId)) {
      const present = new Set(rows.map((row) => row.id))
      const before = (this.orders.get(sectionId) ?? []).filter((id) => present.has(id))
      const order = this.withReturned(sectionId, before)
      const known = new Set(order)
      const ids = Map.groupBy(rows, (row) => `${row.readingId}@${placeOf(row)}`)
      const hinted = (wanted.get(sectionId) ?? []).flatMap((ref) => (ids.get(ref) ?? []).map((row) => row.id))
      const fresh = rows.filter((row) => !known.has(row.id)).map((row) => row.id)
      const positions = new Map(rows.map((row) => [row.id, row.position]))
      for (const [i, id] of mergeOrder(order, [...hinted, ...fresh]).entries()) {
        if (positions.get(id) !== i + 1) setPosition.run({ id, position: i + 1 })
      }
    }
  }

  private withReturned(sectionId: string, before: string[]): string[] {
    const own = this.returned.filter((row) => row.sectionId === sectionId).toSorted((a, b) => a.position - b.position)
    const ids = new Set(own.map((row) => row.id))
    const order = before.filter((id) => !ids.has(id))
    for (const { id, previous, position } of own) {
      const at = previous === null ? 0 : order.indexOf(previous) + 1 || position - 1
      order.splice(at, 0, id)
    }
    return order
  }

  private rows() {
    return this.tx
      .select({
        id: listings.id,
        readingId: listings.readingId,
        sectionId: listings.sectionId,
        topicId: listings.topicId,
        position: listings.position,
      })
      .from(listings)
      .orderBy(asc(listings.sectionId), asc(listings.position))
      .all()
  }
}

function freeId(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base
  let n = 2
  while (taken.has(`${base}~${n}`)) n++
  return `${base}~${n}`
}
