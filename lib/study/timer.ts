/** What time is taken on: a reading, or an item of a plan that is none (a drill, a mock, a card, a task). */
export type TimerSubject = { readingId: string } | { itemId: string }

/** A person's timer. Times are milliseconds, UTC. */
export interface Timer {
  readingId: string | null
  itemId: string | null
  /** Milliseconds of the stretches that are over. */
  elapsedMs: number
  /** When the stretch that runs began; null: it is paused. */
  startedAt: number | null
}

/** A stretch that nobody ends counts for so long: whoever is away for longer has left. */
export const LONGEST_STRETCH_MS = 4 * 3_600_000

/** As many timers of a person are kept; those not touched for longest go. */
export const TIMERS_KEPT = 50

/** Milliseconds on a timer at an instant. */
export function elapsedOf({ elapsedMs, startedAt }: Pick<Timer, 'elapsedMs' | 'startedAt'>, now: number): number {
  if (startedAt === null) return elapsedMs
  return elapsedMs + Math.min(LONGEST_STRETCH_MS, Math.max(0, now - startedAt))
}

/** Whole minutes on a timer; at least one, at most what an item can take. */
export function minutesOnTimer(timer: Pick<Timer, 'elapsedMs' | 'startedAt'>, now: number): number {
  return Math.min(6000, Math.max(1, Math.round(elapsedOf(timer, now) / 60_000)))
}

/** How a running timer is shown: `4:05`, or `1:04:05`. */
export function timerInWords(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60) % 60
  const hours = Math.floor(seconds / 3600)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
