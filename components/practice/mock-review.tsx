'use client'

import { TextLimit } from '#components/ui/text-limit.tsx'
import { useAnswer } from '#hooks/use-answer.ts'
import { type Answer, answerLimits, scoreOf } from '#lib/practice/answer.ts'
import { proposeReadings, type QuestionReading } from '#lib/practice/propose.ts'
import { criteria, weakCriteria } from '#lib/practice/rubric.ts'
import { Proposal } from './proposal.tsx'
import { ScoreSheet } from './score-sheet.tsx'
import { useScoreDraft } from './use-score-draft.ts'

/**
 * A mock that is over: the answer beside the six criteria, and what to read before another try.
 * @param html the answer's words as safe HTML
 * @param interviewer who scores it; null for the viewer
 */
export function MockReview({
  first,
  html,
  readings,
  points,
  interviewer,
}: {
  first: Answer
  html: string
  readings: readonly QuestionReading[]
  points: readonly string[]
  interviewer: string | null
}) {
  const { answer, trouble, saver } = useAnswer(first)
  const draft = useScoreDraft(answer.id, answer.scores, (scores) => saver?.change({ scores }))
  const score = scoreOf({ ...answer, kind: 'mock' }, [])
  const scored = Object.keys(answer.scores).length
  const proposed = proposeReadings(readings, weakCriteria(answer.scores))
  return (
    <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
      <div className="min-w-0">
        <h3 className="mb-2 text-lg">Your answer</h3>
        <div className="written border-l-2 border-hairline pl-4" dangerouslySetInnerHTML={{ __html: html }} />
        {points.length > 0 && (
          <details className="mt-6">
            <summary className="min-h-11 cursor-pointer py-2.5">What a good answer touches</summary>
            <ul className="list-disc pl-6">
              {points.map((point) => (
                <li key={point} className="py-1">
                  {point}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <div>
        <h3 className="mb-2 text-lg">{interviewer ? `Scores by ${interviewer}` : 'Your scores'}</h3>
        <ScoreSheet
          scores={interviewer ? answer.scores : draft.scores}
          onScores={interviewer || !saver ? null : draft.setScores}
        />
        <p className="figures mt-3" aria-live="polite">
          {score === null
            ? 'No score yet.'
            : `${score.toFixed(1)} of 3, from ${scored} of ${criteria.length} criteria.`}
        </p>
        {proposed.length > 0 && <Proposal questionId={answer.questionId} readings={proposed} />}
        <label className="label mt-6 block">
          Next time, in a line
          <input
            className="input mt-1 w-full font-normal"
            value={answer.nextTime}
            disabled={saver === null}
            onChange={({ target }) => saver?.change({ nextTime: target.value })}
          />
        </label>
        <TextLimit text={answer.nextTime} max={answerLimits.nextTime} />
        <p className="small min-h-5 text-error" role="status">
          {trouble && `Not saved. ${trouble}`}
        </p>
      </div>
    </div>
  )
}
