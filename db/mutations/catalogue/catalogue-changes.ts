import { randomBytes } from 'node:crypto'
import { count, eq, max } from 'drizzle-orm'
import type { Change, ReadingState, Section, Topic } from '#lib/catalogue/catalogue-change.ts'
import type { Difference } from '#lib/catalogue/diff-states.ts'
import { estimateMinutes } from '#lib/catalogue/minutes.ts'
import { conflict } from '#lib/problems.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { rebuildSearchIndex } from '#db/queries/search/search.ts'
import {
  catalogueChangeEntries,
  catalogueChanges,
  catalogueState,
  allReadings,
  sections,
  topics,
} from '#db/schema/index.ts'
import { bumpRevision } from './catalogue-state.ts'
import { SectionOrders, keepListings, setListings } from './listing-rows.ts'
import { type CatalogueAdmin, requireCatalogueAdmin } from '#db/catalogue-admin.ts'
import { deriveTitles } from './reading-titles.ts'
import { setReadingFacts } from './readings.ts'

/** What to do to the catalogue, and how it is to be remembered. */
export interface Batch {
  source: 'import' | 'report'
  /** In a line: "README.md, an edition of the catalogue's list". */
  title: string
  changes: readonly Change[]
  newSections?: readonly Section[]
  newTopics?: readonly Topic[]
  /** For each section, `<reading>@<place>` in the list's order. */
  order?: readonly { sectionId: string; listings: string[] }[]
  /** The revision that the changes were made for; when it is another by now, nothing is done. */
  revision?: number
}

/**
 * Changes the catalogue in one transaction and records it so that it can be undone. Readings keep their ids, so marks,
 * notes and plans keep their readings. Without changes nothing is done and null is given.
 * @param now milliseconds, UTC.
 * @throws Problem 403 for nobody's admin, 409 when the catalogue changed since `revision`.
 */
export async function applyBatch(admin: CatalogueAdmin, batch: Batch, now: number): Promise<string | null> {
  requireCatalogueAdmin(admin)
  return transaction((tx) => applyBatchWithin(tx, batch, now))
}

/** `applyBatch` inside a transaction that does more. */
export function applyBatchWithin(tx: Transaction, batch: Batch, now: number): string | null {
  requireRevision(tx, batch.revision)
  if (batch.changes.length === 0) return null
  const id = newChangeId(now)
  const orders = new SectionOrders(tx)
  const created = makePlaces(tx, batch.newSections ?? [], batch.newTopics ?? [])
  tx.insert(catalogueChanges).values({ id, source: batch.source, title: batch.title, createdAt: now }).run()
  const entries: NewEntry[] = []
  for (const [position, change] of batch.changes.entries()) {
    const rows = change.before?.listings ? { rows: keepListings(tx, change.readingId, orders) } : {}
    if (change.kind === 'added') addReading(tx, change.readingId, change.after)
    else setReadingState(tx, change.readingId, change.after)
    entries.push({
      changeId: id,
      position,
      kind: change.kind,
      readingId: change.readingId,
      before: change.before && { ...change.before, ...rows },
      after: { ...change.after, ...(position === 0 ? { created } : {}) },
    })
  }
  addEntries(tx, entries)
  deriveTitles(tx, new Set(batch.changes.map((change) => change.readingId)))
  orders.write(new Map((batch.order ?? []).map((each) => [each.sectionId, each.listings])))
  numberTopics(tx, new Set((batch.newTopics ?? []).map((topic) => topic.sectionId)))
  rebuildSearchIndex(tx)
  bumpRevision(tx, now)
  return id
}

type NewEntry = typeof catalogueChangeEntries.$inferInsert

/** Many rows a statement: 20,000 statements take seconds. */
export function addEntries(tx: Transaction, entries: readonly NewEntry[]): void {
  for (let at = 0; at < entries.length; at += 200)
    tx.insert(catalogueChangeEntries)
      .values(entries.slice(at, at + 200))
      .run()
}

/** An id for a batch: sorts by time. */
export function newChangeId(now: number): string {
  return `${now.toString(36).padStart(9, '0')}-${randomBytes(4).toString('hex')}`
}

/** Sets what a change can touch of a reading; what is not named stays. */
export function setReadingState(tx: Transaction, readingId: string, state: Partial<ReadingState>): void {
  const { listings, ...columns } = state
  if (Object.keys(columns).length > 0) tx.update(allReadings).set(columns).where(eq(allReadings.id, readingId)).run()
  if (listings) setListings(tx, readingId, listings)
}

/** @throws Problem 409 when the catalogue is not of that revision; undefined is any. */
function requireRevision(tx: Transaction, revision: number | undefined): void {
  const present = tx.select({ revision: catalogueState.revision }).from(catalogueState).get()?.revision ?? 0
  if (revision !== undefined && revision !== present) {
    throw conflict('The catalogue has changed since this was worked out. Look at it again.', { revision: present })
  }
}

function addReading(tx: Transaction, id: string, after: Extract<Change, { kind: 'added' }>['after']): void {
  const { listings, list: _, minutes, ...facts } = after
  setReadingFacts(tx, id, {
    ...facts,
    minutes: minutes ?? estimateMinutes(facts),
    minutesBasis: minutes === null ? 'rule' : 'stated',
  })
  setListings(tx, id, listings)
}

function makePlaces(tx: Transaction, newSections: readonly Section[], newTopics: readonly Topic[]) {
  let last =
    tx
      .select({ last: max(sections.position) })
      .from(sections)
      .get()?.last ?? 0
  for (const section of newSections) {
    tx.insert(sections)
      .values({ ...section, position: ++last })
      .run()
  }
  for (const topic of newTopics) {
    const parent = topic.parentId === null ? null : tx.select().from(topics).where(eq(topics.id, topic.parentId)).get()
    const slug = topic.id.slice(topic.sectionId.length + 1)
    const position =
      1 + (tx.select({ n: count() }).from(topics).where(eq(topics.sectionId, topic.sectionId)).get()?.n ?? 0)
    tx.insert(topics)
      .values({ ...topic, slug, position, depth: (parent?.depth ?? 0) + 1 })
      .run()
  }
  return { sections: newSections.map((section) => section.id), topics: newTopics.map((topic) => topic.id) }
}

/** Counts the topics of these sections depth first, each parent's in the order that they have. */
function numberTopics(tx: Transaction, sectionIds: ReadonlySet<string>): void {
  for (const sectionId of sectionIds) {
    const rows = tx.select().from(topics).where(eq(topics.sectionId, sectionId)).orderBy(topics.position).all()
    const children = Map.groupBy(rows, (row) => row.parentId)
    let position = 0
    const walk = (parentId: string | null) => {
      for (const row of children.get(parentId) ?? []) {
        tx.update(topics).set({ position: ++position }).where(eq(topics.id, row.id)).run()
        walk(row.id)
      }
    }
    walk(null)
  }
}

/** Records what new shipped content did, for people to look at; it comes with the program and is not undone. */
export function recordShipped(tx: Transaction, differences: readonly Difference[], now: number): void {
  if (differences.length === 0) return
  const id = newChangeId(now)
  tx.insert(catalogueChanges).values({ id, source: 'shipped', title: 'New edition of Loadpath', createdAt: now }).run()
  addEntries(
    tx,
    differences.map((entry, position) => ({ ...entry, changeId: id, position })),
  )
}
