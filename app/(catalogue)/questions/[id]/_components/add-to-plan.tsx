import { useState } from 'react'
import { useAddPractice } from '#hooks/use-answer.ts'
import type { QuestionStanding } from '#lib/api/answers.ts'
import { practiceMinutes, type PracticeKind } from '#lib/practice/answer.ts'

const kinds: Record<PracticeKind, string> = { drill: 'a drill', mock: 'a mock interview' }

/** Puts a question into a plan of the viewer's, as a drill or a mock. */
export function AddToPlan({ questionId, plans }: { questionId: string; plans: QuestionStanding['plans'] }) {
  const [planId, setPlanId] = useState(plans[0]?.id ?? '')
  const [kind, setKind] = useState<PracticeKind>('drill')
  const { mutate, isPending, isSuccess, error, reset } = useAddPractice()
  return (
    <form
      className="mt-3 flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        mutate({ planId, questionId, kind })
      }}
    >
      <label className="sr-only" htmlFor="add-as">
        As
      </label>
      <select
        id="add-as"
        className="input input-small w-auto"
        value={kind}
        onChange={({ target }) => {
          setKind(target.value as PracticeKind)
          reset()
        }}
      >
        {Object.entries(kinds).map(([value, name]) => (
          <option key={value} value={value}>
            {name}, {practiceMinutes[value as PracticeKind]} min
          </option>
        ))}
      </select>
      <label className="sr-only" htmlFor="add-to">
        Into the plan
      </label>
      <select
        id="add-to"
        className="input input-small w-auto max-w-full"
        value={planId}
        onChange={({ target }) => {
          setPlanId(target.value)
          reset()
        }}
      >
        {plans.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <button type="submit" className="button button-small" disabled={isPending || isSuccess}>
        Add to plan
      </button>
      <span role="status" className={`small ${error ? 'text-error' : 'quiet'}`}>
        {error ? `Not added: ${error.message}` : isSuccess && <a href={`/plans/${planId}`}>Added: see the plan</a>}
      </span>
    </form>
  )
}
