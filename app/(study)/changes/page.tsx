import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { getSeenChangeId, listChangeEntries, listChanges } from '#db/queries/catalogue/changes.ts'
import { Batch } from './_components/batch.tsx'
import { KeepSeen } from './_components/keep-seen.tsx'

export const metadata: Metadata = { title: 'What changed' }

const mostBatches = 30
// Earlier batches are closed: a first import of thousands must not be sent again at every visit.
const mostEntries = { fresh: 200, earlier: 40 }

export default async function ChangesPage() {
  const viewer = await requireViewer('/changes')
  const seen = await getSeenChangeId(viewer)
  const isFresh = (id: string) => seen === null || id > seen
  const batches = await Promise.all(
    (await listChanges({ limit: mostBatches })).map(async (batch) => ({
      ...batch,
      entries: await listChangeEntries(viewer, batch.id, isFresh(batch.id) ? mostEntries.fresh : mostEntries.earlier),
    })),
  )
  const fresh = batches.filter((batch) => isFresh(batch.id))
  const earlier = batches.filter((batch) => !isFresh(batch.id))
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: viewer.timeZone })
  const newest = fresh[0]?.id
  return (
    <>
      <h1>What changed</h1>
      <p className="quiet mb-8 max-w-[65ch]">
        The catalogue follows its list: readings come, move and get new addresses. One that goes stays here with your
        mark and notes.
      </p>
      {newest && <KeepSeen changeId={newest} />}
      <section aria-labelledby="fresh">
        <h2 id="fresh" className="mb-2">
          Since you last looked
        </h2>
        {fresh.length === 0 && <p className="empty">Nothing has changed since you last looked.</p>}
        {fresh.map((batch) => (
          <Batch key={batch.id} batch={batch} when={when.format(batch.createdAt)} isOpen />
        ))}
      </section>
      {earlier.length > 0 && (
        <section aria-labelledby="earlier" className="mt-14">
          <h2 id="earlier" className="mb-2">
            Earlier
          </h2>
          {earlier.map((batch) => (
            <Batch key={batch.id} batch={batch} when={when.format(batch.createdAt)} />
          ))}
        </section>
      )}
    </>
  )
}
