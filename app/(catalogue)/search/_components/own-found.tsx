import { ReadingRows } from '#components/catalogue/reading-rows.tsx'
import { listRowsFor } from '#db/queries/own/own-readings.ts'
import { searchOwn } from '#db/queries/own/search-own.ts'
import type { Viewer } from '#lib/auth/viewer.ts'

const most = 5

/** The viewer's own readings that a search finds, told apart from the catalogue's. */
export async function OwnFound({ viewer, q }: { viewer: Viewer | null; q: string }) {
  if (!viewer || q.trim() === '') return null
  const { ids, total } = await searchOwn(viewer, q, most)
  if (total === 0) return null
  return (
    <section aria-labelledby="own-found" className="mb-8">
      <h2 id="own-found" className="font-sans text-base font-[560]">
        Your own
        {total > most && (
          <a href={`/own?q=${encodeURIComponent(q)}`} className="small ml-3 font-normal">
            All {total.toLocaleString('en')}
          </a>
        )}
      </h2>
      <ReadingRows rows={await listRowsFor(viewer, ids)} label="Your own readings found" />
    </section>
  )
}
