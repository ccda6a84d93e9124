import { escapeHtml } from '#lib/html.ts'
import type { FacetCount } from '#lib/api/search.ts'
import type { FacetKey } from '#lib/search/vocabulary.ts'

const names: Partial<Record<FacetKey, [title: string, other: string]>> = {
  status: ['Your mark', 'Any mark'],
  has: ['Your notes', 'Any'],
  section: ['Section', 'Another section'],
  topic: ['Topic', 'Another topic'],
  organisation: ['Organisation', 'Another organisation'],
  technology: ['Technology', 'Another technology'],
  medium: ['Medium', 'Another medium'],
  listed: ['In the list', 'Any'],
}

/** The facets of the page, in their order. */
export const shownFacets = Object.keys(names) as FacetKey[]

/** How many values are shown as links; the rest can be picked from a list. */
const maxLinks = 7

/**
 * One facet: its most frequent values as links that choose or unchoose them, with what each would find, and a list of
 * the others, which belongs to the search form.
 */
export function Facet({
  facet,
  values,
  hrefOf,
}: {
  facet: FacetKey
  values: FacetCount[]
  hrefOf: (value: FacetCount) => string
}) {
  const shown = values.filter((value) => value.count > 0 || value.chosen)
  const first = shown.length <= maxLinks + 1 ? shown : shown.filter((value, at) => at < maxLinks || value.chosen)
  const others = shown.filter((value) => !first.includes(value))
  const chosen = values.flatMap((value) => (value.chosen ? value.id : [])).join(' ')
  if (shown.length === 0) return null
  const [title = facet, other = ''] = names[facet] ?? []
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {first.map((value) => (
          <li key={value.id}>
            <a href={hrefOf(value)} aria-current={value.chosen ? 'true' : undefined} rel="nofollow">
              {value.name}
            </a>
            <span>{value.count.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <select
          key={chosen}
          form="search-form"
          name={facet}
          aria-label={other}
          dangerouslySetInnerHTML={{ __html: optionsHtml(other, others) }}
        />
      )}
    </section>
  )
}

/** As markup: a list may have two hundred options, and an element each takes as long as all the rest of the page. */
function optionsHtml(title: string, values: FacetCount[]): string {
  const options = values
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ id, name, count }) => `<option value="${escapeHtml(id)}">${escapeHtml(name)} (${count})</option>`)
  return `<option value="">${escapeHtml(title)} …</option>${options.join('')}`
}
