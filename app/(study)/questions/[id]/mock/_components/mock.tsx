'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { useAnswer } from '#hooks/use-answer.ts'
import type { Answer } from '#lib/practice/answer.ts'
import { freshMock, mockMinutes } from '#lib/practice/mock.ts'
import { Running } from './running.tsx'

/** A mock interview: begun with a press, then phase by phase. */
export function Mock({
  open,
  followUps,
  points,
  plans,
}: {
  /** The interview that was not finished, or a blank one. */
  open: Answer
  followUps: readonly string[]
  points: readonly string[]
  /** Plans that the viewer shares with others. */
  plans: readonly { id: string; title: string }[]
}) {
  const router = useRouter()
  const [first, setFirst] = useState(open)
  const { answer, trouble, saver } = useAnswer(first)
  const onEnded = useCallback(() => router.refresh(), [router])
  const isBegun = answer.version > 0 || answer.markdown !== '' || answer.mock?.since != null
  if (answer.finishedAt !== null) return null
  if (isBegun)
    return (
      <Running
        key={first.id}
        first={first}
        answer={answer}
        saver={saver}
        trouble={trouble}
        followUps={followUps}
        points={points}
        plans={plans}
        onOther={setFirst}
        onEnded={onEnded}
      />
    )
  return (
    <div className="max-w-[65ch]">
      <p>
        {mockMinutes} minutes in six phases, aloud, with notes on the pad. The clock tells and never forces: pause it,
        or go on when a phase is over. Hints come when you ask; follow-up questions come with the deep dive. At the end
        you score six things, each with a line that shows it.
      </p>
      <p className="mt-4">
        <button
          type="button"
          className="button button-main"
          disabled={saver === null}
          onClick={() => saver?.change({ mock: { ...freshMock, since: Date.now() }, seconds: 0 })}
        >
          Begin the interview
        </button>
      </p>
    </div>
  )
}
