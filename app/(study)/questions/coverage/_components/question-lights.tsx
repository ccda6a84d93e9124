import type { Readiness } from '#lib/questions/coverage.ts'
import { readinessInWords } from '#lib/questions/coverage.ts'
import type { Question } from '#lib/questions/question.ts'
import { lights } from './lights.ts'

interface QuestionLightsProps {
  question: Question
  readiness: Readiness
  /** Names of building blocks and titles of readings, by id. */
  names: ReadonlyMap<string, string>
  titles: ReadonlyMap<string, string>
}

/** One question: how ready one is in a sentence, and each block with what to read next where nothing was read. */
export function QuestionLights({ question, readiness, names, titles }: QuestionLightsProps) {
  return (
    <li id={question.id} className="border-b border-hairline py-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="text-lg">
          <a href={`/questions/${question.id}`}>{question.title}</a>
        </h2>
        <a className="button button-small no-print" href={`/questions/${question.id}/practise`}>
          Practise<span className="sr-only"> {question.title}</span>
        </a>
      </div>
      <p className="figures mb-3">{readinessInWords(readiness, names)}</p>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-x-8 gap-y-3">
        {readiness.cells.map(({ block, light, next }) => (
          <li key={block} className="grid grid-cols-[0.9rem_1fr] gap-x-2.5">
            <span aria-hidden className="coverage-light mt-1.5" data-light={light} />
            <div>
              {names.get(block) ?? block}
              <span className="quiet small block">
                {lights[light]}
                {light === 'none' && next !== null && (
                  <>
                    {'. Next: '}
                    <a href={`/readings/${next}`}>{titles.get(next) ?? 'a reading'}</a>
                  </>
                )}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </li>
  )
}
