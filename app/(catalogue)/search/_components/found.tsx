import { Repaint } from '#components/catalogue/repaint.tsx'
import { ReadingRows } from '#components/catalogue/reading-rows.tsx'
import { SelectButton } from '#components/catalogue/select-button.tsx'
import type { SearchResult } from '#db/queries/search/search-readings.ts'
import { rowOf } from '#lib/search/row-of.ts'
import { searchHref, type SearchState, sorts } from '#lib/search/state.ts'

const sortNames = { best: 'Best match', newest: 'Newest', shortest: 'Shortest' } as const

/** How many were found, in which order, and the readings themselves with the way to the next ones. */
export function Found({ state, result }: { state: SearchState; result: SearchResult }) {
  const { items, total, start, previousCursor, nextCursor } = result
  const from = (cursor: string | null) => searchHref({ ...state, cursor: cursor === '0' ? null : cursor })
  // A plan takes what was typed; what was chosen from the facets is not in that.
  const canBePlanned = state.q.trim() !== '' && Object.keys(state.chosen).length === 0
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="figures font-sans text-base font-[560]">
          <span role="status">
            {total === 1 ? '1 reading' : `${total.toLocaleString('en')} readings`}
            {items.length < total && (
              <span className="quiet font-normal">
                {' '}
                · {(start + 1).toLocaleString('en')} to {(start + items.length).toLocaleString('en')}
              </span>
            )}
          </span>
        </h2>
        <span className="small mr-auto flex gap-x-4">
          <SelectButton />
          {canBePlanned && (
            <a href={`/plans/new?q=${encodeURIComponent(state.q)}`} data-when="signed-in" className="py-1">
              Start a plan from these
            </a>
          )}
        </span>
        <a href="#narrow" className="small py-1 lg:hidden">
          Narrow
        </a>
        <ul className="small flex gap-x-4" aria-label="Order">
          {sorts.map((sort) => (
            <li key={sort}>
              <a
                href={searchHref({ ...state, sort, cursor: null })}
                aria-current={state.sort === sort ? 'true' : undefined}
                className="inline-block py-1 no-underline hover:underline aria-[current]:font-[560] aria-[current]:underline"
                rel="nofollow"
              >
                {sort === 'best' && state.q.trim() === '' ? 'As listed' : sortNames[sort]}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <div className="mt-2">
        <ReadingRows rows={items.map(rowOf)} label="Readings found" />
        <Repaint when={items.map((item) => item.id).join(' ')} />
      </div>
      {(previousCursor ?? nextCursor) !== null && (
        <nav aria-label="Pages of results" className="no-print mt-6 flex justify-between">
          {previousCursor === null ? <span /> : <a href={from(previousCursor)}>← The ones before</a>}
          {nextCursor === null ? <span /> : <a href={from(nextCursor)}>The next ones →</a>}
        </nav>
      )}
    </>
  )
}
