import { handle } from '#app/_server/handle.ts'
import { searchReadings } from '#db/queries/search/search-readings.ts'

/** Searches the catalogue; anybody may. Counts by status and note are for those who are signed in. */
export const GET = handle('GET readings', {
  viewer: 'optional',
  run: async ({ viewer, query }) => {
    const { items, total, facets, nextCursor, understood, leads, alone } = await searchReadings(
      viewer,
      query.state,
      query.limit,
    )
    const body = { items, total, facets, nextCursor, understood, leads, alone }
    return viewer ? { body } : { body, headers: { 'cache-control': 'public', vary: 'Cookie' } }
  },
})
