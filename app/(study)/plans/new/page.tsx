import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { listDatedPlans } from '#db/queries/schedules.ts'
import { getTemplate, listTemplateEntries, listTemplateSummaries } from '#db/queries/templates.ts'
import { dayOf } from '#lib/planning/days.ts'
import { takenBy } from '#lib/planning/view.ts'
import { EnrolForm } from './_components/enrol-form.tsx'
import { TemplateRows } from './_components/template-rows.tsx'

export const metadata: Metadata = { title: 'Start a plan' }

export default async function NewPlanPage({ searchParams }: PageProps<'/plans/new'>) {
  const { template: templateId } = await searchParams
  const path = typeof templateId === 'string' ? `/plans/new?template=${encodeURIComponent(templateId)}` : '/plans/new'
  const viewer = await requireViewer(path)
  const template = typeof templateId === 'string' ? await getTemplate(templateId) : null
  if (!template) {
    return (
      <>
        <header className="pb-8">
          <h1>Start a plan</h1>
          <p className="quiet mt-1 max-w-[60ch]">
            Choose what to prepare for. The dates and the minutes are yours, and nothing is lost when they change.
          </p>
        </header>
        <TemplateRows templates={await listTemplateSummaries()} />
      </>
    )
  }
  const entries = await listTemplateEntries(template)
  const running = await listDatedPlans(viewer, Date.now())
  return (
    <EnrolForm
      key={template.id}
      content={{
        templateId: template.id,
        title: template.title,
        summary: template.summary,
        days: template.days,
        isInterview: entries.some(({ kind }) => kind === 'mock'),
        weekdayMinutes: template.weekdayMinutes,
        phases: template.phases.map(({ title, goal }) => ({ title, goal })),
        entries: entries.map(({ key, kind, tier, minutes, parts, phase, title }) => ({
          key,
          kind,
          tier,
          minutes,
          parts,
          phase,
          title,
        })),
      }}
      today={dayOf(Date.now(), viewer.timeZone, viewer.rolloverHour)}
      timeZone={viewer.timeZone}
      speedPercent={viewer.speedPercent}
      taken={[...takenBy(running.map(({ view }) => view))]}
    />
  )
}
