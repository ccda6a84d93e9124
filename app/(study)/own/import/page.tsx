import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { Breadcrumb } from '#components/layout/breadcrumb.tsx'
import { ImportForm } from './_components/import-form.tsx'

export const metadata: Metadata = { title: 'Import bookmarks' }

/** Brings a file of bookmarks in as own readings, after a look at what it would add. */
export default async function ImportBookmarksPage() {
  await requireViewer('/own/import')
  return (
    <>
      <Breadcrumb steps={[{ href: '/own', name: 'Own readings' }]} />
      <h1 className="mb-3">Import bookmarks</h1>
      <p className="mb-6 max-w-[60ch]">
        Every address becomes a reading of your own, once. What you or the catalogue have already is left as it is, so
        the same file can be brought again.
      </p>
      <ImportForm />
    </>
  )
}
