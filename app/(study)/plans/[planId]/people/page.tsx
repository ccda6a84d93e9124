import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '#app/_server/or-not-found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { listOpenInterviews } from '#db/queries/practice/interviews.ts'
import { getGroupWeek } from '#db/queries/sharing/group-week.ts'
import { listMembers } from '#db/queries/sharing/members.ts'
import { listPlanTopics } from '#db/queries/planning/plan-topics.ts'
import { getPlan } from '#db/queries/planning/plans.ts'
import { listProgress } from '#db/queries/sharing/progress.ts'
import { planId as planIdSchema } from '#lib/api/plan-params.ts'
import { PageHead } from '../_components/page-head.tsx'
import { OpenInterviews } from './_components/open-interviews.tsx'
import { PeopleBoard } from './_components/people-board.tsx'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage({ params }: PageProps<'/plans/[planId]/people'>) {
  const { planId } = await params
  const viewer = await requireViewer(`/plans/${planId}/people`)
  if (!planIdSchema.safeParse(planId).success) notFound()
  const now = Date.now()
  const [plan, members, progress, week, topics, interviews] = await orNotFound(
    Promise.all([
      getPlan(viewer, planId, now),
      listMembers(viewer, planId),
      listProgress(viewer, planId),
      getGroupWeek(viewer, planId, now),
      listPlanTopics(viewer, planId),
      listOpenInterviews(viewer, planId),
    ]),
  )
  return (
    <>
      <PageHead title="People" words="Who has done what on this plan, as far as each of you shows it.">
        <a className="button" href={`/questions/coverage?plan=${planId}`}>
          Interview questions that you cover
        </a>
      </PageHead>
      <OpenInterviews interviews={interviews} />
      <PeopleBoard plan={plan} members={members} progress={progress} week={week} topics={topics} />
    </>
  )
}
