import { ReadingRows } from '#components/catalogue/reading-rows.tsx'
import { SelectButton } from '#components/catalogue/select-button.tsx'
import { listRelatedReadings } from '#db/queries/catalogue/related.ts'

const maxRelated = 6

/** Readings with the same topic, organisation or technologies; see `relatedness` for the score. */
export async function Related({ readingId }: { readingId: string }) {
  const rows = await listRelatedReadings(readingId, maxRelated)
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="related" className="lg:col-span-2">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="related">Related readings</h2>
        <span className="small">
          <SelectButton />
        </span>
      </div>
      <ReadingRows rows={rows} label="Related readings" />
    </section>
  )
}
