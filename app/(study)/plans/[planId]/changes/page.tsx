import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '#app/_server/or-not-found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { getForkOffer, getLineage } from '#db/queries/sharing/forks.ts'
import { getPlanHead } from '#db/queries/planning/plan-head.ts'
import { canEditPlan } from '#lib/permissions.ts'
import { planId as planIdSchema } from '#lib/api/plan-params.ts'
import { PageHead } from '../_components/page-head.tsx'
import { Changes } from './_components/changes.tsx'

export const metadata: Metadata = { title: 'Updates from the original' }

export default async function ChangesPage({ params }: PageProps<'/plans/[planId]/changes'>) {
  const { planId } = await params
  const viewer = await requireViewer(`/plans/${planId}/changes`)
  if (!planIdSchema.safeParse(planId).success) notFound()
  const [head, lineage] = await orNotFound(Promise.all([getPlanHead(viewer, planId), getLineage(viewer, planId)]))
  if (!canEditPlan(head.role)) notFound()
  if (!lineage) return <PageHead title="Updates from the original" words="This plan is not a copy of another." />
  const offer = await getForkOffer(viewer, planId, Date.now())
  return (
    <>
      <PageHead
        title="Updates from the original"
        words={
          <>
            This plan is a copy of{' '}
            {lineage.planId ? <a href={`/plans/${lineage.planId}`}>{lineage.title}</a> : <i>{lineage.title}</i>}
            {lineage.ownerName && ` by ${lineage.ownerName}`}. What changed there since stands here, to take or leave.
          </>
        }
      />
      <Changes planId={planId} initial={offer} />
    </>
  )
}
