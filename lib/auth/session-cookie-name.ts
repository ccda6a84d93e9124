import { type Place, requestOrigin } from '#lib/request-origin.ts'

/** Whether cookies of a request with these headers are for HTTPS alone. */
export function isSecure(headers: Pick<Headers, 'get' | 'has'>, place: Place): boolean {
  return requestOrigin(headers, place).startsWith('https:')
}

/** What sign-in keeps in the browser, beside what next-auth writes there. */
type AuthCookie = 'session' | 'csrf' | 'callback' | 'state' | 'nonce' | 'pkce'

/**
 * The name of one of sign-in's cookies. Names of our own: browsers share cookies between all ports of a host, and
 * another program with next-auth's names would sign people out of this one. `__Host-` keeps other hosts of the domain
 * from setting them.
 */
export function authCookieName(cookie: AuthCookie, secure: boolean): string {
  return `${secure ? '__Host-' : ''}loadpath.${cookie}`
}

/** The name of the session's cookie. */
export function sessionCookieName(secure: boolean): string {
  return authCookieName('session', secure)
}

/** Whether a `Cookie` header carries a session's cookie, of whatever kind. */
export function hasSessionCookie(header: string | undefined): boolean {
  return header?.includes('loadpath.session=') ?? false
}
