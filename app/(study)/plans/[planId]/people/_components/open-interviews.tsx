import type { listOpenInterviews } from '#db/queries/practice/interviews.ts'

/** Mock interviews of teammates that wait for an interviewer. */
export function OpenInterviews({ interviews }: { interviews: Awaited<ReturnType<typeof listOpenInterviews>> }) {
  return interviews.map(({ answerId, candidate, interviewer }) => (
    <p key={answerId} className="notice mb-6">
      {candidate} is in a mock interview{interviewer === null ? ' and asks for an interviewer' : ` with ${interviewer}`}
      . <a href={`/interviews/${answerId}`}>{interviewer === null ? 'Interview them' : 'Go there'}</a>
    </p>
  ))
}
