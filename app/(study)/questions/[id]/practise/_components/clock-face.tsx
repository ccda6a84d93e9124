import { useEffect, useState } from 'react'
import { type Clock, clockInDigits, secondsOn, toggled } from '#lib/practice/clock.ts'

/** A calm clock: it starts when one says so, and may be paused or left alone. */
export function ClockFace({ clock, onClock }: { clock: Clock; onClock: (clock: Clock) => void }) {
  const [now, setNow] = useState(0)
  const isRunning = clock.since !== null
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [isRunning])
  return (
    <div className="flex items-center gap-3">
      <span role="timer" aria-label="Time on this answer" className="figures text-lg">
        {clockInDigits(secondsOn(clock, now))}
      </span>
      <button type="button" className="button button-small" onClick={() => onClock(toggled(clock, performance.now()))}>
        {isRunning ? 'Pause the clock' : 'Start the clock'}
      </button>
    </div>
  )
}
