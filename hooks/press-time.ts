import { correctionFrom, noCorrection, type ClockCorrection } from '#lib/presses/clock.ts'
import { localKeys } from '#lib/marks/local.ts'

/**
 * The time of a press as it is sent: this device's clock, set right by the server's where that one is clearly off, so
 * that a phone whose clock is an hour fast does not win every time. Each press of this browser is later than the one
 * before.
 *
 * @returns milliseconds, UTC
 */
export function pressTime(): number {
  const { offset, last } = kept()
  const at = Math.max(Date.now() + offset, last + 1)
  keep({ offset, last: at })
  return at
}

/** This device's clock, set right by the server's. Milliseconds, UTC. */
export function serverNow(): number {
  return Date.now() + kept().offset
}

/**
 * Learns how far this device's clock is off from an answer of the server.
 * @param sentAt this device's clock when the request left, and `receivedAt` when the answer's head came in.
 */
export function learnServerTime(date: string | null, sentAt: number, receivedAt: number): void {
  const offset = correctionFrom(date, sentAt, receivedAt)
  const before = kept()
  if (offset === null || offset === before.offset) return
  // A clock that is set right starts afresh: what was pressed by the wrong one must not push presses into the future.
  keep({ offset, last: Math.min(before.last, receivedAt + offset) })
}

function kept(): ClockCorrection {
  if (typeof localStorage === 'undefined') return noCorrection
  try {
    return { ...noCorrection, ...(JSON.parse(localStorage.getItem(localKeys.clock) ?? '{}') as ClockCorrection) }
  } catch {
    return noCorrection
  }
}

function keep(correction: ClockCorrection): void {
  localStorage.setItem(localKeys.clock, JSON.stringify(correction))
}
