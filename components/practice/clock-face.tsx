import { useEffect, useState } from 'react'
import { type Clock, clockInDigits, lookedAt, secondsOn, toggled } from '#lib/practice/clock.ts'

/** A calm clock: it starts when one says so, and may be paused or left alone. */
export function ClockFace({ clock, onClock }: { clock: Clock; onClock: (clock: Clock) => void }) {
  const shown = useSeconds(clock, onClock)
  const isRunning = clock.since !== null
  return (
    <div className="flex items-center gap-3">
      <span role="timer" aria-label="Time on this answer" className="figures text-lg">
        {clockInDigits(shown)}
      </span>
      <button
        type="button"
        className="button button-small no-print"
        onClick={() => onClock(toggled(clock, Date.now()))}
      >
        {isRunning ? 'Pause the clock' : clock.seconds > 0 ? 'Go on' : 'Start the clock'}
      </button>
    </div>
  )
}

/** What a clock shows now, looked at every second while it runs. A device whose time goes back takes nothing away. */
export function useSeconds(clock: Clock, onClock: (clock: Clock) => void): number {
  const [shown, show] = useState(clock.seconds)
  useEffect(() => {
    if (clock.since === null) return
    let last = clock.seconds
    const look = () => {
      const kept = lookedAt(clock, last, Date.now())
      if (kept !== clock) return onClock(kept)
      last = secondsOn(clock, Date.now())
      show(last)
    }
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [clock, onClock])
  return clock.since === null ? clock.seconds : Math.max(shown, clock.seconds)
}
