/** What the page of notes is asked for, as it stands in its address. */
export interface NotesQuery {
  q: string
  place: string | null
  organisation: string | null
  plan: string | null
  card: 'with' | 'without' | null
  view: 'notes' | 'cards'
  /** From 1. */
  page: number
}

type Given = Record<string, string | string[] | undefined>

/** Reads the query of an address; what it does not understand is as if it were not there. */
export function parseNotesQuery(given: Given): NotesQuery {
  const text = (name: string) => (typeof given[name] === 'string' ? given[name].slice(0, 200) : '')
  const card = text('card')
  const page = Number(text('page'))
  return {
    q: text('q'),
    place: text('place') || null,
    organisation: text('organisation') || null,
    plan: text('plan') || null,
    card: card === 'with' || card === 'without' ? card : null,
    view: text('view') === 'cards' ? 'cards' : 'notes',
    page: Number.isInteger(page) && page > 0 && page < 1000 ? page : 1,
  }
}

/** The address for a query; what is as usual is left out. */
export function hrefOf(query: Partial<NotesQuery>): string {
  const { view, page, ...others } = query
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(others)) if (value) search.set(name, value)
  if (view === 'cards') search.set('view', view)
  if (page !== undefined && page > 1) search.set('page', String(page))
  const text = search.toString()
  return text ? `/notes?${text}` : '/notes'
}
