import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { listOrganisations } from '#db/queries/catalogue/organisations.ts'
import { listChoices } from '#db/queries/study/own-choice.ts'
import { getStanding, listDatedPlans } from '#db/queries/planning/schedules.ts'
import { listTemplateSummaries } from '#db/queries/planning/templates.ts'
import { isoDay } from '#lib/api/common.ts'
import { canEditPlan } from '#lib/permissions.ts'
import { previewOf } from '#lib/planning/fits-of-new.ts'
import { planForDate } from '#lib/planning/plan-for-date.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { EnrolLoader } from './_components/enrol-loader.tsx'
import { firstSettings } from './_components/enrol-state.ts'
import { OwnPlans } from './_components/own-plans.tsx'
import { TemplateRows } from './_components/template-rows.tsx'
import { contentFrom } from './_components/content-from.ts'

export const metadata: Metadata = { title: 'Start a plan' }

const sources = ['template', 'organisation', 'list', 'q', 'own'] as const

export default async function NewPlanPage({ searchParams }: PageProps<'/plans/new'>) {
  const params = await searchParams
  const source = sources.find((name) => typeof params[name] === 'string')
  const value = source ? String(params[source]) : ''
  const given = isoDay.safeParse(params.date)
  const asked = new URLSearchParams({
    ...(source ? { [source]: value } : {}),
    ...(given.success ? { date: given.data } : {}),
  })
  const viewer = await requireViewer(asked.size > 0 ? `/plans/new?${asked}` : '/plans/new')
  const today = studyDayOf(viewer, Date.now())
  const date = given.success && given.data > today ? given.data : null
  const templates = await listTemplateSummaries()
  const fitting = !source && date !== null ? planForDate(templates, today, date) : null
  const content = fitting
    ? await contentFrom(viewer, 'template', fitting.id)
    : source
      ? await contentFrom(viewer, source, value)
      : null
  if (!content) {
    const [organisations, lists] = await Promise.all([listOrganisations(), listChoices(viewer)])
    return (
      <>
        <header className="pb-8">
          <h1>Start a plan</h1>
          <p className="quiet mt-1 max-w-[60ch]">
            Choose what to prepare for. The dates and the minutes are yours, and nothing is lost when they change.
          </p>
        </header>
        {given.success && date === null && (
          <p className="notice mb-6 max-w-[65ch]">
            That day has gone by. Choose a plan, and say there when your interview is.
          </p>
        )}
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
  const { timeZone, speedPercent } = viewer
  return (
    <EnrolLoader
      key={`${source}=${value}`}
      content={content}
      today={today}
      timeZone={timeZone}
      speedPercent={speedPercent}
      date={date}
      others={fitting ? templates.filter(({ id, kinds }) => kinds.mock > 0 && id !== fitting.id) : []}
      standing={standing}
      initialFits={previewOf(standing)({
        entries: content.entries,
        isOwnChoice: content.templateId === null,
        settings: firstSettings(content, today, date, timeZone),
        today,
        speedPercent,
      })}
      plans={running
        .filter(({ membership }) => canEditPlan(membership.role))
        .map(({ membership }) => ({ id: membership.planId, title: membership.title }))}
    />
  )
}
