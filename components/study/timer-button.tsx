'use client'

import { useElapsed, useSetTimer, useTimer } from '#hooks/use-timer.ts'
import { timerInWords, type TimerSubject } from '#lib/study/timer.ts'

/** Starts and pauses the time that something takes, and shows it. One timer of a person runs at a time. */
export function TimerButton({ subject, title }: { subject: TimerSubject; title: string }) {
  const timer = useTimer(subject)
  const setTimer = useSetTimer()
  const elapsed = useElapsed(timer)
  const runs = timer?.startedAt != null
  const says = runs ? `Pause the timer: ${title}` : timer ? `Go on with the timer: ${title}` : `Start a timer: ${title}`
  return (
    <span className="timer no-print" data-runs={runs || undefined}>
      <button type="button" className="timer-button" aria-label={says} onClick={() => setTimer(subject, !runs)}>
        <svg viewBox="0 0 16 16" aria-hidden>
          {runs ? <path d="M4.5 3h2.5v10H4.5zM9 3h2.5v10H9z" /> : <path d="M5 3l8 5-8 5z" />}
        </svg>
        {timer && <span className="figures">{timerInWords(elapsed)}</span>}
      </button>
      {timer && !runs && (
        <button
          type="button"
          className="timer-drop"
          aria-label={`Throw the timer away: ${title}`}
          onClick={() => setTimer(subject, null)}
        >
          ×
        </button>
      )}
    </span>
  )
}
