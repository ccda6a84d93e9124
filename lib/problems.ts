/**
 * What went wrong, as a person and a program are told it: problem details of RFC 9457.
 * Thrown by queries, mutations and handlers; `handle()` turns it into an answer.
 */
export class Problem extends Error {
  readonly status: number
  readonly title: string
  readonly detail: string
  /** Further members of the answer: `field`, `current`, `retryAfterSeconds`. */
  readonly extra: Record<string, unknown>

  constructor(status: number, title: string, detail: string, extra: Record<string, unknown> = {}) {
    super(detail)
    this.name = 'Problem'
    this.status = status
    this.title = title
    this.detail = detail
    this.extra = extra
  }
}

/** 401: nobody is signed in. */
export const notSignedIn = () => new Problem(401, 'Not signed in', 'Sign in to do this.')

/** 404: not there, or not yours; the two are never told apart. */
export const notFound = (what = 'page') =>
  new Problem(404, 'Not found', `There is no such ${what}, or it is not yours.`)

/** 403: there, and this person's role does not allow it. */
export const forbidden = (detail: string) => new Problem(403, 'Not allowed', detail)

/** 409: what was sent rests on an older state; `current` is the newer one. */
export const conflict = (detail: string, current?: unknown) =>
  new Problem(409, 'Out of date', detail, current === undefined ? {} : { current })

/** 422: `field` (a dotted path) holds what it must not. */
export const invalid = (field: string, detail: string) => new Problem(422, 'Wrong input', detail, { field })

/** 429: wait. */
export const tooMany = (retryAfterSeconds: number) =>
  new Problem(429, 'Too many tries', `Too many tries. Wait ${waitInWords(retryAfterSeconds)} and try again.`, {
    retryAfterSeconds,
  })

function waitInWords(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}
