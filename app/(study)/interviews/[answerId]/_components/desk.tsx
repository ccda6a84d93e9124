import { useState } from 'react'
import { useSeconds } from '#components/practice/clock-face.tsx'
import { PhaseBar } from '#components/practice/phase-bar.tsx'
import { ScoreSheet } from '#components/practice/score-sheet.tsx'
import { useScoreDraft } from '#components/practice/use-score-draft.ts'
import { useInterviewAct } from '#hooks/use-interview.ts'
import type { Interview } from '#lib/api/interviews.ts'
import { clockInDigits } from '#lib/practice/clock.ts'

const ignore = () => {}

/** What the interviewer has before them: the answer as it is written, what a good one touches, follow-ups and scores. */
export function Desk({
  interview,
  followUps,
  points,
  onLeave,
}: {
  interview: Interview
  followUps: readonly string[]
  points: readonly string[]
  onLeave: () => void
}) {
  const { mutate, error } = useInterviewAct(interview.answerId)
  const { scores, setScores } = useScoreDraft(interview.answerId, interview.scores, (sound) =>
    mutate({ scores: sound }),
  )
  const seconds = useSeconds({ seconds: interview.seconds, since: interview.mock.since }, ignore)
  const { asked } = interview.mock
  const left = followUps.filter((question) => !asked.includes(question))
  return (
    <>
      <PhaseBar mock={interview.mock} seconds={seconds} />
      <p className="quiet small figures mt-2">
        {interview.finishedAt === null ? `${clockInDigits(seconds)} on the clock.` : 'The interview is over: score it.'}
      </p>
      <div className="mt-6 grid gap-x-12 gap-y-8 md:grid-cols-2">
        <div className="grid content-start gap-8">
          <section aria-labelledby="answer">
            <h2 id="answer" className="mb-2">
              What {interview.candidate} wrote
            </h2>
            <div className="min-h-24 border-l-2 border-hairline pl-4 font-serif whitespace-pre-wrap [overflow-wrap:anywhere]">
              {interview.markdown || <span className="quiet">Nothing yet.</span>}
            </div>
          </section>
          <section aria-labelledby="ask">
            <h2 id="ask" className="mb-2">
              Follow-up questions
            </h2>
            {asked.length > 0 && (
              <ul className="asked">
                {asked.map((question) => (
                  <li key={question}>{question}</li>
                ))}
              </ul>
            )}
            <ul>
              {left.map((question) => (
                <li key={question} className="flex items-start gap-3 border-b border-hairline py-2">
                  <span className="grow">{question}</span>
                  <button type="button" className="button button-small" onClick={() => mutate({ ask: question })}>
                    Ask
                  </button>
                </li>
              ))}
            </ul>
            <OwnQuestion onAsk={(question) => mutate({ ask: question })} />
          </section>
          <section aria-labelledby="touches">
            <h2 id="touches" className="mb-2">
              What a good answer touches
            </h2>
            <ul className="list-disc pl-6">
              {points.map((point) => (
                <li key={point} className="py-1">
                  {point}
                </li>
              ))}
            </ul>
          </section>
        </div>
        <section aria-labelledby="scores">
          <h2 id="scores" className="mb-2">
            Scores
          </h2>
          <ScoreSheet scores={scores} onScores={setScores} />
          <p role="status" className="small min-h-5 text-error">
            {error && `Not saved: ${error.message}`}
          </p>
          <button type="button" className="button button-small" onClick={onLeave}>
            Leave the seat
          </button>
        </section>
      </div>
    </>
  )
}

function OwnQuestion({ onAsk }: { onAsk: (question: string) => void }) {
  const [text, setText] = useState('')
  return (
    <form
      className="mt-3 flex gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') return
        onAsk(text.trim())
        setText('')
      }}
    >
      <input
        className="input input-small grow"
        aria-label="A question of your own"
        placeholder="A question of your own"
        maxLength={300}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="button button-small">
        Ask
      </button>
    </form>
  )
}
