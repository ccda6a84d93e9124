import NextAuth from 'next-auth'
import { NextResponse } from 'next/server.js'
import { authCookieName, hasSessionCookie, isSecure } from '#lib/auth/session-cookie-name.ts'
import { signedInCookie } from '#lib/marks/local.ts'
import { notFound, Problem } from '#lib/problems.ts'
import { requireTry } from '#db/mutations/accounts/rate-limits.ts'
import { timeZone } from '#lib/api/common.ts'
import { listIssuers } from '#db/queries/accounts/accounts.ts'
import { isProven, requireProof } from '#lib/auth/proof.ts'
import { providersOf } from '#lib/auth/providers.ts'
import { clientAddress, isProvenSameOrigin, isSameSite, requestOrigin } from '#lib/request-origin.ts'
import { settings } from '#lib/settings.ts'
import { authOptions, interop } from './auth-options.ts'
import { backToSignIn, wantsPage } from './form-errors.ts'
import { errorResponse } from './problem-response.ts'
import { readText } from './read-body.ts'
import { senderOf } from './sender.ts'
import { cookiesOf, viewerOf } from './session-cookie.ts'

type Fields = Record<string, string>

const providerTries = { tries: 100, seconds: 15 * 60 }

const actions: Record<string, string[]> = {
  GET: ['csrf', 'session', 'providers', 'signin', 'signout', 'error'],
  POST: ['callback/credentials', 'signout'],
}

/**
 * Answers a request to `/api/auth/<action>` with next-auth, through its form for Node handlers: that one takes headers
 * from us, so that the origin is the one of our settings and not what a client claims in `X-Forwarded-Host`.
 */
export async function answerAuth(request: Request, path: string[]): Promise<Response> {
  let body: Fields = {}
  const secure = isSecure(request.headers, settings())
  try {
    const action = path.join('/')
    const reads = request.method !== 'POST'
    const provider = providersOf(settings()).find(({ id }) => id === path[1])?.id
    const isProviders = provider && action === (reads ? `callback/${provider}` : `signin/${provider}`)
    if (!isProviders && !actions[reads ? 'GET' : 'POST']?.includes(action)) throw notFound()
    if (!reads && !isSameSite(request.headers, settings()))
      throw new Problem(403, 'Not allowed', 'This request comes from another site.')
    if (!reads) body = await readFields(request)
    const cookies = cookiesOf(request.headers)
    if (isProviders)
      await requireTry(`provider:${clientAddress(request.headers, settings())}`, providerTries, Date.now())
    // A form without JavaScript has no token from /api/auth/csrf. The browser's word that it stands on our own page
    // proves the same; next-auth still wants its token, so it gets a fresh one.
    if (!reads && body.csrfToken === undefined && isProvenSameOrigin(request.headers, settings()))
      await addCsrf(request, body, cookies)
    const answer = await run(request, path, body, cookies)
    const refused = action === 'callback/credentials' && answer.headers.get('location')?.includes('error=')
    if (refused && wantsPage(request.headers)) return backToSignIn('CredentialsSignin', body, secure)
    return answer
  } catch (error) {
    if (error instanceof Problem && error.status === 429 && wantsPage(request.headers))
      return backToSignIn('TooManyTries', body, secure)
    if (error instanceof Problem && error.extra.secondFactor && wantsPage(request.headers))
      return backToSignIn(error.extra.field ? 'WrongCode' : 'SecondFactor', body, secure)
    return errorResponse(error, `${request.method} ${new URL(request.url).pathname}`)
  }
}

async function addCsrf(request: Request, body: Fields, cookies: Fields): Promise<void> {
  const get = new Request(request.url, { headers: request.headers })
  const answer = await run(get, ['csrf'], {}, cookies)
  body.csrfToken = ((await answer.json()) as { csrfToken: string }).csrfToken
  const secure = isSecure(request.headers, settings())
  const name = authCookieName('csrf', secure)
  const fresh = (answer as NextResponse).cookies.get(name)?.value
  if (fresh) cookies[name] = fresh
}

/** The fields of a form or of a JSON object. */
async function readFields(request: Request): Promise<Fields> {
  const text = await readText(request, 16_000)
  if (text === '') return {}
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(text))
  if (type !== 'application/json') throw new Problem(415, 'Wrong kind of body', 'Send a form or JSON.')
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    throw new Problem(400, 'Not readable', 'The body is not JSON.')
  }
  if (typeof given !== 'object' || given === null)
    throw new Problem(422, 'Wrong input', 'Send an object.', { field: '' })
  const fields = Object.entries(given).filter(([, value]) => typeof value === 'string') as [string, string][]
  // A JSON request gets a JSON answer.
  return { ...Object.fromEntries(fields), json: 'true' }
}

