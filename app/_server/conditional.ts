import { createHash } from 'node:crypto'

/**
 * Answers a text with its ETag and the time of its last change, or 304 where the reader has just this (RFC 9110,
 * section 13). What it has is told by `If-None-Match`, and by `If-Modified-Since` only where that is absent.
 * @param changedAt milliseconds, UTC
 */
export function conditional(
  request: Request,
  text: string,
  changedAt: number,
  headers: Record<string, string>,
): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const validators = {
    etag,
    'last-modified': new Date(changedAt).toUTCString(),
    // Kept by the reader alone, and asked about each time.
    'cache-control': 'private, no-cache',
  }
  if (isKnown(request.headers, etag, changedAt)) return new Response(null, { status: 304, headers: validators })
  return new Response(text, { headers: { ...headers, ...validators } })
}

function isKnown(headers: Headers, etag: string, changedAt: number): boolean {
  const tags = headers.get('if-none-match')
  if (tags !== null) {
    const all = tags.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
    return all.includes('*') || all.includes(etag)
  }
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return !Number.isNaN(since) && Math.floor(changedAt / 1000) * 1000 <= since
}
