import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { CalendarFeed } from '#components/planning/calendar-feed.tsx'
import { listInvitations } from '#db/queries/sharing/members.ts'
import { listPlans } from '#db/queries/planning/plans.ts'
import { listRemovedPlans } from '#db/queries/planning/removed-plans.ts'
import { Invitations, RemovedPlans } from './_components/plan-extras.tsx'
import { PlanRows } from './_components/plan-rows.tsx'

export const metadata: Metadata = { title: 'Plans' }

export default async function PlansPage() {
  const viewer = await requireViewer('/plans')
  const now = Date.now()
  const [plans, invitations, removed] = await Promise.all([
    listPlans(viewer, now),
    listInvitations(viewer),
    listRemovedPlans(viewer, now),
  ])
  const running = plans.filter((plan) => !plan.completed)
  const completed = plans.filter((plan) => plan.completed)
  return (
    <>
      <header className="flex flex-wrap items-center justify-between gap-4 pb-8">
        <h1>Plans</h1>
        <p className="flex flex-wrap gap-3">
          <a className="button" href="/plans/import">
            Import a plan
          </a>
          {plans.length > 0 && (
            <a className="button button-main" href="/plans/new">
              Start a plan
            </a>
          )}
        </p>
      </header>
      <Invitations items={invitations} />
      {plans.length === 0 && (
        <div className="empty">
          <p className="mb-4">
            A plan deals readings, drills and mock interviews to your days, up to the minutes that you have, and helps
            when a day goes wrong.
          </p>
          <a className="button button-main" href="/plans/new">
            Start a plan
          </a>
        </div>
      )}
      <PlanRows plans={running} label="Running plans" />
      {completed.length > 0 && (
        <section aria-labelledby="completed" className="mt-12">
          <h2 id="completed" className="mb-2">
            Completed
          </h2>
          <PlanRows plans={completed} label="Completed plans" />
        </section>
      )}
      {plans.length > 0 && (
        <div className="mt-14">
          <CalendarFeed planId={null} />
        </div>
      )}
      <RemovedPlans items={removed} timeZone={viewer.timeZone} now={now} />
    </>
  )
}