/** Runs next-auth on a request of our making and gathers what it answers. */
async function run(request: Request, path: string[], body: Fields, cookies: Fields): Promise<Response> {
  const origin = new URL(requestOrigin(request.headers, settings()))
  // next-auth takes its origin from these two headers when it is told to, and from NEXTAUTH_URL before that.
  process.env.AUTH_TRUST_HOST = 'true'
  delete process.env.NEXTAUTH_URL
  const callbackName = authCookieName('callback', origin.protocol === 'https:')
  const isBack = path[0] === 'callback' && path[1] !== 'credentials'
  const kept = { callbackUrl: cookies[callbackName] ?? '/' }
  cleanCallback(kept, origin)
  const target = new URL(kept.callbackUrl ?? '/', origin).href
  const viewer = isBack || path[0] === 'signin' ? await viewerOf(request.headers, Date.now()) : null
  let thrown: unknown
  const options = authOptions({
    secure: origin.protocol === 'https:',
    from: senderOf(request),
    begun: {
      from: senderOf(request),
      viewer,
      target: target.slice(origin.origin.length),
      timeZone: timeZone.catch('UTC').parse(cookies['loadpath.zone']),
    },
    now: Date.now(),
    onError: (error) => {
      thrown = error
    },
  })
  // Connecting another account is asked for before the person goes there; signing in again by one's own is the proof.
  if (viewer && path[0] === 'signin' && request.method === 'POST' && !isProven(viewer, Date.now())) {
    const issuer = providersOf(settings()).find(({ id }) => id === path[1])?.issuer ?? ''
    if (!(await listIssuers(viewer)).includes(issuer)) requireProof(viewer, Date.now())
  }
  const isStart = path[0] === 'signin' && request.method === 'POST'
  // What a request adds to the address of a provider would reach it as it is. Who is signed in shows there who they are.
  const query: Record<string, unknown> = isStart
    ? { ...(viewer && { prompt: 'login' }) }
    : Object.fromEntries(new URL(request.url).searchParams)
  // Where to go on to is said by each request; what an earlier one kept, or another program, is not looked at. Only a
  // provider's answer cannot say it.
  if (isBack) cookies[callbackName] = target
  else delete cookies[callbackName]
  for (const given of [query, body]) cleanCallback(given, origin)
  const headers = { 'x-forwarded-host': origin.host, 'x-forwarded-proto': origin.protocol.slice(0, -1) }
  const answer = collect()
  await (interop(NextAuth) as unknown as (...given: unknown[]) => Promise<void>)(
    { method: request.method, query: { ...query, nextauth: path }, body, cookies, headers },
    answer.sink,
    options,
  )
  if (thrown !== undefined) throw thrown
  const response = answer.response()
  addMarker(response.headers)
  return response
}

/** Makes `callbackUrl` a path of this server, or takes it out: next-auth fails on what is none, and logs it raw. */
function cleanCallback(given: Record<string, unknown>, origin: URL): void {
  if (given.callbackUrl === undefined) return
  const target = URL.parse(String(given.callbackUrl), origin)
  if (target?.origin === origin.origin) given.callbackUrl = target.pathname + target.search + target.hash
  else delete given.callbackUrl
}

/**
 * Beside the session's cookie goes one that scripts can read and that lives as long: static pages, which cannot look
 * into the session, learn from it that there is somebody to ask for. It proves nothing to the server.
 */
function addMarker(headers: Headers): void {
  for (const cookie of headers.getSetCookie())
    if (hasSessionCookie(cookie))
      headers.append('set-cookie', cookie.replace(/^[^;]*/, `${signedInCookie}=1`).replace(/; *HttpOnly/i, ''))
}

/** The part of a Node response that next-auth writes to, and the answer that came of it. */
function collect() {
  let status = 200
  let body: string | null = null
  const headers = new Headers({ 'cache-control': 'no-store' })
  const sink = {
    status(code: number) {
      status = code
      return sink
    },
    getHeader: (name: string) => (name.toLowerCase() === 'set-cookie' ? headers.getSetCookie() : headers.get(name)),
    setHeader(name: string, value: string | string[]) {
      headers.delete(name)
      for (const one of [value].flat()) headers.append(name, one)
      return sink
    },
    json(value: unknown) {
      headers.set('content-type', 'application/json')
      body = JSON.stringify(value)
    },
    send(value: unknown) {
      if (typeof value === 'string') body = value
      else if (value !== undefined) sink.json(value)
    },
    end() {},
  }
  return { sink, response: () => new NextResponse(body, { status, headers }) }
}
