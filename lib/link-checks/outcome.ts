/** What one look at an address gave. */
export type Outcome = {
  /**
   * `alive`: it answers. `moved`: it answers for good at `location`. `gone`: it says that there is nothing (404, 410, a
   * home page in its place). `failing`: it does not answer as it should (no answer, 5xx, a redirect loop).
   * `refused`: it will not tell a program (401, 403, 429, robots.txt); says nothing of the address.
   */
  result: 'alive' | 'moved' | 'gone' | 'failing' | 'refused'
  /** The last answer's status; null when there was none. */
  httpStatus: number | null
  /** Where redirects led, when they led anywhere else. */
  location: string | null
  /** In words, for a person: "404 Not Found", "leads to the home page". */
  reason: string
  /** False when nothing at all answered, which may also be the fault of the own network. */
  answered: boolean
}

/** What is known of an address: a row of `link_checks`. */
export type LinkState = {
  url: string
  status: 'alive' | 'moved' | 'dead' | 'unknown'
  httpStatus: number | null
  location: string | null
  /** Failures in a row, at most one a day. */
  failures: number
  reason: string
  /** ISO day, UTC. */
  checkedOn: string
}

/** What a person found out of an address that no program can see; the checker leaves it standing. */
export const personSaid = { dead: 'reported dead', paywall: 'behind a paywall' } as const

/** Failures in a row after which an address is dead: on so many days it said that there is nothing, */
export const deadAfterGone = 2
/** or did not answer as it should. */
export const deadAfterFailing = 3

/**
 * What is known after a look. One failure is not death: until there were enough in a row, on as many days, the address
 * is unknown. Being refused tells nothing, so what was known of deaths stays. What a person said of it stays too: a page
 * that says "not found" in words only is alive to a program. Another address than before starts anew.
 */
export function nextLinkState(before: LinkState | null, url: string, outcome: Outcome, day: string): LinkState {
  const known = before?.url === url ? before : null
  const { httpStatus, reason } = outcome
  const location = outcome.location
  const seen = { url, httpStatus, location, reason, checkedOn: day }
  if (known?.reason === personSaid.dead && (outcome.result === 'alive' || outcome.result === 'refused')) {
    return { ...known, checkedOn: day }
  }
  if (known?.reason === personSaid.paywall && (outcome.result === 'alive' || outcome.result === 'refused')) {
    return { ...seen, status: 'alive', failures: 0, reason: personSaid.paywall }
  }
  if (outcome.result === 'alive' || outcome.result === 'moved') return { ...seen, status: outcome.result, failures: 0 }
  if (outcome.result === 'refused') {
    return { ...seen, status: known?.status === 'dead' ? 'dead' : 'unknown', failures: known?.failures ?? 0 }
  }
  const isSameDay = known?.checkedOn === day && known.failures > 0
  const failures = (known?.failures ?? 0) + (isSameDay ? 0 : 1)
  const limit = outcome.result === 'gone' ? deadAfterGone : deadAfterFailing
  const isDead = failures >= limit || known?.status === 'dead'
  return { ...seen, status: isDead ? 'dead' : 'unknown', failures }
}
