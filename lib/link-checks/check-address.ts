import { parseHttpUrl } from '#lib/addresses/http-url.ts'
import { notPublic } from './open-web-fetch.ts'
import type { Outcome } from './outcome.ts'
import type { Answer, PoliteFetch } from './polite-fetch.ts'
import { isPublicAddress } from './public-address.ts'
import { readAnswer, readFailure, retryAfterMs } from './read-answer.ts'
import type { Robots } from './robots.ts'
import type { Manners, Tools } from './manners.ts'

const longestTrail = 10
const notOpenWeb = 'leads to an address that is not of the open web'
const redirects = new Set([301, 302, 303, 307, 308])

export type Checker = { polite: PoliteFetch; robots: Robots; tools: Tools; manners: Manners; signal?: AbortSignal }

type Look = { outcome: Outcome; waitMs: number | null; isWorthAnother: boolean }

/**
 * Looks at one address: HEAD, and GET only when HEAD fails; again after a while when the answer may be better then, as
 * late as a Retry-After asks. Never throws but for the signal.
 */
export async function checkAddress(address: string, checker: Checker): Promise<Outcome> {
  const { manners, tools, signal } = checker
  let method: 'HEAD' | 'GET' = 'HEAD'
  for (let attempt = 0; ; attempt++) {
    let look: Look = await lookAt(address, method, checker)
    if (method === 'HEAD' && isFailure(look.outcome) && look.outcome.httpStatus !== 429) {
      method = 'GET'
      look = await lookAt(address, method, checker)
    }
    const waitMs = look.waitMs ?? manners.backOffMs * 2 ** attempt
    if (!look.isWorthAnother || attempt >= manners.retries || waitMs > manners.longestWaitMs) return look.outcome
    await tools.sleep(waitMs, signal)
    signal?.throwIfAborted()
  }
}

async function lookAt(asked: string, method: 'HEAD' | 'GET', checker: Checker): Promise<Look> {
  const { polite, robots, tools, manners, signal } = checker
  const seen = new Set<string>()
  let reached = withoutFragment(asked)
  let isPermanent = true
  let setsCookies = false
  const end = (outcome: Outcome, isWorthAnother = false, waitMs: number | null = null) => ({
    outcome,
    isWorthAnother,
    waitMs,
  })
  const told = (result: Outcome['result'], reason: string) =>
    end({ result, reason, httpStatus: null, location: reached === asked ? null : reached, answered: seen.size > 0 })

  while (seen.size <= longestTrail) {
    if (!parseHttpUrl(reached) || !(manners.allowLocal || isPublicAddress(reached))) {
      return told('failing', notOpenWeb)
    }
    let answer: Answer
    try {
      if (!(await robots.allows(reached))) return told('refused', 'its robots.txt asks programs to stay away')
      answer = await polite.request(reached, method)
    } catch (error) {
      signal?.throwIfAborted()
      if ((error as { code?: unknown }).code === notPublic) return told('failing', notOpenWeb)
      return end(readFailure(error, manners.timeoutMs), true)
    }
    setsCookies ||= answer.headers.has('set-cookie')
    const next = redirects.has(answer.status) ? resolve(answer.headers.get('location'), reached) : null
    if (next === null) {
      const outcome = readAnswer(answer, { asked, reached, isPermanent })
      const isWorthAnother = answer.status === 429 || (answer.status >= 500 && outcome.result === 'failing')
      return end(outcome, isWorthAnother, retryAfterMs(answer.headers, tools.now()))
    }
    isPermanent &&= answer.status === 301 || answer.status === 308
    seen.add(reached)
    if (seen.has(next)) break
    reached = next
  }
  // Some sites send everybody without cookies round in circles: that tells nothing of the address.
  return setsCookies
    ? told('refused', 'redirects in a circle without cookies')
    : told('failing', 'redirects in a circle')
}

function isFailure({ result }: Outcome): boolean {
  return result !== 'alive' && result !== 'moved'
}

function resolve(location: string | null, from: string): string | null {
  const url = location ? URL.parse(location, from) : null
  return url && withoutFragment(url.href)
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '')
}
