import { emptySearch, searchHref } from '#lib/search/state.ts'

const examples = [
  ['kafka at uber', 'all of these words, anywhere'],
  ['"circuit breaker"', 'exactly these words, side by side'],
  ['org:netflix medium:video', 'who wrote it, and as what'],
  ['tech:kafka -topic:big-data', 'a technology, outside a topic'],
  ['by:"jeff dean" section:principle', 'a person, in a section'],
  ['is:delisted in:interview', 'no longer listed'],
  ['is:done has:note', 'your own marks and notes'],
] as const

/** The query language by example. */
export function HowTo() {
  return (
    <details className="mt-3 small">
      <summary className="quiet w-fit py-1">Search syntax</summary>
      <dl className="mt-2 grid max-w-[44rem] gap-x-8 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {examples.map(([q, meaning]) => (
          <div key={q} className="contents">
            <dt>
              <a href={searchHref({ ...emptySearch, q })} className="font-mono">
                {q}
              </a>
            </dt>
            <dd className="quiet mb-1">{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
