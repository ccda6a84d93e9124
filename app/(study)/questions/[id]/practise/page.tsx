import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '#app/_server/viewer.ts'
import { Breadcrumb } from '#components/layout/breadcrumb.tsx'
import { listAnswers } from '#db/queries/practice/answers.ts'
import { getQuestion } from '#db/queries/practice/questions.ts'
import { renderMarkdown } from '#lib/markdown/render-markdown.ts'
import { Drill } from './_components/drill.tsx'
import { EarlierAnswer } from './_components/earlier-answer.tsx'

export async function generateMetadata({ params }: PageProps<'/questions/[id]/practise'>): Promise<Metadata> {
  const question = await getQuestion((await params).id)
  return { title: question ? `Practise: ${question.title}` : 'Practise' }
}

export default async function PractisePage({ params }: PageProps<'/questions/[id]/practise'>) {
  const { id } = await params
  const viewer = await requireViewer(`/questions/${encodeURIComponent(id)}/practise`)
  const question = await getQuestion(id)
  if (!question) notFound()
  const answers = await listAnswers(viewer, id)
  const open = answers.find((answer) => answer.kind === 'drill' && answer.finishedAt === null) ?? null
  const earlier = answers.filter((answer) => answer.finishedAt !== null)
  return (
    <>
      <Breadcrumb
        steps={[
          { href: '/questions', name: 'Interview questions' },
          { href: `/questions/${id}`, name: question.title },
        ]}
      />
      <h1>Practise: {question.title}</h1>
      <p className="mt-4 mb-8 max-w-[65ch] font-serif text-lg">{question.prompt}</p>
      <Drill key={open?.id ?? earlier.length} questionId={id} open={open} points={question.goodAnswer} />
      {earlier.length > 0 && (
        <section aria-labelledby="earlier" className="mt-12">
          <h2 id="earlier" className="mb-2">
            Earlier answers
          </h2>
          <div className="border-t border-hairline">
            {earlier.map((answer) => (
              <EarlierAnswer
                key={answer.id}
                answer={answer}
                html={renderMarkdown(answer.markdown)}
                points={question.goodAnswer}
                timeZone={viewer.timeZone}
              />
            ))}
          </div>
        </section>
      )}
    </>
  )
}
