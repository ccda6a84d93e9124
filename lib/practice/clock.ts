/** A clock that counts while it runs. `since`: a reading of a clock that only goes up, in milliseconds; null: paused. */
export interface Clock {
  /** Seconds counted before `since`. */
  seconds: number
  since: number | null
}

/** Most seconds that a clock counts: a day. */
export const mostSeconds = 86_400

/**
 * What the clock shows, in whole seconds: never less than it had, whatever the device's time was set to.
 * @param now milliseconds, of the same clock as `since`
 */
export function secondsOn({ seconds, since }: Clock, now: number): number {
  const more = since === null ? 0 : Math.max(0, now - since)
  return Math.min(mostSeconds, Math.floor(seconds + more / 1000))
}

/** Stops a clock that runs, starts one that is paused. */
export function toggled(clock: Clock, now: number): Clock {
  return { seconds: secondsOn(clock, now), since: clock.since === null ? now : null }
}

/** Minutes and seconds, as "07:30". */
export function clockInDigits(seconds: number): string {
  return [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
