import type { SearchResult } from '#db/queries/search/search-readings.ts'
import { emptySearch, searchHref, type SearchState } from '#lib/search/state.ts'

/** Suggestions when nothing was found. */
export function NothingFound({ state, result }: { state: SearchState; result: SearchResult }) {
  const { texts, demands } = result.understanding
  const words = texts
    .filter((part) => !part.negated)
    .map((part) => part.text)
    .join(' ')
  return (
    <div className="empty" role="status">
      <h2>Nothing found</h2>
      <p className="mt-2">
        No reading fits all of it.{' '}
        {demands.length > 0 && words !== '' ? (
          <>
            You can <a href={searchHref({ ...emptySearch, q: words })}>search for the words alone</a>, or take something
            off above.
          </>
        ) : (
          <>
            Try fewer or other words, or go through <a href="/catalogue">the catalogue</a> by topic.
          </>
        )}
      </p>
      {result.alone.length > 0 && (
        <>
          <p className="mt-4">Each part alone finds more:</p>
          <ul aria-label="Each part alone" className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
            {result.alone.map(({ text, count }) => (
              <li key={text} className="figures">
                <a href={searchHref({ ...emptySearch, q: text })} rel="nofollow">
                  {text}
                </a>{' '}
                <span className="quiet">{count.toLocaleString('en')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {state.cursor !== null && (
        <p className="mt-2">
          <a href={searchHref({ ...state, cursor: null })}>Back to the first ones</a>
        </p>
      )}
    </div>
  )
}
