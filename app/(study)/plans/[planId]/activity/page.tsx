import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '#app/_server/or-not-found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { listActivity } from '#db/queries/sharing/activity.ts'
import { getActivityFeedDate } from '#db/queries/sharing/activity-feed.ts'
import { planId as planIdSchema } from '#lib/api/plan-params.ts'
import { PageHead } from '../_components/page-head.tsx'
import { Activity } from './_components/activity.tsx'
import { FeedAddress } from './_components/feed-address.tsx'

export const metadata: Metadata = { title: 'Activity' }

export default async function ActivityPage({ params }: PageProps<'/plans/[planId]/activity'>) {
  const { planId } = await params
  const viewer = await requireViewer(`/plans/${planId}/activity`)
  if (!planIdSchema.safeParse(planId).success) notFound()
  const now = Date.now()
  const [activity, feedDate] = await orNotFound(
    Promise.all([listActivity(viewer, planId), getActivityFeedDate(viewer, planId)]),
  )
  return (
    <>
      <PageHead title="Activity" words="What happened on this plan, the newest first." />
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Activity planId={planId} initial={activity} timeZone={viewer.timeZone} now={now} />
        <FeedAddress planId={planId} exists={feedDate !== null} />
      </div>
    </>
  )
}
