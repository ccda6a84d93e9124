import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '#app/_server/or-not-found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { getPlanHead } from '#db/queries/planning/plan-head.ts'
import { listOwnNotesOnPlan, listSharedNotes } from '#db/queries/sharing/shared-notes.ts'
import { canComment } from '#lib/permissions.ts'
import { planId as planIdSchema } from '#lib/api/plan-params.ts'
import { PageHead } from '../_components/page-head.tsx'
import { PlanNotes } from './_components/plan-notes.tsx'

export const metadata: Metadata = { title: 'Notes' }

export default async function PlanNotesPage({ params }: PageProps<'/plans/[planId]/notes'>) {
  const { planId } = await params
  const viewer = await requireViewer(`/plans/${planId}/notes`)
  if (!planIdSchema.safeParse(planId).success) notFound()
  const [head, items, own] = await orNotFound(
    Promise.all([getPlanHead(viewer, planId), listSharedNotes(viewer, planId), listOwnNotesOnPlan(viewer, planId)]),
  )
  return (
    <>
      <PageHead
        title="Notes"
        words="Notes and cards that people on this plan chose to show. All others stay private."
      />
      <PlanNotes planId={planId} initial={{ items, own }} canShare={canComment(head.role)} />
    </>
  )
}
