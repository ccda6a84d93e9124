import type { z } from 'zod'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canAdministrate } from '#lib/permissions.ts'
import { forbidden, notFound, notSignedIn, Problem } from '#lib/problems.ts'
import { isSameSite } from '#lib/request-origin.ts'
import { inputErrors, plainMessage } from '#lib/api/messages.ts'
import { settings } from '#lib/settings.ts'
import { errorResponse } from './problem-response.ts'
import { readJson } from './read-body.ts'
import { requireRate } from './require-rate.ts'
import { viewerOf } from './session-cookie.ts'

/**
 * `required`: 401 without one; `admin`: 403 besides for who is none, before anything they sent is read; `optional`:
 * null without one; `none`: not looked up.
 */
export type ViewerMode = 'required' | 'admin' | 'optional' | 'none'

type Schema = z.ZodType | undefined
type Output<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined
type ViewerFor<M extends ViewerMode> = M extends 'required' | 'admin'
  ? Viewer
  : M extends 'optional'
    ? Viewer | null
    : null

/** What `run` works with: all of it parsed. */
export interface Call<M extends ViewerMode, P extends Schema, Q extends Schema, B extends Schema> {
  viewer: ViewerFor<M>
  params: Output<P>
  query: Output<Q>
  body: Output<B>
  /** Milliseconds since the epoch, the same for the whole request. */
  now: number
  request: Request
}

/** What `run` gives back; without a body the answer is 204. `status` is 200 where a body is. */
export interface Answer {
  status?: number
  body?: unknown
  headers?: Record<string, string>
}

/** What a route handler takes in, and what it does. */
export interface HandleOptions<M extends ViewerMode, P extends Schema, Q extends Schema, B extends Schema> {
  viewer: M
  /** The folders in brackets. What does not fit is not there: 404. */
  params?: P
  /** The query: a text each, a list where a name comes twice. 422. */
  query?: Q
  /** The JSON body. Without a schema a body is never read. 422. */
  body?: B
  /** Most bytes of the body; 64 kB unless told. 413. */
  limit?: number
  /** Lets other sites' pages call it too. */
  crossSite?: 'allowed'
  run: (call: Call<M, P, Q, B>) => Promise<Answer | Response>
}

/** What Next gives a route handler besides the request. */
export interface RouteContext {
  params: Promise<Record<string, string | string[] | undefined>>
}

/**
 * Makes a route handler. All route handlers go through it, so that each request is checked in the same order: from this
 * site, viewer, path, query, kind of body, its size, JSON, schema; and so that each error is an answer of RFC 9457.
 * Answers are not kept by any cache unless `run` says so with a header.
 */
export function handle<
  const M extends ViewerMode,
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
>(options: HandleOptions<M, P, Q, B>): (request: Request, context?: RouteContext) => Promise<Response> {
  return async (request, context) => {
    try {
      const now = Date.now()
      const reads = request.method === 'GET' || request.method === 'HEAD'
      if (!reads && options.crossSite !== 'allowed' && !isSameSite(request.headers, settings()))
        throw new Problem(403, 'Not allowed', 'This request comes from another site.')
      const viewer = options.viewer === 'none' ? null : await viewerOf(request.headers, now)
      if ((options.viewer === 'required' || options.viewer === 'admin') && viewer === null) throw notSignedIn()
      if (options.viewer === 'admin' && viewer && !canAdministrate(viewer))
        throw forbidden('Only an admin may do this.')
      requireRate(request, viewer, now)

      const params = options.params?.safeParse((await context?.params) ?? {})
      if (params && !params.success) throw notFound()
      const query = options.query && parse(options.query, queryOf(request))
      const body = options.body && parse(options.body, await readJson(request, options.limit ?? 64_000))

      const call = { viewer, params: params?.data, query, body, now, request }
      return toResponse(await options.run(call as Call<M, P, Q, B>))
    } catch (error) {
      return errorResponse(error, `${request.method} ${new URL(request.url).pathname}`)
    }
  }
}

function parse(schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input, { error: plainMessage })
  if (parsed.success) return parsed.data
  const errors = inputErrors(parsed.error)
  const { field = '', detail = '' } = errors[0] ?? {}
  throw new Problem(422, 'Wrong input', detail, { field, errors })
}

function queryOf(request: Request): Record<string, string | string[]> {
  const { searchParams } = new URL(request.url)
  const names = [...new Set(searchParams.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const values = searchParams.getAll(name)
      return [name, values.length > 1 ? values : (values[0] ?? '')]
    }),
  )
}

function toResponse(answer: Answer | Response): Response {
  if (answer instanceof Response) {
    if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'no-store')
    return answer
  }
  const headers = { 'cache-control': 'no-store', ...answer.headers }
  if (answer.body === undefined) return new Response(null, { status: answer.status ?? 204, headers })
  return Response.json(answer.body, { status: answer.status ?? 200, headers })
}
