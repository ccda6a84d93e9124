import type { SearchAnswer } from '#lib/api/search.ts'
import { valueOf } from '#lib/search/complete.ts'
import { type Columns, type Condition, narrow } from '#lib/search/facets.ts'
import { findText } from '#lib/search/find-text.ts'
import { type FilterKey, formatPart } from '#lib/search/query.ts'
import type { Demand, Understanding } from '#lib/search/understand.ts'
import type { FacetKey } from '#lib/search/vocabulary.ts'
import { wordsOf } from '#lib/words/same-word.ts'
import { isStopWord } from '#lib/words/stop-words.ts'
import { type SearchMemory, textIndex } from './search.ts'

/** The key that a person types for each facet. */
const keyOf: Record<FacetKey, FilterKey> = {
  section: 'section',
  topic: 'topic',
  organisation: 'org',
  technology: 'tech',
  medium: 'medium',
  listed: 'is',
  status: 'is',
  has: 'has',
  person: 'by',
}

/** A demand as the columns take it. */
export function toCondition({ facet, entries, negated }: Demand): Condition {
  return { facet, ids: new Set(entries.map((entry) => entry.id)), negated }
}

/** What each part of a search would find alone; nothing for a search of one part, which leaves none to take off. */
export function countAlone(
  kept: SearchMemory,
  columns: Columns,
  { texts, demands }: Understanding,
): SearchAnswer['alone'] {
  const wanted = texts.filter((part) => !part.negated && !wordsOf(part.text).every(isStopWord))
  const filters = demands.filter((demand) => !demand.negated)
  if (wanted.length + filters.length < 2) return []
  const index = textIndex(kept)
  const words = wanted.map((part) => ({
    text: formatPart(part),
    count: findText({ texts: [part], prefix: false }, index).readings?.length ?? 0,
  }))
  const named = filters.flatMap((demand) =>
    demand.entries.slice(0, 3).map((entry) => {
      const key = keyOf[demand.facet]
      const only = toCondition({ ...demand, entries: [entry] })
      return {
        text: formatPart({ kind: 'filter', key, text: valueOf(key, entry), negated: false }),
        count: narrow(columns, kept.listed, [only]).readings.length,
      }
    }),
  )
  return [...words, ...named].filter(({ count }) => count > 0).slice(0, 8)
}
