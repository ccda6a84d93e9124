import { normaliseUrl } from '#lib/addresses/same-address.ts'
import type { Outcome } from './outcome.ts'

/** Paths of a site's first page. Of two letters only the languages that sites have: `/ml` may be a subject. */
const homes =
  /^\/?(|home|index\.\w+|default\.aspx?|blog|(en|de|fr|es|it|pt|nl|ja|zh|ko|ru|pl|sv|tr)([-_][a-z]{2})?|[a-z]{2}[-_][a-z]{2})\/?$/i
const maybeHome = /^\/[a-z]{2}\/?$/i
const notFoundPage = /\/(404|not[-_]?found|page[-_]?not[-_]?found)(\.\w+)?\/?$/i
const maybeError = /\/error(\.\w+)?\/?$/i
/** Whole parts of a path: an article may be called "auth-design". */
const signIn = /\/(log[-_]?in|sign[-_]?in|auth|o?auth2?|sso)(\.\w+)?(?=\/|$)/i

/** How the last answer was come by. */
export type Trail = { asked: string; reached: string; isPermanent: boolean }

/** What an answer at the end of its redirects says of the address that was asked for. */
export function readAnswer(answer: { status: number; statusText: string; headers: Headers }, trail: Trail): Outcome {
  const { status } = answer
  const location = trail.reached === withoutFragment(trail.asked) ? null : withFragmentOf(trail.asked, trail.reached)
  const seen = { httpStatus: status, location, answered: true }
  const words = `${status} ${answer.statusText}`.trim()
  if (status >= 200 && status < 300) return { ...seen, ...readSuccess(trail) }
  if (status === 404 || status === 410) return { ...seen, result: 'gone', reason: words }
  // What else a server has against a request is against the program, not against the address.
  if ((status >= 400 && status < 500) || status === 999)
    return { ...seen, result: 'refused', reason: `refuses programs (${words})` }
  if (answer.headers.get('cf-mitigated') === 'challenge') {
    return { ...seen, result: 'refused', reason: 'wants a person to prove to be one' }
  }
  return { ...seen, result: 'failing', reason: words }
}

function readSuccess({ asked, reached, isPermanent }: Trail): Pick<Outcome, 'result' | 'reason'> {
  if (normaliseUrl(withoutFragment(asked)) === normaliseUrl(reached)) return { result: 'alive', reason: '' }
  const before = new URL(asked).pathname
  const path = new URL(reached).pathname
  const isNew = (kind: RegExp) => kind.test(path) && !kind.test(before)
  if (isNew(homes)) return { result: 'gone', reason: 'leads to a home page' }
  if (isNew(notFoundPage)) return { result: 'gone', reason: 'leads to an error page' }
  if (isNew(signIn)) return { result: 'refused', reason: 'leads to a sign-in page' }
  if (isNew(maybeHome)) return { result: 'refused', reason: 'may lead to a home page' }
  if (isNew(maybeError)) return { result: 'refused', reason: 'may lead to an error page' }
  return isPermanent ? { result: 'moved', reason: '' } : { result: 'alive', reason: '' }
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '')
}

/** As a browser goes on to the same part of the page. */
function withFragmentOf(asked: string, reached: string): string {
  return reached + (/#.+$/s.exec(asked)?.[0] ?? '')
}

/** What it says of an address that nothing answered there. */
export function readFailure(error: unknown, timeoutMs: number): Outcome {
  const reason = reasonOf(error, timeoutMs)
  const result = isOfProgram(error) ? 'refused' : 'failing'
  return { result, httpStatus: null, location: null, reason, answered: result === 'refused' }
}

/** Whether the failure may be this program's: a browser knows more certificates, and forgives more of an answer. */
function isOfProgram(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = String((cause as { code?: unknown }).code ?? '')
    if (/CERT|SELF_SIGNED|TLS|SSL|UNABLE_TO|^HPE_/.test(code)) return true
  }
  return false
}

function reasonOf(error: unknown, timeoutMs: number): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = String((cause as { code?: unknown }).code ?? '')
    if (cause.name === 'TimeoutError') return `no answer within ${Math.round(timeoutMs / 1000)} seconds`
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such host'
    if (code === 'ECONNREFUSED') return 'the host takes no connections'
    if (/CERT|SELF_SIGNED|TLS|SSL|UNABLE_TO/.test(code)) return 'its certificate cannot be checked by a program'
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
