import { format, maxLength, type Part, type Query } from './query.ts'
import { type FacetKey, facetKeys } from './vocabulary.ts'

/** How results are ordered: by how well they fit, else as the catalogue lists them. */
export const sorts = ['best', 'newest', 'shortest'] as const

/** One of `sorts`. */
export type Sort = (typeof sorts)[number]

/** A whole search, as the URL carries it. */
export interface SearchState {
  /** What the person typed. */
  q: string
  /** Values chosen from the facets: those of one facet widen, facets narrow each other. */
  chosen: Partial<Record<FacetKey, string[]>>
  sort: Sort
  /** Where to go on; null for the start. */
  cursor: string | null
}

/** The search that finds everything. */
export const emptySearch: SearchState = { q: '', chosen: {}, sort: 'best', cursor: null }

/** How many values of one facet are read. */
const maxChosen = 20

/** What a page or a request gives: `URLSearchParams`, or Next's object. */
export type Params = URLSearchParams | Record<string, string | string[] | undefined>

/** Reads a search from a URL's parameters. What is unknown or too much is passed over. */
export function stateFromParams(params: Params): SearchState {
  const all = (key: string): string[] => {
    if (params instanceof URLSearchParams) return params.getAll(key)
    const value = Object.hasOwn(params, key) ? params[key] : undefined
    return value === undefined ? [] : [value].flat()
  }
  const chosen: SearchState['chosen'] = {}
  for (const key of facetKeys) {
    const values = [...new Set(all(key).filter((value) => value !== '' && value.length <= 200))].slice(0, maxChosen)
    if (values.length > 0) chosen[key] = values
  }
  return {
    // One more than is read, so that what was cut off can be told.
    q: (all('q')[0] ?? '').slice(0, maxLength + 1),
    chosen,
    sort: sorts.find((sort) => sort === all('sort')[0]) ?? 'best',
    cursor: all('cursor')[0] || null,
  }
}

/** Writes a search as URL parameters, in one fixed order, leaving out what goes without saying. */
export function paramsFromState(state: SearchState): URLSearchParams {
  const params = new URLSearchParams()
  if (state.q !== '') params.set('q', state.q)
  for (const key of facetKeys) for (const value of state.chosen[key] ?? []) params.append(key, value)
  if (state.sort !== 'best') params.set('sort', state.sort)
  if (state.cursor !== null) params.set('cursor', state.cursor)
  return params
}

/** The address of a search on its page. */
export function searchHref(state: SearchState): string {
  const params = paramsFromState(state).toString()
  return params === '' ? '/search' : `/search?${params}`
}

/** The same search with a facet's value chosen, or no longer; back at its start. */
export function withChosen(state: SearchState, key: FacetKey, id: string, chosen: boolean): SearchState {
  const others = (state.chosen[key] ?? []).filter((value) => value !== id)
  const { [key]: _, ...rest } = state.chosen
  const values = chosen ? [...others, id] : others
  return { ...state, cursor: null, chosen: values.length > 0 ? { ...rest, [key]: values } : rest }
}

/** The same search without some parts of its query; back at its start. */
export function withoutParts(state: SearchState, query: Query, parts: readonly Part[]): SearchState {
  const kept = query.parts.filter((part) => !parts.includes(part))
  return { ...state, cursor: null, q: format({ ...query, parts: kept }) }
}
