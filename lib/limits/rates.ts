/** So many requests at once, and so many a minute after that. */
interface Rate {
  burst: number
  perMinute: number
}

/** What is limited, each with its own count. Nobody who works by hand comes near any of them. */
export const rates = {
  /** Whole files in and out: seconds of work each. */
  files: { burst: 20, perMinute: 4 },
  /** Joining, copying and inviting, and looking at shared pages: where tokens and names could be guessed. */
  sharing: { burst: 60, perMinute: 30 },
  search: { burst: 200, perMinute: 600 },
  /** Marks, notes and everything else that is written; a phone that was away sends hundreds at once. */
  writes: { burst: 1000, perMinute: 600 },
  /** Pages of others that are asked for a person. */
  fetches: { burst: 30, perMinute: 20 },
  reads: { burst: 2000, perMinute: 3000 },
  /** Everything that one token asks for. */
  tokens: { burst: 600, perMinute: 300 },
} satisfies Record<string, Rate>

/** One of `rates`. */
export type RateName = keyof typeof rates

/** Which rate a request of the API counts against. */
export function rateOf(method: string, path: string): RateName {
  if (path === '/api/v1/own-readings/title' || (!isRead(method) && path === '/api/v1/busy-calendar')) return 'fetches'
  const reads = isRead(method)
  if (/\/(?:archive|checklist|export|import)$|^\/api\/v1\/catalogue-imports/.test(path)) return 'files'
  if (!reads && /^\/api\/v1\/shared\/|\/members$|\/invitation/.test(path)) return 'sharing'
  if (path === '/api/v1/readings') return 'search'
  return reads ? 'reads' : 'writes'
}

const isRead = (method: string) => method === 'GET' || method === 'HEAD'

interface Bucket {
  left: number
  at: number
}

// Counted in memory: a row a request would cost more than most requests do. With several workers each counts its own.
const shared = globalThis as { loadpathBuckets?: Map<string, Bucket> }
const buckets = (shared.loadpathBuckets ??= new Map<string, Bucket>())
const mostBuckets = 50_000

/**
 * Takes one request out of what `who` has left.
 * @param now milliseconds.
 * @returns seconds to wait when nothing is left, else 0.
 */
export function takeOne(name: RateName, who: string, now: number): number {
  const { burst, perMinute } = rates[name]
  const key = `${name} ${who}`
  const bucket = buckets.get(key) ?? { left: burst, at: now }
  const left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) * perMinute) / 60_000)
  // Put at the end: the first ones are those that were not asked for longest.
  buckets.delete(key)
  buckets.set(key, { left: Math.max(0, left - 1), at: now })
  if (buckets.size > mostBuckets) for (const [oldest] of buckets) if (buckets.delete(oldest)) break
  return left >= 1 ? 0 : Math.ceil(((1 - left) * 60) / perMinute)
}
