import { decode, encode } from 'next-auth/jwt'
import { sessionDays } from '#lib/auth/session-end.ts'
import { getViewerBySession } from '#db/queries/accounts/sessions.ts'
import { bearerOf } from '#lib/auth/bearer.ts'
import { isSecure, sessionCookieName } from '#lib/auth/session-cookie-name.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { settings } from '#lib/settings.ts'
import { secret } from './secret.ts'

/** How long the cookie lives; the row in `sessions` ends earlier when it is unused. */
export const cookieSeconds = sessionDays * 24 * 60 * 60

/** The cookies of a request by name, their values decoded. */
export function cookiesOf(headers: Headers): Record<string, string> {
  const found: Record<string, string> = Object.create(null) as Record<string, string>
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at < 1) continue
    const name = pair.slice(0, at).trim()
    const value = pair
      .slice(at + 1)
      .trim()
      .replaceAll(/^"|"$/g, '')
    try {
      found[name] ??= decodeURIComponent(value)
    } catch {
      found[name] ??= value
    }
  }
  return found
}

/** The cookie's value for a session: a sealed token that carries the session's id and nothing else. */
export async function sealSession(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: secret(), maxAge: cookieSeconds })
}

// What was unsealed lately, newest last: opening a seal costs as much as asking the database. Whether the session is
// still on is asked of the database every time.
const opened = new Map<string, string>()
const openedAtMost = 1000

/** The session id that a cookie's value carries, or null when it is not ours or too old. */
export async function openSession(value: string): Promise<string | null> {
  const known = opened.get(value)
  if (known !== undefined) return known
  try {
    const token = await decode({ token: value, secret: secret() })
    if (typeof token?.sid !== 'string') return null
    const [oldest] = opened.keys()
    if (opened.size >= openedAtMost && oldest !== undefined) opened.delete(oldest)
    opened.set(value, token.sid)
    return token.sid
  } catch {
    return null
  }
}

/**
 * The person whose browser sends a request with these headers, or null. Asks the `sessions` table every time. Cookies
 * beside a bearer token count for nothing.
 */
export async function viewerOf(headers: Headers, now: number): Promise<Viewer | null> {
  if (bearerOf(headers) !== null) return null
  const value = cookiesOf(headers)[sessionCookieName(isSecure(headers, settings()))]
  if (!value) return null
  const sessionId = await openSession(value)
  return sessionId === null ? null : getViewerBySession(sessionId, now)
}
