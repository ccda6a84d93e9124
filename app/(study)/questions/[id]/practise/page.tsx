import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '#app/_server/viewer.ts'
import { Breadcrumb } from '#components/layout/breadcrumb.tsx'
import { listAnswers } from '#db/queries/practice/answers.ts'
import { getQuestion } from '#db/queries/questions/questions.ts'
import { renderAll } from '#lib/markdown/render-all.ts'
import { itemId as itemIdSchema } from '#lib/api/plan-params.ts'
import { blankAnswer } from '#lib/practice/blank-answer.ts'
import { Drill } from './_components/drill.tsx'
import { EarlierAnswer } from './_components/earlier-answer.tsx'

type Props = PageProps<'/questions/[id]/practise'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const question = await getQuestion((await params).id)
  return { title: question ? `Practise: ${question.title}` : 'Practise' }
}

/** `?item=` names the plan's item that the drill is done for. */
export default async function PractisePage({ params, searchParams }: Props) {
  const { id } = await params
  const { item } = await searchParams
  const viewer = await requireViewer(`/questions/${encodeURIComponent(id)}/practise`)
  const [question, answers] = await Promise.all([getQuestion(id), listAnswers(viewer, id)])
  if (!question && answers.length === 0) notFound()
  const itemId = itemIdSchema.safeParse(item).data ?? null
  const open = answers.find((answer) => answer.kind === 'drill' && answer.finishedAt === null)
  const earlier = answers.filter((answer) => answer.kind === 'drill' && answer.finishedAt !== null)
  const html = await renderAll(earlier.map(({ markdown }) => markdown))
  const points = question?.goodAnswer ?? []
  return (
    <>
      <Breadcrumb
        steps={[
          { href: '/questions', name: 'Interview questions' },
          ...(question ? [{ href: `/questions/${id}`, name: question.title }] : []),
        ]}
      />
      <h1>{question ? question.title : 'A question that is no longer here'}</h1>
      {question ? (
        <p className="mt-4 mb-8 max-w-[65ch] font-serif text-lg">{question.prompt}</p>
      ) : (
        <p className="mt-4 mb-8 max-w-[65ch]">
          The question “{id}” has left the collection. What you wrote to it is kept below.
        </p>
      )}
      {(question || open) && (
        <Drill
          open={{ ...(open ?? blankAnswer(randomUUID(), id, 'drill', null)), ...(itemId && { itemId }) }}
          points={points}
          followUps={question?.followUps ?? []}
          mistakes={question?.mistakes ?? []}
          itemId={itemId ?? open?.itemId ?? null}
        />
      )}
      {earlier.length > 0 && (
        <section aria-labelledby="earlier" className="mt-12">
          <h2 id="earlier" className="mb-2">
            Earlier answers
          </h2>
          <div className="border-t border-hairline">
            {earlier.map((answer, index) => (
              <EarlierAnswer
                key={answer.id}
                answer={answer}
                html={html[index] ?? ''}
                points={points}
                timeZone={viewer.timeZone}
              />
            ))}
          </div>
        </section>
      )}
    </>
  )
}
