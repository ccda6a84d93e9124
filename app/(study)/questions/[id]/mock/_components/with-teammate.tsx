import { useInterviewAct } from '#hooks/use-interview.ts'
import type { Interview } from '#lib/api/interviews.ts'

/** Opens the interview to the people of a plan, one of whom may ask and score. */
export function WithTeammate({
  answerId,
  plans,
  interview,
}: {
  answerId: string
  plans: readonly { id: string; title: string }[]
  interview: Interview | null
}) {
  const { mutate, error } = useInterviewAct(answerId)
  const isOpen = interview !== null && interview.openPlanId !== null
  return (
    <section aria-labelledby="teammate" className="mt-8 max-w-[65ch] border-t border-hairline pt-4 no-print">
      <h3 id="teammate" className="text-lg">
        With a teammate
      </h3>
      {isOpen ? (
        <>
          <p>
            {interview.interviewer === null
              ? 'Nobody has taken the interviewer’s seat yet. Send a teammate of the plan this address, or they find it on the plan’s People page:'
              : `${interview.interviewer} interviews you, sees what you write, asks and scores.`}
          </p>
          {interview.interviewer === null && (
            <p className="mt-1">
              <a href={`/interviews/${answerId}`} className="[overflow-wrap:anywhere]">
                /interviews/{answerId}
              </a>
            </p>
          )}
          <button type="button" className="button button-small mt-2" onClick={() => mutate({ openTo: null })}>
            Go on alone
          </button>
        </>
      ) : (
        <>
          <p className="quiet">
            Somebody on a plan of yours can interview you from their own browser. They see this answer and nothing else.
          </p>
          <p className="mt-2 flex flex-wrap gap-2">
            {plans.map(({ id, title }) => (
              <button key={id} type="button" className="button button-small" onClick={() => mutate({ openTo: id })}>
                Ask the people of {title}
              </button>
            ))}
          </p>
        </>
      )}
      <p role="status" className="small text-error">
        {error && `Not done: ${error.message}`}
      </p>
    </section>
  )
}
