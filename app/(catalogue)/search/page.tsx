import type { Metadata } from 'next'
import { publicOrigin } from '#app/_server/public-origin.ts'
import { getViewer } from '#app/_server/viewer.ts'
import { PaintMarks } from '#components/catalogue/reading-rows.tsx'
import { searchReadings } from '#db/queries/search/search-readings.ts'
import { paramsFromState, searchHref, stateFromParams, withChosen } from '#lib/search/state.ts'
import { withoutEntry } from '#lib/search/understand.ts'
import { Facet, shownFacets } from './_components/facet.tsx'
import { Found } from './_components/found.tsx'
import { HowTo } from './_components/how-to.tsx'
import { Leads } from './_components/leads.tsx'
import { LiveForm } from './_components/live-form.tsx'
import { Narrowed } from './_components/narrowed.tsx'
import { NothingFound } from './_components/nothing-found.tsx'
import { OwnFound } from './_components/own-found.tsx'
import { QueryField } from './_components/query-field.tsx'

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const { q } = stateFromParams(await searchParams)
  const asked = q.trim().slice(0, 80)
  const origin = publicOrigin()
  return {
    title: asked === '' ? 'Search' : `${asked}: search`,
    description: `${asked === '' ? 'Search the' : `What the engineers of large systems say on “${asked}”: the`} catalogue by words, topic, organisation, technology, medium and person.`,
    // Every search is this one page, for whoever counts pages.
    alternates: { canonical: origin === null ? undefined : `${origin}/search` },
  }
}

const pageSize = 50

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const state = stateFromParams(await searchParams)
  const viewer = await getViewer()
  const result = await searchReadings(viewer, state, pageSize)
  const { understanding, understood, facets, items } = result
  const kept = [...paramsFromState({ ...state, q: '', cursor: null })]
  return (
    <>
      <h1>Search</h1>
      <LiveForm id="search-form" className="mt-4 flex gap-2">
        <QueryField value={state.q} />
        {kept.map(([key, value]) => (
          <input key={`${key} ${value}`} type="hidden" name={key} value={value} />
        ))}
        <button type="submit" className="button button-main min-h-12">
          Search
        </button>
      </LiveForm>
      <p id="understood" className="mt-3 max-w-[70ch] text-quiet">
        {understood || 'Everything in the catalogue. Type a word, or choose from the facets.'}
      </p>
      <Narrowed state={state} result={result} />
      <HowTo />
      <div className="mt-8 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_15rem]">
        <div>
          <Leads leads={result.leads} />
          {state.cursor === null && <OwnFound viewer={viewer} q={state.q} />}
          {items.length === 0 ? (
            <NothingFound state={state} result={result} />
          ) : (
            <Found state={state} result={result} />
          )}
        </div>
        <aside id="narrow" aria-label="Narrow the search" className="facets no-print">
          {shownFacets.map((facet) => (
            <Facet
              key={facet}
              facet={facet}
              values={facets[facet] ?? []}
              hrefOf={({ id, chosen }) => {
                const demand = understanding.demands.find((one) => one.facet === facet && !one.negated)
                const next =
                  chosen && demand ? withoutEntry(state, understanding, demand, id) : withChosen(state, facet, id, true)
                return searchHref(next)
              }}
            />
          ))}
        </aside>
      </div>
      <PaintMarks />
    </>
  )
}
