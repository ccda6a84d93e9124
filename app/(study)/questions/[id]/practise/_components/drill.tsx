'use client'

import { useCallback, useState } from 'react'
import type { Answer } from '#lib/practice/answer.ts'
import { type Clock, secondsOn } from '#lib/practice/clock.ts'
import { Compare } from './compare.tsx'
import { Pad } from './pad.tsx'

/** A question answered in writing: first the pad, then one's answer beside what a good one touches. */
export function Drill({ questionId, open, points }: { questionId: string; open: Answer | null; points: string[] }) {
  const [clock, setClock] = useState<Clock>({ seconds: open?.seconds ?? 0, since: null })
  const [finished, setFinished] = useState<Answer | null>(null)
  const seconds = useCallback(() => secondsOn(clock, performance.now()), [clock])
  return finished ? (
    <Compare answer={finished} points={points} />
  ) : (
    <Pad
      questionId={questionId}
      open={open}
      clock={clock}
      onClock={setClock}
      seconds={seconds}
      onFinished={setFinished}
    />
  )
}
