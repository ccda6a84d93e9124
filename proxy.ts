import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server.js'
import { isSecure, sessionCookieName } from '#lib/auth/session-cookie-name.ts'
import { isOpenPage } from '#lib/page-access.ts'
import { studyContentSecurityPolicy } from '#lib/security-headers.ts'
import { settings } from '#lib/settings.ts'

/**
 * Courtesy for the pages that are rendered per request: a content security policy with a nonce, and people without a
 * session cookie are sent to sign in before the page is asked. It decides nothing: each page asks for its viewer
 * itself, and without this file it is shown under the policy of all answers.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const hasCookie = request.cookies.has(sessionCookieName(isSecure(request.headers, settings())))
  if (!hasCookie && !isOpenPage(pathname))
    return NextResponse.redirect(new URL(`/sign-in?to=${encodeURIComponent(pathname + search)}`, request.url))

  const nonce = randomBytes(16).toString('base64')
  const policy = studyContentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

/** Exactly the pages of `app/(study)`, a line each: a path that no page has gets the static 404, which has no nonce. */
export const config = {
  matcher: [
    '/sign-in',
    '/sign-up',
    '/reset',
    '/settings',
    '/dashboard',
    '/review',
    '/numbers',
    '/notes',
    '/questions/coverage',
    '/questions/:id/practise',
    '/questions/:id/mock',
    '/interviews/:answerId',
    '/lists',
    '/own',
    '/own/:readingId',
    '/own/import',
    '/add',
    '/readings/:id(own-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})',
    '/lists/:listId',
    '/today',
    '/inbox',
    '/plans',
    '/plans/new',
    '/plans/:planId',
    '/changes',
    '/admin/import',
    '/admin/links',
    '/admin/offers',
    '/admin/people',
    '/admin/log',
    '/admin/invites',
    '/admin/jobs',
    '/plans/import',
    '/plans/:planId/people',
    '/plans/:planId/notes',
    '/plans/:planId/activity',
    '/plans/:planId/changes',
    '/plans/:planId/settings',
    '/plans/:planId/share',
    '/plans/:planId/join',
    '/plans/:planId/items/:itemId',
    '/shared/:token',
  ],
}
