import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { requireViewer } from '#app/_server/viewer.ts'
import { PaintMarks, ReadingRows } from '#components/catalogue/reading-rows.tsx'
import { SelectButton } from '#components/catalogue/select-button.tsx'
import { FreshOnFocus } from '#components/study/fresh-on-focus.tsx'
import { listOwnReadings, listRowsFor } from '#db/queries/own/own-readings.ts'
import { searchOwn } from '#db/queries/own/search-own.ts'
import { counted } from '#lib/format.ts'
import { mostOwnReadings } from '#lib/own/own-facts.ts'

export const metadata: Metadata = { title: 'Own readings' }

const aPage = 100

/** The readings that the viewer added, the last first. */
export default async function OwnPage({ searchParams }: PageProps<'/own'>) {
  const { after, q: asked } = await searchParams
  const viewer = await requireViewer('/own')
  const cursor = typeof after === 'string' && /^\d+\.[a-z0-9-]{1,60}$/.test(after) ? after : null
  const q = typeof asked === 'string' ? asked.trim().slice(0, 200) : ''
  const { items, total, nextCursor } = await listOwnReadings(viewer, { limit: aPage, cursor })
  if (total === 0) return <NothingYet />
  const found = q === '' ? items.map(({ id }) => id) : (await searchOwn(viewer, q, aPage)).ids
  const rows = await listRowsFor(viewer, found)
  const left = mostOwnReadings - total
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 pb-5">
        <div>
          <h1>Own readings</h1>
          <p className="quiet figures">
            {counted(total, 'reading')} of your own, beside the catalogue
            {left < mostOwnReadings / 10 && `; there is room for ${left.toLocaleString('en')} more`}
          </p>
        </div>
        <p className="flex flex-wrap gap-2">
          <a className="button" href="/own/import">
            Import bookmarks
          </a>
          <a className="button button-main" href="/add">
            Add a reading
          </a>
        </p>
      </header>
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <form role="search" className="flex max-w-md grow gap-2">
          <input
            className="input"
            type="search"
            name="q"
            aria-label="Find among them"
            defaultValue={q}
            maxLength={200}
          />
          <button type="submit" className="button">
            Find
          </button>
        </form>
        {rows.length > 1 && (
          <span className="small">
            <SelectButton />
          </span>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="quiet py-6">
          Nothing of your own fits. <a href="/own">Show all</a>
        </p>
      ) : (
        <ReadingRows rows={rows} label="Own readings" />
      )}
      {q === '' && (cursor !== null || nextCursor !== null) && (
        <nav aria-label="Pages" className="mt-5 flex gap-5">
          {cursor !== null && <a href="/own">The newest</a>}
          {nextCursor !== null && <a href={`/own?after=${nextCursor}`}>Older</a>}
        </nav>
      )}
      <PaintMarks nonce={(await headers()).get('x-nonce') ?? undefined} />
      <FreshOnFocus at={Date.now()} />
    </>
  )
}

function NothingYet() {
  return (
    <>
      <h1 className="mb-6">Own readings</h1>
      <div className="empty">
        <p className="mb-4">
          Readings that you add stand here beside the catalogue: an article, a book, a talk, a paper. You mark them,
          write about them and plan them like all others. Only you see them, and the people of a plan that you put them
          on.
        </p>
        <p className="flex flex-wrap gap-2">
          <a className="button button-main" href="/add">
            Add a reading
          </a>
          <a className="button" href="/own/import">
            Import bookmarks
          </a>
        </p>
      </div>
    </>
  )
}
