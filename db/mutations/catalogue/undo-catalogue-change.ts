import { isDeepStrictEqual } from 'node:util'
import { and, asc, desc, eq, gte, inArray, isNull } from 'drizzle-orm'
import { type Listing, type ReadingState, placeOf } from '#lib/catalogue/catalogue-change.ts'
import { dayOf } from '#lib/planning/days.ts'
import { Problem, conflict, notFound } from '#lib/problems.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { rebuildSearchIndex } from '#db/queries/search/search.ts'
import {
  catalogueChangeEntries,
  catalogueChanges,
  listings,
  organisations,
  allReadings,
  readings,
  sections,
  studyEvents,
  topics,
} from '#db/schema/index.ts'
import { addEntries, newChangeId, setReadingState } from './catalogue-changes.ts'
import { bumpRevision } from './catalogue-state.ts'
import { type KeptListing, SectionOrders, restoreListings } from './listing-rows.ts'
import { type CatalogueAdmin, requireCatalogueAdmin } from '#db/catalogue-admin.ts'
import { deriveTitles } from './reading-titles.ts'

type Entry = typeof catalogueChangeEntries.$inferSelect
type Undone = Pick<Entry, 'kind' | 'readingId' | 'before' | 'after'>

/**
 * Takes a batch of changes back, and records that too. What somebody changed since in the same field of the same
 * reading stays as it is, and goes back to before both when that is undone, too. An added reading goes again, unless somebody marked it, wrote about it or planned it: then it
 * is delisted.
 * @param id of the batch; left out, the last that can be undone.
 * @param now milliseconds, UTC.
 * @returns what was undone, and how many changes stayed because something came after them.
 * @throws Problem 403 for nobody's admin, 404 when there is none such, 409 when it was undone before.
 */
export async function undoCatalogueChange(
  admin: CatalogueAdmin,
  id: string | undefined,
  now: number,
): Promise<{ id: string; title: string; undone: number; stayed: number }> {
  requireCatalogueAdmin(admin)
  return transaction((tx) => {
    const change = getUndoable(tx, id)
    const entries = tx
      .select()
      .from(catalogueChangeEntries)
      .where(eq(catalogueChangeEntries.changeId, change.id))
      .orderBy(desc(catalogueChangeEntries.position))
      .all()
    const orders = new SectionOrders(tx)
    const done = entries.flatMap((entry) => undoEntry(tx, entry, orders, now) ?? [])
    const created = entries.at(-1)?.after?.created as { sections: string[]; topics: string[] } | undefined
    deriveTitles(tx, new Set(entries.map((entry) => entry.readingId)))
    orders.write(new Map())
    if (created) removeEmptyPlaces(tx, created)
    tx.update(catalogueChanges).set({ undoneAt: now }).where(eq(catalogueChanges.id, change.id)).run()
    record(tx, `Undone: ${change.title}`, done, now)
    rebuildSearchIndex(tx)
    bumpRevision(tx, now)
    return { id: change.id, title: change.title, undone: done.length, stayed: entries.length - done.length }
  })
}

function getUndoable(tx: Transaction, id: string | undefined) {
  const wanted = id === undefined ? isNull(catalogueChanges.undoneAt) : eq(catalogueChanges.id, id)
  const change = tx
    .select()
    .from(catalogueChanges)
    .where(and(wanted, inArray(catalogueChanges.source, ['import', 'report'])))
    .orderBy(desc(catalogueChanges.id))
    .get()
  if (!change && id === undefined) throw new Problem(404, 'Not found', 'There is nothing to undo.')
  if (!change) throw notFound('change that can be undone')
  if (change.undoneAt !== null) throw conflict('This was undone before.')
  return change
}

function undoEntry(tx: Transaction, entry: Entry, orders: SectionOrders, now: number): Undone | null {
  const { kind, readingId } = entry
  if (kind === 'added') return undoAddition(tx, entry, now)
  const { rows, ...before } = (entry.before ?? {}) as Partial<ReadingState> & { rows?: KeptListing[] }
  const after = (entry.after ?? {}) as Partial<ReadingState>
  const present = getState(tx, readingId)
  if (!present) return null
  const all = Object.keys(before) as (keyof ReadingState)[]
  const fields = all.filter((field) => isSame(field, present, after))
  passOn(
    tx,
    entry,
    all.filter((field) => !fields.includes(field)),
  )
  if (fields.length === 0) return null
  const restored = Object.fromEntries(fields.map((field) => [field, before[field]])) as Partial<ReadingState>
  if (rows && restored.listings) {
    const { listings: _, ...columns } = restored
    setReadingState(tx, readingId, columns)
    restoreListings(tx, readingId, rows, orders)
  } else setReadingState(tx, readingId, restored)
  const was = Object.fromEntries(fields.map((field) => [field, after[field]]))
  return { kind: opposite(kind), readingId, before: was, after: restored }
}

