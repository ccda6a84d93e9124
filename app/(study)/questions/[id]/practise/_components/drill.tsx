'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { ClockFace } from '#components/practice/clock-face.tsx'
import { Compare } from '#components/practice/compare.tsx'
import { Pad } from '#components/practice/pad.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import { api } from '#hooks/api.ts'
import { useAnswer } from '#hooks/use-answer.ts'
import { useDrillClock } from '#hooks/use-drill-clock.ts'
import type { Answer } from '#lib/practice/answer.ts'
import { blankAnswer } from '#lib/practice/blank-answer.ts'
import { secondsOn } from '#lib/practice/clock.ts'
import { newId } from '#lib/new-id.ts'

interface DrillProps {
  /** The answer that was not finished, or a blank one. */
  open: Answer
  points: readonly string[]
  followUps: readonly string[]
  mistakes: readonly string[]
  /** The plan's item that it is done for. */
  itemId: string | null
}

/** A question answered in writing: first the pad, then one's answer beside what a good one touches. */
export function Drill({ open, points, followUps, mistakes, itemId }: DrillProps) {
  const router = useRouter()
  const [answer, setAnswer] = useState(open)
  const [finished, setFinished] = useState<{ answer: Answer; html: string } | null>(null)
  if (!finished) return <Writing key={answer.id} first={answer} onOther={setAnswer} onFinished={setFinished} />
  const again = () => {
    setAnswer(blankAnswer(newId(), answer.questionId, 'drill', null))
    setFinished(null)
    router.refresh()
  }
  return (
    <section aria-labelledby="compare">
      <h2 id="compare" tabIndex={-1} ref={focus} className="mb-4 outline-none">
        Compare
      </h2>
      <Compare first={finished.answer} html={finished.html} points={points} />
      <div className="mt-8 grid gap-x-12 gap-y-6 md:grid-cols-2">
        <Points title="Follow-up questions" points={followUps} />
        <Points title="Common mistakes" points={mistakes} />
      </div>
      <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        {itemId !== null && (
          <a className="button button-main" href="/today">
            Done: back to Today
          </a>
        )}
        <button type="button" className="button" onClick={again}>
          Keep it and answer again
        </button>
      </p>
    </section>
  )
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  if (points.length === 0) return null
  return (
    <div>
      <h3 className="mb-1 text-lg">{title}</h3>
      <ul className="list-disc pl-6">
        {points.map((point) => (
          <li key={point} className="py-1">
            {point}
          </li>
        ))}
      </ul>
    </div>
  )
}

function focus(heading: HTMLElement | null): void {
  heading?.focus()
}

interface WritingProps {
  first: Answer
  onOther: (answer: Answer) => void
  onFinished: (finished: { answer: Answer; html: string }) => void
}

function Writing({ first, onOther, onFinished }: WritingProps) {
  const { answer, saver } = useAnswer(first)
  const [clock, setClock, forgetClock] = useDrillClock(first)
  const [problem, setProblem] = useState<string | null>(null)
  const seconds = useCallback(() => secondsOn(clock, Date.now()), [clock])
  const compare = async () => {
    if (!saver) return
    setProblem(null)
    try {
      const finished = await saver.send({ seconds: seconds(), isFinished: true })
      const { html } = await api('GET answers/[answerId]', { params: { answerId: finished.id } })
      forgetClock()
      onFinished({ answer: finished, html })
    } catch (error) {
      setProblem(`Not finished: ${error instanceof Error ? error.message : 'try again in a moment.'}`)
    }
  }
  return (
    <section aria-labelledby="your-answer">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="your-answer">Your answer</h2>
        <ClockFace clock={clock} onClock={setClock} />
      </div>
      <Pad first={first} saver={saver} seconds={seconds} onOther={onOther}>
        {(canEnd) => (
          <>
            <p className="mt-2">
              <button type="button" className="button button-main" disabled={!canEnd} onClick={() => void compare()}>
                Compare
              </button>
            </p>
            <p className="quiet small mt-2 max-w-[60ch]">
              Compare ends this answer and puts it beside what a good one touches
              {answer.itemId !== null && ', and ticks it off your plan'}. Only you see your answers.
            </p>
            <FormError>{problem}</FormError>
          </>
        )}
      </Pad>
    </section>
  )
}
