import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '#app/_server/or-not-found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { getPlan } from '#db/queries/planning/plans.ts'
import { listFamily } from '#db/queries/planning/templates.ts'
import { listMembers } from '#db/queries/sharing/members.ts'
import { planId as planIdSchema } from '#lib/api/plan-params.ts'
import { canDeletePlan } from '#lib/permissions.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { PageHead } from '../_components/page-head.tsx'
import { PlanSettings } from './_components/plan-settings.tsx'
import { RemovePlan } from './_components/remove-plan.tsx'

export const metadata: Metadata = { title: 'Settings' }

export default async function PlanSettingsPage({ params }: PageProps<'/plans/[planId]/settings'>) {
  const { planId } = await params
  const viewer = await requireViewer(`/plans/${planId}/settings`)
  if (!planIdSchema.safeParse(planId).success) notFound()
  const now = Date.now()
  const [plan, members] = await orNotFound(Promise.all([getPlan(viewer, planId, now), listMembers(viewer, planId)]))
  return (
    <>
      <PageHead title="Settings" words="Your dates and minutes are your own; the name and the calendar too." />
      <PlanSettings plan={plan} today={studyDayOf(viewer, now)} family={await listFamily(plan.templateId)} />
      {canDeletePlan(plan.role) && (
        <div className="mt-12">
          <RemovePlan planId={planId} title={plan.title} members={members} />
        </div>
      )}
    </>
  )
}
