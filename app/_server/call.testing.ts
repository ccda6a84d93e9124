import { sessionCookieName } from '#lib/auth/session-cookie-name.ts'
import type { Person } from '#db/testing/people.ts'
import type { RouteContext } from './handle.ts'
import { useSecret } from './secret.ts'
import { sealSession } from './session-cookie.ts'

useSecret('a secret for tests, 32 characters and more')

/** How a test calls a handler. */
export interface TestCall {
  /** Who sends it; nobody unless told. */
  as?: Person | null
  method?: string
  path?: string
  params?: Record<string, string>
  /** Sent as JSON. */
  body?: unknown
  headers?: Record<string, string>
}

/** The answer of a handler, its JSON parsed; `body` is null when there is none. */
export interface TestAnswer<T> {
  status: number
  headers: Headers
  body: T
}

/** Makes the request that `given` describes. */
export async function requestOf({ as, method = 'GET', path = '/', body, headers = {} }: TestCall): Promise<Request> {
  const all: Record<string, string> = { host: 'localhost:3000', origin: 'http://localhost:3000', ...headers }
  if (as) all.cookie ??= `${sessionCookieName(false)}=${await sealSession(as.sessionId)}`
  if (body !== undefined) all['content-type'] ??= 'application/json'
  const init = { method, headers: all, body: body === undefined ? null : JSON.stringify(body) }
  return new Request(`http://localhost:3000${path}`, init)
}

/** Calls a route handler as Next would and reads its answer. */
// oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects by asserting on it
export async function call<T = any>(
  handler: (request: Request, context?: RouteContext) => Promise<Response>,
  given: TestCall = {},
): Promise<TestAnswer<T>> {
  const response = await handler(await requestOf(given), { params: Promise.resolve(given.params ?? {}) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : null) as T }
}
