import { and, eq, inArray, ne, or } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { SearchAnswer, SearchItem } from '#lib/api/search.ts'
import { explain } from '#lib/search/explain.ts'
import { type Columns, type Condition, makeSparseColumn, narrow, type Narrowed } from '#lib/search/facets.ts'
import { findText, type FoundText } from '#lib/search/find-text.ts'
import { listLeads } from '#lib/search/leads.ts'
import type { SearchState } from '#lib/search/state.ts'
import { understand, type Understanding } from '#lib/search/understand.ts'
import { type Entry, type FacetKey, facetKeys, fixedEntries } from '#lib/search/vocabulary.ts'
import { db } from '#db/client.ts'
import { linkChecks, marks, notes, organisations, readings } from '#db/schema/index.ts'
import { countAlone, toCondition } from './count-alone.ts'
import { listDrills } from './drills.ts'
import { searchMemory, type SearchMemory, textIndex } from './search.ts'

/** What a search found, with what its page shows beside. */
export interface SearchResult extends SearchAnswer {
  /** How many items stand before these. */
  start: number
  previousCursor: string | null
  understanding: Understanding
}

/**
 * Searches the catalogue.
 * @param viewer whose marks and notes can be searched by and are counted; null for a guest.
 * @param limit how many items at most; 0 counts only.
 */
export async function searchReadings(viewer: Viewer | null, state: SearchState, limit: number): Promise<SearchResult> {
  const kept = searchMemory()
  const understanding = understand(state, kept.vocabulary, viewer !== null)
  const found = findText(understanding, textIndex(kept))
  const conditions = understanding.demands.map(toCondition)
  const columns: Columns = viewer ? { ...kept.columns, ...viewerColumns(viewer, kept) } : kept.columns
  const narrowed = narrow(columns, inOrder(kept, found, state.sort), conditions)

  const start = offsetOf(state.cursor)
  const end = start + limit
  understanding.remarks.push(...found.remarks)
  return {
    items: listItems(kept, narrowed.readings.slice(start, end)),
    total: narrowed.readings.length,
    facets: countFacets(kept, columns, narrowed, conditions),
    start,
    previousCursor: start > 0 && limit > 0 ? String(Math.max(start - limit, 0)) : null,
    nextCursor: limit > 0 && end < narrowed.readings.length ? String(end) : null,
    understanding,
    understood: explain(understanding),
    leads: listLeads(found, kept.vocabulary, await listDrills()),
    alone: narrowed.readings.length > 0 ? [] : countAlone(kept, columns, understanding),
  }
}

/** A cursor is the number of items before it; anything else is the start. */
function offsetOf(cursor: string | null): number {
  return cursor !== null && /^\d{1,7}$/.test(cursor) ? Number(cursor) : 0
}

/** The readings found, or all, in the order asked for. */
function inOrder(
  kept: SearchMemory,
  { readings: found, without }: FoundText,
  sort: SearchState['sort'],
): ArrayLike<number> {
  const all = sort === 'newest' ? kept.newest : sort === 'shortest' ? kept.shortest : kept.listed
  const isWanted = (reading: number) => !without.has(reading)
  if (found === null) return without.size === 0 ? all : all.filter(isWanted)
  if (sort === 'best') return without.size === 0 ? found : found.filter(isWanted)
  const isFound = new Set(found)
  return all.filter((reading) => isFound.has(reading) && isWanted(reading))
}

function viewerColumns(viewer: Viewer, kept: SearchMemory): Columns {
  const statuses = fixedEntries.status.map((entry) => entry.id as string)
  const marked = db()
    .select({ readingId: marks.readingId, status: marks.status })
    .from(marks)
    .where(eq(marks.userId, viewer.id))
    .all()
  const texts = [notes.markdown, notes.problem, notes.numbers, notes.choice, notes.tradeOff, notes.useWhen]
  const written = db()
    .select({ readingId: notes.readingId })
    .from(notes)
    .where(and(eq(notes.userId, viewer.id), or(...texts.map((text) => ne(text, '')))))
    .all()
  const numbered = (rows: { readingId: string; value: number }[]) =>
    new Map(
      rows.flatMap(({ readingId, value }) => {
        const number = kept.numbers.get(readingId)
        return number === undefined ? [] : [[number, value]]
      }),
    )
  const status = numbered(marked.map((mark) => ({ readingId: mark.readingId, value: statuses.indexOf(mark.status) })))
  const has = numbered(written.map((note) => ({ readingId: note.readingId, value: 0 })))
  return {
    status: makeSparseColumn(statuses, kept.ids.length, status, 0),
    has: makeSparseColumn(
      fixedEntries.has.map((entry) => entry.id),
      kept.ids.length,
      has,
      null,
    ),
  }
}

/** Facets whose values stand in an order of their own, and are shown even when they find nothing. */
const ownOrder = new Set<FacetKey>(['section', 'listed', 'status', 'has'])

function countFacets(
  kept: SearchMemory,
  columns: Columns,
  { counts }: Narrowed,
  conditions: Condition[],
): SearchAnswer['facets'] {
  const facets: SearchAnswer['facets'] = {}
  for (const facet of facetKeys) {
    if (!columns[facet]) continue
    const chosen = conditions.filter((one) => one.facet === facet && !one.negated)
    const all = kept.vocabulary[facet].map(({ id, name }, at) => ({
      id,
      name,
      count: counts[facet]?.[at] ?? 0,
      chosen: chosen.some((condition) => condition.ids.has(id)),
    }))
    const shown = all.filter((value) => value.count > 0 || value.chosen || ownOrder.has(facet))
    facets[facet] = ownOrder.has(facet)
      ? shown
      : shown.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  }
  return facets
}

function listItems(kept: SearchMemory, numbers: number[]): SearchItem[] {
  const rows = db()
    .select({
      id: readings.id,
      title: readings.rowTitle,
      fullTitle: readings.fullTitle,
      url: readings.url,
      organisation: { id: organisations.id, name: organisations.name },
      medium: readings.medium,
      parts: readings.parts,
      minutes: readings.minutes,
      minutesBasis: readings.minutesBasis,
      listedOn: readings.listedOn,
      delistedOn: readings.delistedOn,
      link: linkChecks.status,
    })
    .from(readings)
    .leftJoin(organisations, eq(organisations.id, readings.organisationId))
    // A check of an earlier address says nothing of this one.
    .leftJoin(linkChecks, and(eq(linkChecks.readingId, readings.id), eq(linkChecks.url, readings.url)))
    .where(
      inArray(
        readings.id,
        numbers.map((number) => kept.ids[number] as string),
      ),
    )
    .all()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return numbers.flatMap((number) => {
    const row = byId.get(kept.ids[number] as string)
    if (!row) return []
    const entries = (facet: 'topic' | 'technology' | 'person') => {
      const { offsets, values } = kept.columns[facet]
      return Array.from(
        values.subarray(offsets[number], offsets[number + 1]),
        (at) => kept.vocabulary[facet][at] as Entry,
      )
    }
    return {
      ...row,
      people: entries('person').map((one) => one.name),
      technologies: entries('technology'),
      topics: entries('topic'),
    }
  })
}
