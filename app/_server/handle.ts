import type { z } from 'zod'
import type { Viewer } from '#lib/auth/viewer.ts'
import { requireProof } from '#lib/auth/proof.ts'
import { canAdministrate } from '#lib/permissions.ts'
import { forbidden, notFound, notSignedIn, Problem } from '#lib/problems.ts'
import { isSameSite } from '#lib/request-origin.ts'
import type { endpointAccess } from '#lib/api/access-table.ts'
import type { EndpointShape } from '#lib/api/endpoint.ts'
import { type EndpointName, endpoints } from '#lib/api/endpoints.ts'
import { inputErrors, plainMessage } from '#lib/api/messages.ts'
import { tokenReach } from '#lib/api/token-reach.ts'
import { bearerOf } from '#lib/auth/bearer.ts'
import { settings } from '#lib/settings.ts'
import { checkAnswer } from './check-answer.ts'
import { checkDocument } from './check-document.ts'
import { mergedRedirect } from './merged-redirect.ts'
import { errorResponse } from './problem-response.ts'
import { readJson } from './read-body.ts'
import { requireRate } from './require-rate.ts'
import { type Caller, callerOf, type Reach, refuseTokenInAddress } from './caller.ts'

/**
 * `required`: 401 without one; `admin`: 403 besides for who is none, before anything they sent is read; `optional`:
 * null without one; `none`: not looked up.
 */
export type ViewerMode = 'required' | 'admin' | 'optional' | 'none'

type ViewerFor<M extends ViewerMode> = M extends 'required' | 'admin'
  ? Viewer
  : M extends 'optional'
    ? Viewer | null
    : null

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined

/** What `run` works with: all of it parsed. */
export interface Call<E extends EndpointShape, M extends ViewerMode> {
  viewer: ViewerFor<M>
  params: Parsed<E['params']>
  query: Parsed<E['query']>
  body: E['bodyIs'] extends 'streamed' ? undefined : Parsed<E['body']>
  /** Milliseconds since the epoch, the same for the whole request. */
  now: number
  request: Request
}

/** What `run` gives back: nothing for 204, a whole answer for a file, else the JSON. `status` where it is not the usual. */
export type Reply<E extends EndpointShape> = E['answer'] extends z.ZodType
  ? { body: z.output<E['answer']>; status?: 200 | 201; headers?: Record<string, string> }
  : E['answer'] extends 'file'
    ? Response
    : void

/** What a route handler does. */
export interface HandleOptions<E extends EndpointShape, M extends ViewerMode> {
  viewer: M
  /** Wants a proof of who sits at the keyboard that is not older than 15 minutes. */
  proof?: M extends 'required' | 'admin' ? 'recent' : never
  /** Lets other sites' pages call it too. */
  crossSite?: 'allowed'
  run: (call: Call<E, M>) => Promise<Reply<E>>
}

type Endpoints = typeof endpoints
/** The viewer that an endpoint's line in the table of access asks for. */
type ViewerModeOf<N extends EndpointName> = (typeof endpointAccess)[N] extends 'admin'
  ? 'admin'
  : (typeof endpointAccess)[N] extends 'anyone' | 'token'
    ? 'none' | 'optional'
    : 'required'

/** What Next gives a route handler besides the request. */
export interface RouteContext {
  params: Promise<Record<string, string | string[] | undefined>>
}

/** A route handler as Next calls it. */
export type RouteHandler = (request: Request, context?: RouteContext) => Promise<Response>

/**
 * Makes the handler of an endpoint of `lib/api/`. All of them go through it, so that each request is checked in the same
 * order: no token in the address, from this site, viewer or token, path, query, kind of body, its size, JSON, schema; and so that each error is an answer
 * of RFC 9457. Answers are not kept by any cache unless `run` says so with a header.
 */
export function handle<const N extends EndpointName, const M extends ViewerModeOf<N>>(
  name: N,
  options: HandleOptions<Endpoints[N], M>,
): RouteHandler {
  return handleShape(endpoints[name], options, tokenReach(name), name)
}

/**
 * `handle` for a route outside `/api/v1/`, which says here what it takes in, and `reach` whether tokens get there.
 * @param name the endpoint of `lib/api/` that it is, whose exchanges are held against the OpenAPI document.
 */
export function handleShape<const E extends EndpointShape, const M extends ViewerMode>(
  shape: E,
  options: HandleOptions<E, M>,
  reach: Reach = { refused: 'A token cannot do this.' },
  name: EndpointName | null = null,
): RouteHandler {
  return async (request, context) => {
    const where = `${request.method} ${new URL(request.url).pathname}`
    try {
      const now = Date.now()
      const reads = request.method === 'GET' || request.method === 'HEAD'
      refuseTokenInAddress(new URL(request.url))
      // Another site's page cannot send a token that it does not have.
      const byToken = bearerOf(request.headers) !== null
      if (!reads && !byToken && options.crossSite !== 'allowed' && !isSameSite(request.headers, settings()))
        throw new Problem(403, 'Not allowed', 'This request comes from another site.')
      const caller = options.viewer === 'none' && !byToken ? nobody : await callerOf(request.headers, reach, now)
      const viewer = options.viewer === 'none' ? null : caller.viewer
      if ((options.viewer === 'required' || options.viewer === 'admin') && viewer === null) throw notSignedIn()
      if (options.viewer === 'admin' && viewer && !canAdministrate(viewer))
        throw forbidden('Only an admin may do this.')
      requireRate(request, caller, now)
      if (options.proof && viewer) requireProof(viewer, now)

      const params = shape.params?.safeParse((await context?.params) ?? {})
      if (params && !params.success) throw notFound()
      const sent = queryOf(request)
      const query = shape.query && parse(shape.query, sent)
      const readsBody = shape.body && shape.bodyIs !== 'streamed'
      const json = readsBody ? await readJson(request, shape.bodyBytes ?? 64_000) : undefined
      const body = readsBody && parse(shape.body as z.ZodType, json)

      const call = { viewer, params: params?.data, query, body, now, request }
      const reply = (await options.run(call as Call<E, M>)) as AnyReply
      const response = toResponse(shape, reply, where)
      const answer = reply instanceof Response ? undefined : reply?.body
      if (name && response.status < 300)
        checkDocument(name, { query: sent, body: json, status: response.status, answer })
      return response
    } catch (error) {
      const redirect = await mergedRedirect(error, request, (await context?.params) ?? {})
      if (redirect) return redirect
      return errorResponse(error, where)
    }
  }
}

const nobody: Caller = { viewer: null, token: null }

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

type AnyReply = Response | { body: unknown; status?: number; headers?: Record<string, string> } | undefined

function toResponse(shape: EndpointShape, reply: AnyReply, where: string): Response {
  if (reply instanceof Response) {
    if (!reply.headers.has('cache-control')) reply.headers.set('cache-control', 'no-store')
    return reply
  }
  if (reply === undefined) return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  if (typeof shape.answer === 'object') checkAnswer(shape.answer, reply.body, where)
  const headers = { 'cache-control': 'no-store', ...reply.headers }
  return Response.json(reply.body, { status: reply.status ?? shape.status ?? 200, headers })
}
