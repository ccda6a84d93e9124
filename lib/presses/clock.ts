/** What a browser knows of its own clock. */
export interface ClockCorrection {
  /** Milliseconds to add to it. */
  offset: number
  /** The time of the last press, so that the next one is later. */
  last: number
}

export const noCorrection: ClockCorrection = { offset: 0, last: 0 }

/** The server's `Date` has whole seconds, so a clock that is off by less than this is taken to be right. */
export const TRUSTED_WITHIN_MS = 2000

/**
 * How far a device's clock is from the server's.
 *
 * @param date the answer's `Date` header
 * @param sentAt the device's clock when the request left, `receivedAt` when the answer came
 * @returns milliseconds to add to the device's clock; 0 where it is near enough to be right; null where the answer says
 * nothing, or took so long that it says too little
 */
export function correctionFrom(date: string | null, sentAt: number, receivedAt: number): number | null {
  const server = date === null ? Number.NaN : Date.parse(date)
  const trip = receivedAt - sentAt
  if (Number.isNaN(server) || trip < 0 || trip > 10_000) return null
  // The header is cut to its second: half a second is what it lacks on average.
  const offset = Math.round(server + 500 - (sentAt + trip / 2))
  return Math.abs(offset) <= TRUSTED_WITHIN_MS + trip / 2 ? 0 : offset
}
