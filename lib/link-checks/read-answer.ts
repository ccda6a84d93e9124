import { normaliseUrl } from '#lib/addresses/same-address.ts'
import type { Outcome } from './outcome.ts'

const refusals = new Set([401, 402, 403, 407, 429, 451, 999])
const homes = /^\/?(|home|index\.\w+|default\.aspx?|blog|[a-z]{2}([-_][a-z]{2})?)\/?$/i

/** How the last answer was come by. */
export type Trail = { asked: string; reached: string; isPermanent: boolean }

/** What an answer at the end of its redirects says of the address that was asked for. */
export function readAnswer(answer: { status: number; statusText: string; headers: Headers }, trail: Trail): Outcome {
  const { status } = answer
  const location = trail.reached === trail.asked ? null : trail.reached
  const seen = { httpStatus: status, location, answered: true }
  const words = `${status} ${answer.statusText}`.trim()
  if (status >= 200 && status < 300) return { ...seen, ...readSuccess(trail) }
  if (status === 404 || status === 410) return { ...seen, result: 'gone', reason: words }
  if (refusals.has(status)) return { ...seen, result: 'refused', reason: `refuses programs (${words})` }
  if (answer.headers.get('cf-mitigated') === 'challenge') {
    return { ...seen, result: 'refused', reason: 'wants a person to prove to be one' }
  }
  return { ...seen, result: 'failing', reason: words }
}

function readSuccess({ asked, reached, isPermanent }: Trail): Pick<Outcome, 'result' | 'reason'> {
  if (normaliseUrl(asked) === normaliseUrl(reached)) return { result: 'alive', reason: '' }
  const path = new URL(reached).pathname
  if (homes.test(path) && !homes.test(new URL(asked).pathname))
    return { result: 'gone', reason: 'leads to a home page' }
  if (/\/(404|not[-_]?found|page[-_]?not[-_]?found|error)(\.\w+)?\/?$/i.test(path)) {
    return { result: 'gone', reason: 'leads to an error page' }
  }
  if (/\/(log[-_]?in|sign[-_]?in|auth|sso)\b/i.test(path))
    return { result: 'refused', reason: 'leads to a sign-in page' }
  return isPermanent ? { result: 'moved', reason: '' } : { result: 'alive', reason: '' }
}

/** What it says of an address that nothing answered there. */
export function readFailure(error: unknown, timeoutMs: number): Outcome {
  const reason = reasonOf(error, timeoutMs)
  return { result: 'failing', httpStatus: null, location: null, reason, answered: false }
}

function reasonOf(error: unknown, timeoutMs: number): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = String((cause as { code?: unknown }).code ?? '')
    if (cause.name === 'TimeoutError') return `no answer within ${Math.round(timeoutMs / 1000)} seconds`
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such host'
    if (code === 'ECONNREFUSED') return 'the host takes no connections'
    if (/CERT|SELF_SIGNED|TLS|SSL|UNABLE_TO/.test(code)) return 'its certificate is not valid'
    if (code === 'ECONNRESET' || code === 'UND_ERR_SOCKET') return 'the host broke the connection off'
  }
  return 'no answer'
}

/** Milliseconds that a Retry-After asks to wait; null when there is none that can be read. */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after')?.trim()
  if (!value) return null
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
