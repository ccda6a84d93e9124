import { type Place, requestOrigin } from '#lib/request-origin.ts'

/** Whether cookies of a request with these headers are for HTTPS alone. */
export function isSecure(headers: Pick<Headers, 'get' | 'has'>, place: Place): boolean {
  return requestOrigin(headers, place).startsWith('https:')
}

/** The name that next-auth gives the session's cookie. */
export function sessionCookieName(secure: boolean): string {
  return `${secure ? '__Secure-' : ''}next-auth.session-token`
}
