import type { SearchResult } from '#db/queries/search/search-readings.ts'
import { searchHref, type SearchState } from '#lib/search/state.ts'
import { withoutEntry } from '#lib/search/understand.ts'

/** What the search is narrowed by, each with a link that takes it off. */
export function Narrowed({ state, result }: { state: SearchState; result: SearchResult }) {
  const { understanding } = result
  const entries = understanding.demands.flatMap((demand) =>
    demand.entries.map((entry) => ({
      key: `${demand.facet} ${demand.negated} ${entry.id}`,
      name: demand.negated ? `not ${entry.name}` : entry.name,
      href: searchHref(withoutEntry(state, understanding, demand, entry.id)),
    })),
  )
  if (entries.length === 0) return null
  return (
    <ul aria-label="Narrowed by" className="mt-3 flex flex-wrap gap-2">
      {entries.map((entry) => (
        <li key={entry.key}>
          <a href={entry.href} className="button button-small" rel="nofollow">
            {entry.name} <span aria-hidden>×</span>
            <span className="sr-only">, take off</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
