import { useState } from 'react'
import { ClockFace, useSeconds } from '#components/practice/clock-face.tsx'
import { Pad } from '#components/practice/pad.tsx'
import { PhaseBar } from '#components/practice/phase-bar.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import type { AnswerSaver } from '#hooks/answer-saver.ts'
import { useInterview } from '#hooks/use-interview.ts'
import type { Answer } from '#lib/practice/answer.ts'
import { type Clock, secondsOn } from '#lib/practice/clock.ts'
import { freshMock, nextPhase, phases } from '#lib/practice/mock.ts'
import { Hints } from './hints.tsx'
import { WithTeammate } from './with-teammate.tsx'

interface RunningProps {
  first: Answer
  answer: Answer
  saver: AnswerSaver | null
  trouble: string | null
  followUps: readonly string[]
  points: readonly string[]
  plans: readonly { id: string; title: string }[]
  onOther: (answer: Answer) => void
  onEnded: () => void
}

/** An interview that is under way. Where it stands is the server's; what could not be sent waits in this browser. */
export function Running({ first, answer, saver, trouble, followUps, points, plans, onOther, onEnded }: RunningProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const mock = answer.mock ?? freshMock
  const clock: Clock = { seconds: answer.seconds, since: mock.since }
  const setClock = (next: Clock) => saver?.change({ seconds: next.seconds, mock: { ...mock, since: next.since } })
  const seconds = useSeconds(clock, setClock)
  const shared = useInterview(answer.id, plans.length > 0 && answer.version > 0).data
  const asked = [...new Set([...mock.asked, ...(shared?.mock.asked ?? [])])]
  const at = phases.findIndex(({ id }) => id === mock.phase)
  const phase = phases[at] ?? phases[0]
  const following = phases[at + 1]
  const end = async () => {
    setProblem(null)
    try {
      const counted = secondsOn(clock, Date.now())
      await saver?.send({ seconds: counted, mock: { ...mock, since: null }, isFinished: true })
      onEnded()
    } catch (error) {
      setProblem(`Not ended: ${error instanceof Error ? error.message : 'try again in a moment.'}`)
    }
  }
  return (
    <section aria-label="The interview">
      <PhaseBar mock={mock} seconds={seconds} />
      <div className="mt-4 mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2>
          {phase.name}: <span className="font-normal">{phase.ask}</span>
        </h2>
        <ClockFace clock={clock} onClock={setClock} />
      </div>
      {asked.length > 0 && (
        <div className="asked" role="log" aria-label="Follow-up questions">
          {asked.map((question) => (
            <p key={question}>{question}</p>
          ))}
        </div>
      )}
      <Hints mock={mock} points={points} onMock={(next) => saver?.change({ mock: next })} />
      <Pad first={first} saver={saver} seconds={() => answer.seconds} onOther={onOther}>
        {(canEnd) => (
          <>
            <p className="mt-2 flex flex-wrap gap-3">
              {following && (
                <button
                  type="button"
                  className="button button-main"
                  onClick={() => saver?.change({ mock: nextPhase(mock, secondsOn(clock, Date.now()), followUps) })}
                >
                  Go on to {following.name.toLowerCase().replace('api', 'API')}
                </button>
              )}
              <button
                type="button"
                className={`button ${following ? '' : 'button-main'}`}
                disabled={!canEnd}
                onClick={() => void end()}
              >
                End the interview
              </button>
            </p>
            <p role="status" className="small min-h-5 text-error">
              {trouble && `Not saved. ${trouble}`}
            </p>
            <FormError>{problem}</FormError>
          </>
        )}
      </Pad>
      {plans.length > 0 && answer.version > 0 && (
        <WithTeammate answerId={answer.id} plans={plans} interview={shared ?? null} />
      )}
    </section>
  )
}
