import { notFound, redirect } from 'next/navigation'
import { orNotFound } from '#app/_server/or-not-found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { getInvitation } from '#db/queries/sharing/members.ts'
import { getPlan } from '#db/queries/planning/plans.ts'
import { listProposals } from '#db/queries/planning/proposals.ts'
import { getSchedule } from '#db/queries/planning/schedules.ts'
import { planId as planIdSchema } from '#lib/api/plan-params.ts'
import { canEditPlan } from '#lib/permissions.ts'
import { PlanForesight } from './_components/plan-foresight.tsx'
import { PlanPage } from './_components/plan-page.tsx'
import { Proposals } from './_components/proposals.tsx'

export default async function Page({ params, searchParams }: PageProps<'/plans/[planId]'>) {
  const { planId } = await params
  const { view } = await searchParams
  const viewer = await requireViewer(`/plans/${planId}`)
  if (!planIdSchema.safeParse(planId).success) notFound()
  if (await getInvitation(viewer, planId)) redirect(`/plans/${planId}/join`)
  // Where the dates stood before they had a page.
  if (view === 'dates') redirect(`/plans/${planId}/settings`)
  const now = Date.now()
  const asked = Promise.all([getPlan(viewer, planId, now), getSchedule(viewer, planId, now)])
  const [plan, schedule] = await orNotFound(asked)
  const proposals = canEditPlan(plan.role) ? await listProposals(viewer, planId) : []
  return (
    <>
      {proposals.length > 0 && <Proposals planId={planId} items={proposals} />}
      <PlanPage
        plan={plan}
        schedule={schedule}
        view={typeof view === 'string' ? view : null}
        foresight={<PlanForesight viewer={viewer} planId={planId} interview={schedule.settings.targetDate} now={now} />}
      />
    </>
  )
}
