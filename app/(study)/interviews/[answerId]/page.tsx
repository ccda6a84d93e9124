import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '#app/_server/viewer.ts'
import { Breadcrumb } from '#components/layout/breadcrumb.tsx'
import { getInterview } from '#db/queries/practice/interviews.ts'
import { getQuestion } from '#db/queries/questions/questions.ts'
import { Seat } from './_components/seat.tsx'

export const metadata: Metadata = { title: 'Interview' }

/** Where a teammate interviews. */
export default async function InterviewPage({ params }: PageProps<'/interviews/[answerId]'>) {
  const { answerId } = await params
  const viewer = await requireViewer(`/interviews/${encodeURIComponent(answerId)}`)
  const interview = await getInterview(viewer, answerId)
  if (!interview) notFound()
  const question = await getQuestion(interview.questionId)
  return (
    <>
      <Breadcrumb
        steps={[
          { href: '/questions', name: 'Interview questions' },
          ...(question ? [{ href: `/questions/${question.id}`, name: question.title }] : []),
        ]}
      />
      <h1>
        {interview.candidate}: {question?.title ?? 'a question that is no longer here'}
      </h1>
      <p className="mt-4 mb-8 max-w-[65ch] font-serif text-lg">
        {question?.prompt ?? 'This question has left the collection. What was written and scored is kept.'}
      </p>
      {interview.role === 'candidate' ? (
        <p>
          This is your own interview. <a href={`/questions/${interview.questionId}/mock`}>Go on with it</a>, or send
          this address to a teammate.
        </p>
      ) : (
        <Seat initial={interview} followUps={question?.followUps ?? []} points={question?.goodAnswer ?? []} />
      )}
    </>
  )
}
