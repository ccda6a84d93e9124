'use client'

import { useInterview, useInterviewAct } from '#hooks/use-interview.ts'
import type { Interview } from '#lib/api/interviews.ts'
import { Desk } from './desk.tsx'

/** The interviewer's seat: free, taken by another, or the viewer's own. */
export function Seat({
  initial,
  followUps,
  points,
}: {
  initial: Interview
  followUps: readonly string[]
  points: readonly string[]
}) {
  const { data, error: gone } = useInterview(initial.answerId, true, initial)
  const { mutate, error, isPending } = useInterviewAct(initial.answerId)
  const interview = data ?? initial
  if (gone) return <p role="status">This interview is not open to you any more, or cannot be reached.</p>
  if (interview.role === 'interviewer')
    return <Desk interview={interview} followUps={followUps} points={points} onLeave={() => mutate({ seat: false })} />
  return (
    <div className="max-w-[65ch]">
      {interview.interviewer === null ? (
        <>
          <p>
            {interview.candidate} asks for an interviewer. You see what they write as they go, ask follow-up questions,
            and score six things.
          </p>
          <p className="mt-4">
            <button
              type="button"
              className="button button-main"
              disabled={isPending}
              onClick={() => mutate({ seat: true })}
            >
              Take the interviewer’s seat
            </button>
          </p>
        </>
      ) : (
        <p>{interview.interviewer} interviews already. There is one interviewer at a time.</p>
      )}
      <p role="status" className="small text-error">
        {error?.message}
      </p>
    </div>
  )
}
