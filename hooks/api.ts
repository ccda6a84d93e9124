import type { AnswerOf, EndpointName, Sent } from '#lib/api/endpoints.ts'
import { learnServerTime } from './press-time.ts'
import { askForProof } from './proof.ts'

interface ProblemDetails {
  title?: string
  detail?: string
  field?: string
  errors?: { field: string; detail: string }[]
  current?: unknown
  proof?: 'needed'
  secondFactor?: { code: boolean; passkey: boolean; passkeyOptions?: Record<string, unknown> }
}

/** What the server answered when it did not do what was asked: problem details of RFC 9457. */
export class ApiError extends Error {
  readonly status: number
  readonly title: string
  /** The field at fault, dotted, where one is. */
  readonly field: string | null
  /** A sentence for each field at fault. */
  readonly fields: Record<string, string>
  /** The newer state, with 409. */
  readonly current: unknown
  /** What else a sign-in asks for, where the password was right. */
  readonly secondFactor: ProblemDetails['secondFactor']

  constructor(status: number, problem: ProblemDetails) {
    super(problem.detail ?? 'The server did not answer as expected. Try again in a moment.')
    this.name = 'ApiError'
    this.status = status
    this.title = problem.title ?? 'Something went wrong'
    this.field = problem.field ?? null
    const errors = problem.errors ?? (this.field === null ? [] : [{ field: this.field, detail: this.message }])
    this.fields = Object.fromEntries(errors.map((error) => [error.field, error.detail]))
    this.current = problem.current
    this.secondFactor = problem.secondFactor
  }
}

/** What a call of an endpoint is given: its parameters, query and body, and what ends it early. */
type Given<N extends EndpointName> = Sent<N> & { signal?: AbortSignal }

/**
 * Calls an endpoint of this server's API.
 * @param name verb and path below `/api/v1/`, as `lib/api/endpoints.ts` has it.
 * @returns the answer's JSON; null for 204.
 * @throws ApiError for an answer other than 2xx, TypeError when there is no network.
 */
export async function api<N extends EndpointName>(
  name: N,
  ...[given]: Record<never, never> extends Given<N> ? [given?: Given<N>] : [given: Given<N>]
): Promise<AnswerOf<N>> {
  const { body, signal } = (given ?? {}) as { body?: unknown; signal?: AbortSignal }
  const method = name.slice(0, name.indexOf(' '))
  const sentAt = Date.now()
  const text = body === undefined ? undefined : JSON.stringify(body)
  const response = await fetch(addressOf(name, (given ?? {}) as Parts), {
    method,
    signal,
    headers: text === undefined ? {} : { 'content-type': 'application/json' },
    body: text,
    // A write goes on when its page is left; browsers grant that to 64 kB in all.
    keepalive: method !== 'GET' && (text?.length ?? 0) < 10_000,
  })
  learnServerTime(response.headers.get('date'), sentAt, Date.now())
  if (response.status === 204) return null as never
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) {
    const problem = (answer ?? {}) as ProblemDetails
    if (problem.proof && (await askForProof())) return api(name, given as Given<N>)
    throw new ApiError(response.status, problem)
  }
  return answer as AnswerOf<N>
}

interface Parts {
  params?: Record<string, string | number>
  query?: Record<string, unknown>
}

/** The address of an endpoint on this server: its folders in brackets filled in, the query behind. */
function addressOf(name: EndpointName, { params = {}, query = {} }: Parts): string {
  const path = name
    .slice(name.indexOf(' ') + 1)
    .replaceAll(/\[(\w+)\]/g, (_, key: string) => encodeURIComponent(String(params[key])))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    for (const one of [value].flat()) if (one !== undefined) search.append(key, String(one))
  return `/api/v1/${path}${search.size > 0 ? `?${search}` : ''}`
}

/** The address of a file that an endpoint answers with, for a link. */
export function fileAddress<N extends 'GET archive' | 'GET plans/[planId]/export'>(name: N, given: Sent<N>): string {
  return addressOf(name, given as Parts)
}

/** Whether trying again may help: no network, or a fault of the server's own. Never what the server refused. */
export function isWorthRetrying(failures: number, error: Error): boolean {
  if (failures >= 5) return false
  return !(error instanceof ApiError) || error.status >= 500
}

/**
 * Whether a write waits and is tried again: without an end while there is no way to the server, be it that what stands
 * before it says so; a few times over a fault of the server's own. Never what the server refused.
 */
export function isWorthWaiting(failures: number, error: Error): boolean {
  if (!(error instanceof ApiError) || [502, 503, 504].includes(error.status)) return true
  return isWorthRetrying(failures, error)
}
