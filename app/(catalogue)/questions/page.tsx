import type { Metadata } from 'next'
import { publicMetadata } from '#app/_server/public-metadata.ts'
import { publicOrigin } from '#app/_server/public-origin.ts'
import { ListData } from '#components/catalogue/list-data.tsx'
import { getQuestionSet } from '#db/queries/questions/questions.ts'
import { OwnStandingsLoader } from './_components/own-standings-loader.tsx'
import { counted } from '#lib/format.ts'

export async function generateMetadata(): Promise<Metadata> {
  return publicMetadata('/questions')
}

export default async function QuestionsPage() {
  const { questions, blocks } = await getQuestionSet()
  const titles = new Map(blocks.map((block) => [block.id, block.title]))
  const readings = new Set(questions.flatMap((question) => question.readings.map(({ id }) => id)))
  return (
    <>
      <h1>Interview questions</h1>
      <p className="prose mt-3 text-quiet figures">
        {counted(questions.length, 'question')} that interviews really ask, the{' '}
        {counted(blocks.length, 'building block')} their answers are made of, and {readings.size} readings by engineers
        who built the real thing. Try one on paper first; what a good answer touches opens when you ask for it.
      </p>
      <ListData
        origin={publicOrigin()}
        name="Interview questions"
        paths={questions.map(({ id }) => `/questions/${id}`)}
      />
      <p className="mt-3">
        <a href="/questions/coverage">What you have covered</a>
      </p>
      <ol className="question-index mt-8">
        {questions.map(({ id, title, prompt, blocks: own, readings: read }) => (
          <li key={id}>
            <h2 className="text-lg">
              <a href={`/questions/${id}`} className="no-underline hover:underline">
                {title}
              </a>
            </h2>
            <p className="max-w-[65ch]">{firstSentence(prompt)}</p>
            <p className="quiet small figures">
              {own.map((block) => titles.get(block)).join(' · ')} · {counted(read.length, 'reading')}
            </p>
            <p className="small figures text-accent" data-standing={id} />
          </li>
        ))}
      </ol>
      <OwnStandingsLoader />
    </>
  )
}

/** "Design a chat with one-to-one and groups of up to 1,000." Prompts go on with their numbers behind a colon. */
function firstSentence(prompt: string): string {
  return `${prompt.split(/[.:](?:\s|$)/u)[0]}.`
}
