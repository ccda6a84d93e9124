import { z } from 'zod'
import { conditional } from '#app/_server/conditional.ts'
import { handleShape } from '#app/_server/handle.ts'
import { ownUrl } from '#app/_server/own-url.ts'
import { searchReadings } from '#db/queries/search/search-readings.ts'
import { readingFeed } from '#lib/feeds/reading-feed.ts'
import { notFound } from '#lib/problems.ts'
import { stateFromParams } from '#lib/search/state.ts'

/** What can be followed: its facet, and where its page stands. */
const kinds = {
  sections: { facet: 'section', page: '/catalogue' },
  topics: { facet: 'topic', page: '/catalogue' },
  organisations: { facet: 'organisation', page: '/organisations' },
} as const

/** What is new in a section, topic or organisation, as Atom: `/feeds/new/organisations/netflix.atom`. */
export const GET = handleShape(
  {
    params: z.object({
      kind: z.enum(['sections', 'topics', 'organisations']),
      // A topic's id is `<section>/<slug>`; in a file's name it is written with a dot.
      file: z.string().regex(/^[a-z0-9-]{1,160}(?:\.[a-z0-9-]{1,160})?\.atom$/),
    }),
    answer: 'file',
  },
  {
    viewer: 'none',
    async run({ params, request }) {
      const { facet, page } = kinds[params.kind]
      const id = params.file.slice(0, -'.atom'.length).replace('.', '/')
      const { items, facets } = await searchReadings(null, stateFromParams({ [facet]: [id], sort: 'newest' }), 50)
      const name = facets[facet]?.find((value) => value.id === id)?.name
      if (items.length === 0 || name === undefined) throw notFound('feed')
      const entries = items.map((item) => ({
        id: `reading:${item.id}`,
        title: item.fullTitle,
        says: [item.organisation?.name, item.medium, `about ${item.minutes} minutes`].filter(Boolean).join(', '),
        link: ownUrl(request, `/readings/${item.id}`),
        at: Date.parse(item.listedOn),
      }))
      const xml = readingFeed({
        address: ownUrl(request, `/feeds/new/${params.kind}/${params.file}`),
        page: ownUrl(request, `${page}/${id}`),
        title: `Loadpath: new in ${name}`,
        entries,
      })
      const changedAt = Math.max(...entries.map(({ at }) => at))
      return conditional(request, xml, changedAt, { 'content-type': 'application/atom+xml; charset=utf-8' })
    },
  },
)
