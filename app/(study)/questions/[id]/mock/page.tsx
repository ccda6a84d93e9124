import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '#app/_server/viewer.ts'
import { Breadcrumb } from '#components/layout/breadcrumb.tsx'
import { MockReview } from '#components/practice/mock-review.tsx'
import { listReadingRows } from '#db/queries/catalogue/catalogue.ts'
import { listAnswers } from '#db/queries/practice/answers.ts'
import { getDone } from '#db/queries/practice/done.ts'
import { getInterview } from '#db/queries/practice/interviews.ts'
import { getQuestion } from '#db/queries/questions/questions.ts'
import { listSharedPlans } from '#db/queries/practice/shared-plans.ts'
import { itemId as itemIdSchema } from '#lib/api/plan-params.ts'
import { renderAll } from '#lib/markdown/render-all.ts'
import { scoreOf } from '#lib/practice/answer.ts'
import { blankAnswer } from '#lib/practice/blank-answer.ts'
import { criteria } from '#lib/practice/rubric.ts'
import { Mock } from './_components/mock.tsx'

type Props = PageProps<'/questions/[id]/mock'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const question = await getQuestion((await params).id)
  return { title: question ? `Mock interview: ${question.title}` : 'Mock interview' }
}

/** `?item=` names the plan's item that the mock is done for. */
export default async function MockPage({ params, searchParams }: Props) {
  const { id } = await params
  const viewer = await requireViewer(`/questions/${encodeURIComponent(id)}/mock`)
  const question = await getQuestion(id)
  const itemId = itemIdSchema.safeParse((await searchParams).item).data ?? null
  const [all, done, plans] = await Promise.all([listAnswers(viewer, id), getDone(viewer), listSharedPlans(viewer)])
  const mocks = all.filter(({ kind }) => kind === 'mock')
  if (!question && mocks.length === 0) notFound()
  const points = question?.goodAnswer ?? []
  const wanted = question?.readings ?? []
  const open = mocks.find(({ finishedAt }) => finishedAt === null)
  const over = mocks.filter(({ finishedAt }) => finishedAt !== null)
  const html = await renderAll(over.map(({ markdown }) => markdown))
  const interviewers = await Promise.all(
    over.map(async (one) => (await getInterview(viewer, one.id))?.interviewer ?? null),
  )
  const titles = new Map((await listReadingRows(wanted.map((one) => one.id))).map((row) => [row.id, row.title]))
  const readings = wanted.flatMap(({ id: readingId, block }) => {
    const title = titles.get(readingId)
    return title === undefined ? [] : [{ id: readingId, title, block, isRead: done.read.has(readingId) }]
  })
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: viewer.timeZone })
  return (
    <>
      <Breadcrumb
        steps={[
          { href: '/questions', name: 'Interview questions' },
          ...(question ? [{ href: `/questions/${id}`, name: question.title }] : []),
        ]}
      />
      <h1>{question ? `Mock interview: ${question.title}` : 'A question that is no longer here'}</h1>
      <p className="mt-4 mb-8 max-w-[65ch] font-serif text-lg">
        {question?.prompt ?? `The question “${id}” has left the collection. What you wrote and scored is kept below.`}
      </p>
      {(question || open) && (
        <Mock
          key={open?.id ?? over.length}
          open={{ ...(open ?? blankAnswer(randomUUID(), id, 'mock', null)), ...(itemId && { itemId }) }}
          followUps={question?.followUps ?? []}
          points={points}
          plans={plans}
        />
      )}
      {over.length > 0 && (
        <section aria-labelledby="over" className="mt-12">
          <h2 id="over" className="mb-2">
            {open ? 'Earlier interviews' : 'Your interviews'}
          </h2>
          <div className="border-t border-hairline">
            {over.map((answer, index) => {
              const score = scoreOf(answer, points)
              const isNew = !open && index === 0 && Object.keys(answer.scores).length < criteria.length
              return (
                <details key={answer.id} className="earlier-answer" open={isNew}>
                  <summary className="figures">
                    {day.format(answer.finishedAt ?? 0)}
                    <span className="quiet"> · {score === null ? 'not scored yet' : `${score.toFixed(1)} of 3`}</span>
                    {answer.nextTime && <span className="quiet block">Next time: {answer.nextTime}</span>}
                  </summary>
                  <div className="pt-2 pb-6">
                    <MockReview
                      first={answer}
                      html={html[index] ?? ''}
                      readings={readings}
                      points={points}
                      interviewer={interviewers[index] ?? null}
                    />
                  </div>
                </details>
              )
            })}
          </div>
        </section>
      )}
    </>
  )
}
