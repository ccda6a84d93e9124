import { purgeRemovedPlans } from '#db/mutations/planning/removed-plans.ts'

const dayMs = 24 * 60 * 60_000

/** Purges, now and every day, what was deleted long enough ago. Returns a function that stops it. */
export function purgeDaily(): () => void {
  const purge = () => void purgeRemovedPlans(Date.now()).catch((error: unknown) => console.error('Purge:', error))
  purge()
  const timer = setInterval(purge, dayMs)
  timer.unref()
  return () => clearInterval(timer)
}
