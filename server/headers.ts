import { securityHeaders, varyHeader } from '#lib/security-headers.ts'
import type { Answer } from './answer.ts'

/**
 * What a cache of others may do with an answer that is the same for all: browsers ask each time, which costs them a
 * 304; shared caches keep it for a minute and then give out the old one while they ask.
 */
export const sharedForAMinute = 'public, max-age=0, s-maxage=60, stale-while-revalidate=60'

/** What nobody else may keep. */
export const keptByNobody = 'private, no-store'

const immutable = 'public, max-age=31536000, immutable'
const always = securityHeaders()

/**
 * The last word on the headers of every answer: those of security, where something answered before `next.config.ts`
 * was asked; and who may keep it. Next's own `s-maxage` of a year is for a platform that empties its caches.
 */
export function finishHeaders(answer: Answer, secure: boolean): void {
  for (const { key, value } of always) if (!answer.hasHeader(key)) answer.setHeader(key, value)
  if (secure) answer.setHeader('Strict-Transport-Security', 'max-age=31536000')
  answer.setHeader('Cache-Control', cacheControl(answer))
  const vary = [answer.getHeader('vary'), answer.getHeader(varyHeader)].flat().join(',').split(',')
  const names = new Set(vary.map((name) => name.trim()).filter(Boolean))
  answer.removeHeader(varyHeader)
  if (names.size > 0) answer.setHeader('Vary', [...names].join(', '))
}

function cacheControl(answer: Answer): string {
  if (answer.statusCode !== 200 && answer.statusCode !== 206 && answer.statusCode !== 304) return keptByNobody
  const said = String(answer.getHeader('cache-control') ?? '')
  if (said.includes('immutable')) return immutable
  if (answer.hasHeader('set-cookie')) return keptByNobody
  if (answer.hasHeader('x-nextjs-prerender') || /\bpublic\b/.test(said)) return sharedForAMinute
  return keptByNobody
}
