import { useQuestionStanding } from '#hooks/use-answer.ts'
import { inSentence } from '#lib/practice/answer.ts'
import { AddToPlan } from './add-to-plan.tsx'

/** How ready the viewer is for a question, what they practised and noted, and where it may be planned. */
export function OwnQuestion({ questionId, title }: { questionId: string; title: string }) {
  const { data } = useQuestionStanding(questionId)
  if (!data) return null
  const scores = data.answers.flatMap(({ score }) => (score === null ? [] : [score.toFixed(1)])).toReversed()
  return (
    <>
      <p className="figures">
        <strong className="font-[560]">Ready for {inSentence(title)}?</strong> {data.words}
      </p>
      {scores.length > 1 && <p className="quiet small figures">Your scores so far: {scores.join(', ')}.</p>}
      {data.noted.length > 0 && (
        <p className="quiet small">
          Your notes:{' '}
          {data.noted.map(({ id, title: name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <a href={`/readings/${id}#note`}>{name}</a>
            </span>
          ))}
        </p>
      )}
      {data.plans.length > 0 && <AddToPlan questionId={questionId} plans={data.plans} />}
    </>
  )
}
