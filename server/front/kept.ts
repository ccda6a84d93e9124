import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Answer } from '../answer.ts'
import { compressNow, compressWhenIdle } from './compress.ts'
import { type Encoding, encodingsOf } from './encoding.ts'

/** A finished answer, ready to be sent again and again. */
export interface Kept {
  /** Name and value in turn, without those that depend on the request. */
  headers: string[]
  /** Without quotes and encoding. */
  etag: string
  bodies: Record<Encoding, Buffer | null>
  /** Whether it is smaller when compressed. */
  compressible: boolean
  /** Whether it is only for people without a session. */
  anonymous: boolean
  /** Has its size counted again, after another form of the body was made. */
  grown: () => void
}

const text = /^(?:text\/|application\/(?:javascript|json|xml|[\w.-]+\+(?:xml|json))|image\/svg)/
const left =
  /^(?:x-nextjs-|(?:date|connection|keep-alive|transfer-encoding|content-length|etag|strict-transport-security)$)/

/**
 * What is kept of an answer whose headers are finished, or null where it may not be kept: anything but a 200, and what
 * its `Cache-Control` does not call public, or sets a cookie.
 */
export function keep(answer: Answer, body: Buffer): Kept | null {
  const control = String(answer.getHeader('cache-control'))
  if (answer.statusCode !== 200 || !control.startsWith('public') || answer.hasHeader('set-cookie')) return null
  if (answer.hasHeader('content-encoding')) return null
  const headers: string[] = []
  for (const [name, value] of Object.entries(answer.getHeaders()))
    if (name !== 'vary' && !left.test(name)) headers.push(name, String(value))
  const compressible = isCompressible(answer, body)
  const vary = String(answer.getHeader('vary') ?? '')
  headers.push('vary', compressible ? withEncoding(vary) : vary)
  return {
    headers,
    etag: createHash('sha1').update(body).digest('base64url').slice(0, 20),
    bodies: { identity: body, gzip: null, br: null },
    compressible,
    anonymous: /\bcookie\b/i.test(vary),
    grown: () => undefined,
  }
}

/** A `Vary` that names the encoding too. */
export function withEncoding(vary: string): string {
  if (/accept-encoding/i.test(vary)) return vary
  return vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding'
}

/** Whether an answer is text, and long enough to be worth it. */
export function isCompressible(answer: Answer, body: Buffer): boolean {
  return body.length > 500 && text.test(String(answer.getHeader('content-type')))
}

/** Bytes that an answer takes. */
export function sizeOf({ bodies, headers }: Kept): number {
  return 500 + headers.length * 40 + Object.values(bodies).reduce((sum, body) => sum + (body?.length ?? 0), 0)
}

/** Answers with what was kept, in the best form there is by now; what the client would rather have is made meanwhile. */
export function sendKept(request: IncomingMessage, answer: Answer, kept: Kept, secure: boolean): void {
  const { bodies, compressible } = kept
  const wanted = compressible ? encodingsOf(request.headers['accept-encoding']) : onlyIdentity
  const encoding = wanted.find((one) => bodies[one] !== null) ?? 'identity'
  if (wanted[0] !== encoding) improve(kept, wanted)
  const body = bodies[encoding] as Buffer
  const headers = [...kept.headers, 'etag', `"${kept.etag}-${encoding}"`]
  if (secure) headers.push('strict-transport-security', 'max-age=31536000')
  if (request.headers['if-none-match']?.includes(kept.etag)) {
    answer.send(304, headers)
    return
  }
  if (encoding !== 'identity') headers.push('content-encoding', encoding)
  headers.push('content-length', String(body.length))
  answer.send(200, headers, body)
}

const onlyIdentity: Encoding[] = ['identity']

/** Makes the gzip form. */
export async function addGzip(kept: Kept): Promise<void> {
  kept.bodies.gzip ??= await compressNow(kept.bodies.identity as Buffer)
  kept.grown()
}

const improving = new WeakSet<Kept>()

/** Makes a better form than the one that was sent: gzip at once, brotli when nobody waits. */
function improve(kept: Kept, wanted: Encoding[]): void {
  if (improving.has(kept)) return
  improving.add(kept)
  const done = () => improving.delete(kept)
  if (kept.bodies.gzip === null && wanted.includes('gzip')) void addGzip(kept).finally(done)
  else
    compressWhenIdle(kept.bodies.identity as Buffer, (smaller) => {
      if (smaller) kept.bodies.br = smaller
      kept.grown()
      done()
    })
}
