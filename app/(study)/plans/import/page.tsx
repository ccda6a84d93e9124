import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { ImportForm } from './_components/import-form.tsx'

export const metadata: Metadata = { title: 'Import a plan' }

export default async function ImportPage() {
  const viewer = await requireViewer('/plans/import')
  return (
    <>
      <header className="pb-6">
        <p className="eyebrow">
          <a href="/plans">Plans</a>
        </p>
        <h1>Import a plan</h1>
        <p className="quiet mt-1 max-w-[60ch]">
          From a Markdown checklist or a JSON file that this or another Loadpath gave, or any list of “- [ ]” lines. It
          becomes a plan of your own.
        </p>
      </header>
      <ImportForm today={studyDayOf(viewer, Date.now())} timeZone={viewer.timeZone} />
    </>
  )
}
