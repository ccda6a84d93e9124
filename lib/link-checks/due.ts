import { Temporal } from 'temporal-polyfill'
import type { LinkState } from './outcome.ts'

/** Days after which an address is looked at again: one that works, one that is dead. */
const daysFor = { alive: 7, moved: 7, unknown: 7, dead: 30 } as const

/**
 * Whether an address is due: never looked at, another one than then, failing since yesterday or before, or long ago.
 * `all` makes everything due that was not looked at today, so that a broken-off run goes on where it stopped.
 */
export function isDue(url: string, state: LinkState | null, day: string, all = false): boolean {
  if (!state || state.url !== url) return true
  const age = Temporal.PlainDate.from(state.checkedOn).until(day).days
  if (all || (state.failures > 0 && state.status !== 'dead')) return age >= 1
  return age >= daysFor[state.status]
}
