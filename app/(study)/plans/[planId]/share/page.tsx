import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { headers } from 'next/headers'
import { orNotFound } from '#app/_server/or-not-found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { listLinks } from '#db/queries/sharing/links.ts'
import { listMembers } from '#db/queries/sharing/members.ts'
import { getPlanHead } from '#db/queries/planning/plan-head.ts'
import { canLeavePlan, canSharePlan } from '#lib/permissions.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { requestOrigin } from '#lib/request-origin.ts'
import { planId as planIdSchema } from '#lib/api/plan-params.ts'
import { settings } from '#lib/settings.ts'
import { PageHead } from '../_components/page-head.tsx'
import { CopyPlan } from './_components/copy-plan.tsx'
import { HandOver } from './_components/hand-over.tsx'
import { LeavePlan } from './_components/leave-plan.tsx'
import { Links } from './_components/links.tsx'
import { People } from './_components/people.tsx'
import { PublicPage } from './_components/public-page.tsx'

export const metadata: Metadata = { title: 'Share' }

export default async function SharePage({ params }: PageProps<'/plans/[planId]/share'>) {
  const { planId } = await params
  const viewer = await requireViewer(`/plans/${planId}/share`)
  if (!planIdSchema.safeParse(planId).success) notFound()
  const now = Date.now()
  const [head, members] = await orNotFound(Promise.all([getPlanHead(viewer, planId), listMembers(viewer, planId)]))
  const owns = canSharePlan(head.role)
  const links = owns ? await listLinks(viewer, planId, now) : null
  const origin = requestOrigin(new Headers(await headers()), settings())
  const today = studyDayOf(viewer, now)
  return (
    <>
      <PageHead
        title={owns ? 'Share' : 'Copy and leave'}
        words={
          owns
            ? 'A plan is private until you share it. Nobody on it sees your notes, your other plans or your e-mail address.'
            : `You are on this plan as ${head.role === 'editor' ? 'an editor' : `a ${head.role}`}.`
        }
      />
      {links && (
        <>
          <People planId={planId} members={members} />
          <Links planId={planId} initial={links} timeZone={viewer.timeZone} now={now} />
          <PublicPage planId={planId} initial={links} url={`${origin}/shared/${planId}`} />
        </>
      )}
      <CopyPlan planId={planId} title={head.title} today={today} timeZone={viewer.timeZone} />
      {owns && <HandOver planId={planId} members={members} />}
      {canLeavePlan(head.role) && <LeavePlan planId={planId} userId={viewer.id} />}
    </>
  )
}
