import type { Metadata } from 'next'
import { orNotFound } from '#app/_server/or-not-found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { Breadcrumb } from '#components/layout/breadcrumb.tsx'
import { FreshOnFocus } from '#components/study/fresh-on-focus.tsx'
import { listReadingRows } from '#db/queries/catalogue/catalogue.ts'
import { getDone } from '#db/queries/practice/done.ts'
import { getPlanDone } from '#db/queries/practice/plan-done.ts'
import { getQuestionSet } from '#db/queries/questions/questions.ts'
import { planId as planIdSchema } from '#lib/api/plan-params.ts'
import { type Light, readinessOf } from '#lib/questions/coverage.ts'
import { CoverageGrid } from './_components/coverage-grid.tsx'
import { lights } from './_components/lights.ts'
import { QuestionLights } from './_components/question-lights.tsx'

export const metadata: Metadata = { title: 'Coverage by question' }

/** `?plan=` shows what the people of a plan cover together. */
export default async function CoveragePage({ searchParams }: PageProps<'/questions/coverage'>) {
  const { plan } = await searchParams
  const planId = planIdSchema.safeParse(plan).data ?? null
  const viewer = await requireViewer(`/questions/coverage${planId === null ? '' : `?plan=${planId}`}`)
  const [{ questions, blocks }, team] = await Promise.all([
    getQuestionSet(),
    planId === null ? null : orNotFound(getPlanDone(viewer, planId)),
  ])
  const done = team?.done ?? (await getDone(viewer))
  const rows = questions.map((question) => ({ question, readiness: readinessOf(question, done) }))
  const next = rows.flatMap(({ readiness }) => readiness.cells.flatMap((cell) => cell.next ?? []))
  const titles = new Map((await listReadingRows([...new Set(next)])).map(({ id, title }) => [id, title]))
  const known = new Set(questions.map(({ id }) => id))
  const gone = team ? [] : [...done.answers.keys()].filter((id) => !known.has(id))
  const names = new Map(blocks.map(({ id, title }) => [id, title]))
  return (
    <>
      <FreshOnFocus at={Date.now()} />
      <Breadcrumb
        steps={
          team
            ? [
                { href: '/plans', name: 'Plans' },
                { href: `/plans/${planId}`, name: team.title },
              ]
            : [{ href: '/questions', name: 'Interview questions' }]
        }
      />
      <h1>{team ? 'What you cover together' : 'Coverage by question'}</h1>
      <p className="quiet mt-2 max-w-[65ch]">
        {team
          ? `What you did, with what ${inWords(team.counted)} ticked on this plan.${
              team.hidden.length > 0
                ? ` ${inWords(team.hidden)} ${team.hidden.length > 1 ? 'show' : 'shows'} no ticks.`
                : ''
            }`
          : 'Each question with the building blocks of its answer: what you read, wrote a case card on and practised, and the next reading where you have none.'}
      </p>
      <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-1 small quiet">
        {(Object.keys(lights) as Light[]).map((light) => (
          <li key={light} className="flex items-center gap-2">
            <span aria-hidden className="coverage-light" data-light={light} />
            {lights[light]}
          </li>
        ))}
      </ul>
      {gone.length > 0 && (
        <p className="mt-4">
          You also answered questions that have left the collection:{' '}
          {gone.map((id, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <a href={`/questions/${id}/practise`}>{id}</a>
            </span>
          ))}
          .
        </p>
      )}
      <CoverageGrid rows={rows} blocks={blocks} />
      <ul className="mt-8 border-t border-hairline">
        {rows.map(({ question, readiness }) => (
          <QuestionLights key={question.id} question={question} readiness={readiness} names={names} titles={titles} />
        ))}
      </ul>
    </>
  )
}

function inWords(people: readonly string[]): string {
  return people.length === 0 ? 'nobody else' : new Intl.ListFormat('en-GB').format(people)
}
