/** A clock that counts while it runs. `since`: when it was started last, milliseconds UTC; null: it is paused. */
export interface Clock {
  /** Seconds counted before `since`. */
  seconds: number
  since: number | null
}

/** Most seconds that a clock counts: a day. */
export const mostSeconds = 86_400

/**
 * What the clock shows, in whole seconds: start time and pauses alone decide, so a closed lid and a reload lose nothing.
 * Where the device's time was set back it stands still, and never shows less than it had counted.
 * @param now milliseconds, UTC
 */
export function secondsOn({ seconds, since }: Clock, now: number): number {
  const more = since === null ? 0 : Math.max(0, now - since)
  return Math.min(mostSeconds, Math.floor(seconds + more / 1000))
}

/** Stops a clock that runs, starts one that is paused. */
export function toggled(clock: Clock, now: number): Clock {
  return { seconds: secondsOn(clock, now), since: clock.since === null ? now : null }
}

/**
 * The clock after its time was looked at. Where the device's time went back since the last look, it counts on from
 * what it showed then.
 * @param shown what it showed at the last look, in seconds
 */
export function lookedAt(clock: Clock, shown: number, now: number): Clock {
  return clock.since !== null && secondsOn(clock, now) < shown ? { seconds: shown, since: now } : clock
}

/** Minutes and seconds, as "07:30". */
export function clockInDigits(seconds: number): string {
  return [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
