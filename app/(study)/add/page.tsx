import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { listPlanTitles } from '#db/queries/planning/plan-titles.ts'
import { listLists } from '#db/queries/study/lists.ts'
import { parseCapture } from '#lib/own/capture.ts'
import { AddForm } from './_components/add-form.tsx'
import { Bookmarklet } from './_components/bookmarklet.tsx'

export const metadata: Metadata = { title: 'Add a reading' }

/** Where the bookmarklet, a phone's share menu and a person by hand bring a reading of their own. */
export default async function AddPage({ searchParams }: PageProps<'/add'>) {
  const query = await searchParams
  const given = parseCapture(query)
  const params = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''))
  const viewer = await requireViewer(params.size > 0 ? `/add?${params}` : '/add')
  const [plans, lists] = await Promise.all([listPlanTitles(viewer), listLists(viewer)])
  return (
    <>
      <h1 className="mb-6">Add a reading</h1>
      <AddForm
        given={given}
        plans={plans.map(({ id, title }) => ({ id, title }))}
        lists={lists.map(({ id, title }) => ({ id, title }))}
      />
      {params.size === 0 && <Bookmarklet />}
    </>
  )
}
