import { learnServerTime } from './press-time.ts'

interface ProblemDetails {
  title?: string
  detail?: string
  field?: string
  errors?: { field: string; detail: string }[]
  current?: unknown
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

  constructor(status: number, problem: ProblemDetails) {
    super(problem.detail ?? 'The server did not answer as expected. Try again in a moment.')
    this.name = 'ApiError'
    this.status = status
    this.title = problem.title ?? 'Something went wrong'
    this.field = problem.field ?? null
    const errors = problem.errors ?? (this.field === null ? [] : [{ field: this.field, detail: this.message }])
    this.fields = Object.fromEntries(errors.map((error) => [error.field, error.detail]))
    this.current = problem.current
  }
}

/**
 * Calls this server's API.
 * @param path below `/api/v1/`.
 * @returns the answer's JSON; null for 204.
 * @throws ApiError for an answer other than 2xx, TypeError when there is no network.
 */
export async function api<T = unknown>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const sentAt = Date.now()
  const text = body === undefined ? undefined : JSON.stringify(body)
  const response = await fetch(`/api/v1/${path}`, {
    method,
    signal,
    headers: text === undefined ? {} : { 'content-type': 'application/json' },
    body: text,
    // A write goes on when its page is left; browsers grant that to 64 kB in all.
    keepalive: method !== 'GET' && (text?.length ?? 0) < 10_000,
  })
  learnServerTime(response.headers.get('date'), sentAt, Date.now())
  if (response.status === 204) return null as T
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new ApiError(response.status, (answer ?? {}) as ProblemDetails)
  return answer as T
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
