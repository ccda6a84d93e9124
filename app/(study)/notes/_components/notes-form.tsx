import type { NoteEntry } from '#lib/notes/find-notes.ts'
import { hrefOf, type NotesQuery } from '#lib/notes/notes-query.ts'

/** What to look for and where. A form that works by itself. */
export function NotesForm({
  query,
  entries,
  plans,
}: {
  query: NotesQuery
  entries: NoteEntry[]
  plans: { id: string; title: string }[]
}) {
  const places = optionsOf(
    entries.toSorted((a, b) => a.order - b.order).flatMap(({ places, placeTitle }) => namesOf(places, placeTitle)),
  )
  const organisations = optionsOf(entries.flatMap(({ organisation }) => organisation ?? [])).toSorted((a, b) =>
    a.name.localeCompare(b.name),
  )
  const isFiltered = query.q !== '' || [query.place, query.organisation, query.plan, query.card].some(Boolean)
  return (
    <form
      action="/notes"
      role="search"
      className="no-print flex flex-wrap items-end gap-3 border-y border-hairline py-4"
    >
      {query.view === 'cards' && <input type="hidden" name="view" value="cards" />}
      <label className="field min-w-56 grow">
        <span className="eyebrow">Search in your notes</span>
        <input name="q" type="search" className="input" defaultValue={query.q} maxLength={200} data-search-input />
      </label>
      <Choice name="place" label="Topic" value={query.place} options={places} />
      <Choice name="organisation" label="Organisation" value={query.organisation} options={organisations} />
      {plans.length > 0 && (
        <Choice
          name="plan"
          label="Plan"
          value={query.plan}
          options={plans.map(({ id, title }) => ({ id, name: title }))}
        />
      )}
      {query.view === 'notes' && (
        <Choice
          name="card"
          label="Case card"
          value={query.card}
          options={[
            { id: 'with', name: 'With' },
            { id: 'without', name: 'Without' },
          ]}
        />
      )}
      <button type="submit" className="button">
        Show
      </button>
      {isFiltered && (
        <a href={hrefOf({ view: query.view })} className="small quiet py-2">
          Show all
        </a>
      )}
    </form>
  )
}

interface Option {
  id: string
  name: string
}

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string
  label: string
  value: string | null
  options: Option[]
}) {
  return (
    <label className="field w-40 max-sm:w-[calc(50%-0.375rem)]">
      <span className="eyebrow">{label}</span>
      <select name={name} defaultValue={value ?? ''} className="input">
        <option value="">All</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The section and topics that a note is shown under, those below indented. */
function namesOf(places: readonly string[], placeTitle: string): Option[] {
  return placeTitle.split(' / ').flatMap((name, depth) => {
    const id = places[depth]
    return id === undefined ? [] : [{ id, name: `${'\u2003'.repeat(depth)}${name}` }]
  })
}

function optionsOf(options: Option[]): Option[] {
  return [...new Map(options.map((option) => [option.id, option])).values()]
}
