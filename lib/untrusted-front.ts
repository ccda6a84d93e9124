import type { Place } from '#lib/request-origin.ts'

const holder = globalThis as { loadpathSawFront?: boolean }

const advice =
  'Everybody then shares one address here, and one person who mistypes a password can make all others wait. Set TRUSTED_PROXIES to how many fronts stand in a row, such as TRUSTED_PROXIES=1.'

/** What is said at boot where `PUBLIC_URL` tells of a front that `TRUSTED_PROXIES` does not count; null where all is well. */
export function bootAdvice({ PUBLIC_URL, TRUSTED_PROXIES }: Place): string | null {
  if (PUBLIC_URL === undefined || TRUSTED_PROXIES > 0) return null
  return `PUBLIC_URL is set and TRUSTED_PROXIES is not. If a front passes requests on: ${advice}`
}

/**
 * Looks whether a front that is not trusted passed this request on.
 * @returns what to write into the log, once in the life of a process; null otherwise.
 */
export function noteFront(headers: Record<string, unknown>, { TRUSTED_PROXIES }: Place): string | null {
  if (TRUSTED_PROXIES > 0 || holder.loadpathSawFront) return null
  if (headers['x-forwarded-for'] === undefined && headers.forwarded === undefined) return null
  holder.loadpathSawFront = true
  return `A request came through a front, and TRUSTED_PROXIES is 0. ${advice}`
}

/** What an admin is told on their pages: that an untrusted front was seen. Null where none was. */
export function frontProblem(): string | null {
  return holder.loadpathSawFront ? `Requests come through a front, and TRUSTED_PROXIES is 0. ${advice}` : null
}

/** For tests: as at the start of a process. */
export function forgetFront(): void {
  delete holder.loadpathSawFront
}
