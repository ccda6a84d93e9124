import { type Fetch, openWebFetch } from './open-web-fetch.ts'

/** What the checker needs from outside; tests bring their own. */
export type Tools = {
  fetch: Fetch
  /** Milliseconds since the epoch. */
  now: () => number
  /** Resolves after so many milliseconds, or as soon as the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

export type Manners = {
  /** Addresses under way at once, */
  concurrency: number
  /** of one host never two, and with so many milliseconds between two requests. */
  hostPauseMs: number
  /** For one request, from its start to the answer's headers. */
  timeoutMs: number
  /** Tries after the first, for answers that may be better a little later. */
  retries: number
  /** Before the first retry; each further one waits twice as long. */
  backOffMs: number
  /** Longest that a server's Retry-After or Crawl-delay is waited for. */
  longestWaitMs: number
  /** Whether addresses of this machine and its network are looked at: only in tests. */
  allowLocal: boolean
  /** What the checker calls itself; robots.txt is asked for the part before the slash. */
  userAgent: string
}

export const goodManners: Manners = {
  concurrency: 6,
  hostPauseMs: 1000,
  timeoutMs: 15_000,
  retries: 2,
  backOffMs: 2000,
  longestWaitMs: 30_000,
  allowLocal: false,
  userAgent: 'LoadpathLinkCheck/1.0 (checks that the links of a reading list still work)',
}

/** The tools of the platform; of the network the open web alone. */
export const platformTools: Tools = {
  fetch: openWebFetch(),
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      const timer = setTimeout(resolve, ms)
      signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
    }),
}
