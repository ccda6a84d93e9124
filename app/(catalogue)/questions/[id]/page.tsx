import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicMetadata } from '#app/_server/public-metadata.ts'
import { PaintMarks } from '#components/catalogue/reading-rows.tsx'
import { StaticRows } from '#components/catalogue/static-rows.tsx'
import { Breadcrumb } from '#components/layout/breadcrumb.tsx'
import { listReadingRows } from '#db/queries/catalogue/catalogue.ts'
import { getQuestion, getQuestionSet } from '#db/queries/questions/questions.ts'
import type { Block, Question } from '#lib/questions/question.ts'
import { OwnQuestionLoader } from './_components/own-question-loader.tsx'
import { Points } from './_components/points.tsx'

type Props = PageProps<'/questions/[id]'>

export async function generateStaticParams() {
  return (await getQuestionSet()).questions.map(({ id }) => ({ id }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return publicMetadata(`/questions/${(await params).id}`)
}

export default async function QuestionPage({ params }: Props) {
  const question = await getQuestion((await params).id)
  if (!question) notFound()
  const { blocks } = await getQuestionSet()
  const own = question.blocks.flatMap((id) => blocks.find((block) => block.id === id) ?? [])
  return (
    <article>
      <Breadcrumb steps={[{ href: '/questions', name: 'Interview questions' }]} />
      <h1>{question.title}</h1>
      <p className="mt-4 max-w-[65ch] font-serif text-lg">{question.prompt}</p>
      <p className="mt-5 flex flex-wrap gap-3">
        <a className="button button-main" href={`/questions/${question.id}/practise`}>
          Answer in writing
        </a>
        <a className="button" href={`/questions/${question.id}/mock`}>
          Mock interview
        </a>
      </p>
      <OwnQuestionLoader questionId={question.id} title={question.title} />
      <div className="mt-8 border-t border-hairline">
        <Points title="What a good answer touches" points={question.goodAnswer} />
        <Points title="Follow-up questions" points={question.followUps} />
        <Points title="Common mistakes" points={question.mistakes} />
      </div>
      <h2 className="mt-12">How real systems answer it</h2>
      <p className="quiet">
        By building block. <span data-tally suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
        {question.readings.length} readings.
      </p>
      {own.map((block) => (
        <BlockReadings key={block.id} block={block} question={question} />
      ))}
      <PaintMarks />
    </article>
  )
}

async function BlockReadings({ block, question }: { block: Block; question: Question }) {
  const reasons = new Map(
    question.readings.filter((each) => each.block === block.id).map((each) => [each.id, each.reason]),
  )
  const rows = (await listReadingRows([...reasons.keys()])).map((row) => ({
    ...row,
    reason: reasons.get(row.id) ?? '',
  }))
  return (
    <section aria-labelledby={block.id} className="mt-8">
      <h3 id={block.id} className="text-lg">
        {block.title}
      </h3>
      <p className="quiet mb-2 max-w-[65ch]">{block.about}</p>
      <StaticRows name={`questions/${question.id}/${block.id}`} rows={rows} />
    </section>
  )
}
