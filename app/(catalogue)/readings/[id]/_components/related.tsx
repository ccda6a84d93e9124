import { ReadingRows } from '#components/catalogue/reading-rows.tsx'
import { listRelatedReadings } from '#db/queries/related.ts'

const maxRelated = 6

/** Readings with the same topic, organisation or technologies; see `relatedness` for the score. */
export async function Related({ readingId }: { readingId: string }) {
  const rows = await listRelatedReadings(readingId, maxRelated)
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="related" className="lg:col-span-2">
      <h2 id="related" className="mb-2">
        Related readings
      </h2>
      <ReadingRows rows={rows} label="Related readings" />
    </section>
  )
}
