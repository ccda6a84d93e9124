import { useState } from 'react'
import { useQuestionStanding, useTakeProposal } from '#hooks/use-answer.ts'
import type { QuestionReading } from '#lib/practice/propose.ts'

/** Two readings and another try, taken into a plan with one press. */
export function Proposal({ questionId, readings }: { questionId: string; readings: QuestionReading[] }) {
  const plans = useQuestionStanding(questionId).data?.plans ?? []
  const [chosen, choose] = useState<string | null>(null)
  const planId = chosen ?? plans[0]?.id
  const { mutate, isPending, isSuccess, error } = useTakeProposal()
  return (
    <div className="mt-4 border-l-2 border-accent pl-4">
      <p>Before another try, read:</p>
      <ul className="list-disc pl-6">
        {readings.map(({ id, title }) => (
          <li key={id}>
            <a href={`/readings/${id}`}>{title}</a>
          </li>
        ))}
      </ul>
      {planId !== undefined && (
        <div className="no-print mt-2 flex flex-wrap items-center gap-2">
          <button
            type="button"
            className="button button-small"
            disabled={isPending || isSuccess}
            onClick={() => mutate({ planId, questionId, readingIds: readings.map(({ id }) => id) })}
          >
            Put them and a retry into the plan
          </button>
          {plans.length > 1 && (
            <select
              aria-label="The plan"
              className="input input-small w-auto max-w-full"
              value={planId}
              onChange={({ target }) => choose(target.value)}
            >
              {plans.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          )}
          <span role="status" className={`small ${error ? 'text-error' : 'quiet'}`}>
            {error ? `Not added: ${error.message}` : isSuccess && <a href={`/plans/${planId}`}>Added: see the plan</a>}
          </span>
        </div>
      )}
    </div>
  )
}
