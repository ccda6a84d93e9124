import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '#app/_server/viewer.ts'
import { SharedPlanHead } from '#components/sharing/shared-plan-head.tsx'
import { SharedPlanView } from '#components/sharing/shared-plan-view.tsx'
import { getRole } from '#db/queries/planning/memberships.ts'
import { getSharedByInvitation } from '#db/queries/sharing/shared-plan.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { planId as planIdSchema } from '#lib/api/plan-params.ts'
import { roleInWords } from '#lib/sharing/event-words.ts'
import { Answer } from './_components/answer.tsx'

export const metadata: Metadata = { title: 'An invitation' }

/** What somebody who was invited sees before they say yes or no. */
export default async function JoinPage({ params }: PageProps<'/plans/[planId]/join'>) {
  const { planId } = await params
  const viewer = await requireViewer(`/plans/${planId}/join`)
  if (!planIdSchema.safeParse(planId).success) notFound()
  const role = await getRole(viewer, planId)
  if (role)
    return (
      <div className="empty">
        <p className="mb-4">You are on this plan as {roleInWords(role)}.</p>
        <a className="button button-main" href={`/plans/${planId}`}>
          Open it
        </a>
      </div>
    )
  const shared = await getSharedByInvitation(viewer, planId)
  if (!shared) notFound()
  const { plan, invitation } = shared
  return (
    <article>
      <SharedPlanHead
        plan={plan}
        eyebrow={`${invitation.invitedBy ?? plan.ownerName} invites you to a plan, as ${roleInWords(invitation.role)}`}
      />
      <Answer
        planId={planId}
        title={plan.title}
        isGuest={invitation.role === 'guest'}
        today={studyDayOf(viewer, Date.now())}
        timeZone={viewer.timeZone}
      />
      <div className="mt-12">
        <SharedPlanView plan={plan} />
      </div>
    </article>
  )
}
