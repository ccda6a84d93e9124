/**
 * A press: what a person said of a reading or of an item, and when. Presses are kept, and how the thing stands is worked
 * out from them in the order in which they were pressed. So it does not matter in which order they reach the server: a
 * phone that was without a network for a day sends what was pressed then, and it takes its place.
 */
export interface Press {
  /** When it was pressed: milliseconds, UTC. */
  at: number
  /** Minutes really spent; null: not said, or, with `clears`, none any more. */
  minutes: number | null
  clears: boolean
  /** Minutes that count as studied where none are said: the person's own estimate when the press came in. */
  estimate: number
  /** Minutes of it that count on other days already. */
  earlier: number
  /** The ISO day of study that it was pressed on, by the person's zone at the time. */
  day: string
  /** Puts back something older, which counts on this day. */
  sinceDay: string | null
  /** With `sinceDay`: since when. Milliseconds, UTC. */
  since: number | null
  /** False for what was known before presses were kept and counted on no day. */
  counts: boolean
}

/** At the same millisecond, the one later in `order` is the later one: any rule will do, if it is always the same. */
export function inOrder<P extends { at: number; state: string }>(presses: readonly P[], order: readonly string[]): P[] {
  return presses.toSorted((a, b) => a.at - b.at || order.indexOf(a.state) - order.indexOf(b.state))
}

/** As many presses of one thing are kept; older ones are folded into one. */
export const KEPT_PRESSES = 40