/**
 * A field that a later change took on from this one: that change then begins where this one began, so that undoing both
 * in any order brings back what was before both.
 */
function passOn(tx: Transaction, entry: Entry, fields: readonly (keyof ReadingState)[]): void {
  if (fields.length === 0) return
  const later = tx
    .select()
    .from(catalogueChangeEntries)
    .where(
      and(eq(catalogueChangeEntries.readingId, entry.readingId), gte(catalogueChangeEntries.changeId, entry.changeId)),
    )
    .orderBy(asc(catalogueChangeEntries.changeId), asc(catalogueChangeEntries.position))
    .all()
    .filter((other) => other.changeId > entry.changeId || other.position > entry.position)
  for (const field of fields) {
    const heir = later.find((other) => {
      const began = other.before as Partial<ReadingState> | null
      return (
        began !== null && field in began && isSame(field, began as ReadingState, entry.after as Partial<ReadingState>)
      )
    })
    if (!heir) continue
    const { rows } = (entry.before ?? {}) as { rows?: KeptListing[] }
    const before = {
      ...heir.before,
      [field]: (entry.before as Record<string, unknown>)[field],
      ...(field === 'listings' && rows ? { rows } : {}),
    }
    heir.before = before
    tx.update(catalogueChangeEntries)
      .set({ before })
      .where(
        and(eq(catalogueChangeEntries.changeId, heir.changeId), eq(catalogueChangeEntries.position, heir.position)),
      )
      .run()
  }
}

function undoAddition(tx: Transaction, { readingId }: Entry, now: number): Undone | null {
  const present = getState(tx, readingId)
  if (!present) return null
  const { title, url, delistedOn } = present
  const isStudied = tx.select().from(studyEvents).where(eq(studyEvents.readingId, readingId)).get() !== undefined
  if (!isStudied && removeReading(tx, readingId)) {
    return { kind: 'delisted', readingId, before: { title, url }, after: null }
  }
  if (delistedOn !== null) return null
  const after = { delistedOn: dayOf(now, 'UTC', 0) }
  setReadingState(tx, readingId, after)
  return { kind: 'delisted', readingId, before: { delistedOn }, after }
}

/** Deletes a reading that nothing of anybody hangs on; the foreign keys know. */
function removeReading(tx: Transaction, id: string): boolean {
  try {
    tx.transaction((inner) => {
      const organisationId = inner
        .select({ id: readings.organisationId })
        .from(readings)
        .where(eq(readings.id, id))
        .get()?.id
      inner.delete(allReadings).where(eq(allReadings.id, id)).run()
      const isLast =
        organisationId && !inner.select().from(readings).where(eq(readings.organisationId, organisationId)).get()
      if (isLast) inner.delete(organisations).where(eq(organisations.id, organisationId)).run()
    })
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return false
    throw error
  }
}

function getState(tx: Transaction, id: string): ReadingState | null {
  const row = tx
    .select({
      title: readings.title,
      url: readings.url,
      formerUrls: readings.formerUrls,
      delistedOn: readings.delistedOn,
    })
    .from(readings)
    .where(eq(readings.id, id))
    .get()
  if (!row) return null
  return { ...row, listings: tx.select().from(listings).where(eq(listings.readingId, id)).all() }
}

function isSame(field: keyof ReadingState, present: ReadingState, after: Partial<ReadingState>): boolean {
  if (field !== 'listings') return isDeepStrictEqual(present[field], after[field])
  const keys = (all: readonly Listing[] = []) =>
    all.map((each) => JSON.stringify([placeOf(each), each.title, each.introduction])).toSorted()
  return isDeepStrictEqual(keys(present.listings), keys(after.listings))
}

function opposite(kind: Entry['kind']): Entry['kind'] {
  return kind === 'delisted' ? 'relisted' : kind === 'relisted' ? 'delisted' : kind
}

/** The places that the batch made go once nothing is listed in them, deepest first. */
function removeEmptyPlaces(tx: Transaction, created: { sections: string[]; topics: string[] }): void {
  for (const id of created.topics.toReversed()) {
    const isUsed =
      tx.select().from(listings).where(eq(listings.topicId, id)).get() ??
      tx.select().from(topics).where(eq(topics.parentId, id)).get()
    if (!isUsed) tx.delete(topics).where(eq(topics.id, id)).run()
  }
  for (const id of created.sections) {
    const isUsed =
      tx.select().from(listings).where(eq(listings.sectionId, id)).get() ??
      tx.select().from(topics).where(eq(topics.sectionId, id)).get()
    if (!isUsed) tx.delete(sections).where(eq(sections.id, id)).run()
  }
}

function record(tx: Transaction, title: string, entries: readonly Undone[], now: number): void {
  const id = newChangeId(now)
  tx.insert(catalogueChanges).values({ id, source: 'undo', title, createdAt: now }).run()
  addEntries(
    tx,
    entries.map((entry, position) => ({ changeId: id, position, ...entry })),
  )
}
