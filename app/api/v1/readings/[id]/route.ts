import { handle } from '#app/_server/handle.ts'
import { getReading } from '#db/queries/catalogue/readings.ts'
import { notFound } from '#lib/problems.ts'

/** Everything that is known of a reading; anybody may look. */
export const GET = handle('GET readings/[id]', {
  viewer: 'none',
  run: async ({ params }) => {
    const reading = await getReading(params.id)
    if (!reading) throw notFound('reading')
    return { body: reading, headers: { 'cache-control': 'public' } }
  },
})
