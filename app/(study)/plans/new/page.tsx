import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { listOrganisations } from '#db/queries/catalogue/organisations.ts'
import { listChoices } from '#db/queries/study/own-choice.ts'
import { getStanding, listDatedPlans } from '#db/queries/planning/schedules.ts'
import { listTemplateSummaries } from '#db/queries/planning/templates.ts'
import { canEditPlan } from '#lib/permissions.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { EnrolForm } from './_components/enrol-form.tsx'
import { OwnPlans } from './_components/own-plans.tsx'
import { TemplateRows } from './_components/template-rows.tsx'
import { contentFrom } from './_components/content-from.ts'

export const metadata: Metadata = { title: 'Start a plan' }

const sources = ['template', 'organisation', 'list', 'q', 'own'] as const

export default async function NewPlanPage({ searchParams }: PageProps<'/plans/new'>) {
  const params = await searchParams
  const source = sources.find((name) => typeof params[name] === 'string')
  const value = source ? String(params[source]) : ''
  const viewer = await requireViewer(source ? `/plans/new?${new URLSearchParams({ [source]: value })}` : '/plans/new')
  const content = source ? await contentFrom(viewer, source, value) : null
  if (!content) {
    const [templates, organisations, lists] = await Promise.all([
      listTemplateSummaries(),
      listOrganisations(),
      listChoices(viewer),
    ])
    return (
      <>
        <header className="pb-8">
          <h1>Start a plan</h1>
          <p className="quiet mt-1 max-w-[60ch]">
            Choose what to prepare for. The dates and the minutes are yours, and nothing is lost when they change.
          </p>
        </header>
        <TemplateRows templates={templates} />
        <OwnPlans
          organisations={organisations.map(({ id, name, readingIds }) => ({ id, name, count: readingIds.length }))}
          lists={lists}
        />
      </>
    )
  }
  const now = Date.now()
  const [running, standing] = await Promise.all([listDatedPlans(viewer, now), getStanding(viewer, now)])
  return (
    <EnrolForm
      key={`${source}=${value}`}
      content={content}
      today={studyDayOf(viewer, Date.now())}
      timeZone={viewer.timeZone}
      speedPercent={viewer.speedPercent}
      standing={standing}
      plans={running
        .filter(({ membership }) => canEditPlan(membership.role))
        .map(({ membership }) => ({ id: membership.planId, title: membership.title }))}
    />
  )
}
