import { NextResponse } from 'next/server.js'
import { safePath } from '#lib/safe-path.ts'

/** Keeps the address that somebody typed for a minute, so that the form still has it. */
export const typedEmailCookie = 'loadpath.typed-email'

/** Whether a form was sent without JavaScript, so that the answer becomes the person's page. */
export function wantsPage(headers: Headers): boolean {
  const isForm = headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false
  return isForm && (headers.get('accept')?.includes('text/html') ?? false)
}

/** Redirects to the sign-in form, with an error code and everything that was typed except the password. */
export function backToSignIn(code: string, fields: Record<string, string>, secure: boolean): NextResponse {
  const query = new URLSearchParams({ error: code, to: safePath(fields.callbackUrl) })
  const headers = { location: `/sign-in?${query.toString()}`, 'cache-control': 'no-store' }
  const answer = new NextResponse(null, { status: 303, headers })
  const typed = (fields.email ?? '').slice(0, 254)
  answer.cookies.set(typedEmailCookie, typed, { httpOnly: true, maxAge: 60, path: '/sign-in', sameSite: 'lax', secure })
  return answer
}
