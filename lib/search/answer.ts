import type { Medium } from '../catalogue/minutes.ts'
import type { ReadingRow } from '../catalogue/reading-row.ts'
import type { Lead } from './leads.ts'
import type { FacetKey } from './vocabulary.ts'

/** The public facts of a reading, as a search gives them. */
export interface SearchItem {
  id: string
  title: string
  url: string
  organisation: { id: string; name: string } | null
  people: string[]
  technologies: { id: string; name: string }[]
  /** The topics that list it and those above them; ids are `<section>/<slug>`. */
  topics: { id: string; name: string }[]
  medium: Medium
  parts: number
  minutes: number
  listedOn: string
  delistedOn: string | null
  /** What the last check of this address found; null: never checked. */
  link: 'alive' | 'moved' | 'dead' | 'unknown' | null
}

/** A value of a facet with how many readings choosing it would find. */
export interface FacetCount {
  id: string
  name: string
  count: number
  chosen: boolean
}

/** What GET `/api/v1/readings` answers. */
export interface SearchAnswer {
  items: SearchItem[]
  total: number
  /** By facet; `status` and `has` only for a viewer. Values that find nothing are left out unless chosen. */
  facets: Partial<Record<FacetKey, FacetCount[]>>
  nextCursor: string | null
  /** How the search was understood, in words; empty for a search that asks nothing. */
  understood: string
  /** Sections, topics, situations and drills that answer it beside the readings, best first. */
  leads: Lead[]
  /** Where nothing is found: how many readings each part of the search would find alone, as one types it. */
  alone: { text: string; count: number }[]
}

/** A found reading as a line of a list. */
export function rowOf({ organisation, ...item }: SearchItem): ReadingRow {
  return { ...item, organisation: organisation?.name ?? null, introduction: false }
}
