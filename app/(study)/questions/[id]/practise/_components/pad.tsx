import { useState } from 'react'
import { FormError } from '#components/ui/form-error.tsx'
import { NoteConflict } from '#components/notes/note-conflict.tsx'
import { NoteStatus } from '#components/notes/note-status.tsx'
import { putAnswer, useAnswerSession } from '#hooks/use-answer-session.ts'
import { fieldsInConflict, stateOf } from '#lib/notes/note-session.ts'
import { type Answer, answerLimits } from '#lib/practice/answer.ts'
import type { Clock } from '#lib/practice/clock.ts'
import { tooMuch } from '#lib/too-much.ts'
import { ClockFace } from './clock-face.tsx'

/** Where a drill is answered, in Markdown. It saves itself. */
export function Pad({
  questionId,
  open,
  clock,
  onClock,
  seconds,
  onFinished,
}: {
  questionId: string
  open: Answer | null
  clock: Clock
  onClock: (clock: Clock) => void
  seconds: () => number
  onFinished: (answer: Answer) => void
}) {
  const { session, trouble, writer, saved } = useAnswerSession(questionId, open, seconds)
  const [problem, setProblem] = useState<string | null>(null)
  const state = session ? stateOf(session) : null
  const text = session?.text.markdown ?? ''
  const compare = async () => {
    const answer = saved()
    if (!answer) return
    setProblem(null)
    try {
      onFinished(await putAnswer(answer, { seconds: seconds(), isFinished: true }))
    } catch (error) {
      setProblem(`Not finished: ${error instanceof Error ? error.message : 'try again in a moment.'}`)
    }
  }
  return (
    <section aria-label="Your answer">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2>Your answer</h2>
        <ClockFace clock={clock} onClock={onClock} />
      </div>
      {session?.theirs && writer ? (
        <NoteConflict
          mine={session.text}
          fields={fieldsInConflict(session)}
          savedAt={session.theirs.updatedAt}
          onResolve={writer.resolve}
        />
      ) : (
        <textarea
          dir="auto"
          className="input min-h-[24rem] w-full resize-y font-serif"
          aria-label="Your answer"
          aria-describedby="note-status"
          placeholder="Ask what matters, work out the load, draw the whole, then go deep where it is hard. Markdown is fine."
          value={text}
          disabled={session === null}
          onChange={(event) => session && writer?.type({ ...session.text, markdown: event.target.value })}
          onBlur={() => writer?.save()}
        />
      )}
      <p className="text-error">{tooMuch(text.length, answerLimits.markdown)}</p>
      <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <button
          type="button"
          className="button button-main"
          disabled={state !== 'saved' || text.trim() === ''}
          onClick={() => void compare()}
        >
          Compare
        </button>
        <NoteStatus state={state} trouble={trouble} failure={null} version={session?.base.version ?? 0} />
      </div>
      <p className="quiet small mt-1 max-w-[60ch]">
        Compare ends this answer and puts it beside what a good one touches. Only you see your answers.
      </p>
      <FormError>{problem}</FormError>
    </section>
  )
}
