import { hasSessionCookie } from '#lib/auth/session-cookie-name.ts'
import type { IncomingMessage } from 'node:http'
import type { Answer } from '../answer.ts'
import { pathOf } from '../gate.ts'
import { finishHeaders } from '../headers.ts'
import { routeOf } from '../routes.ts'
import { compressNow } from './compress.ts'
import { encodingsOf } from './encoding.ts'
import { addGzip, isCompressible, keep, type Kept, sendKept, withEncoding } from './kept.ts'
import { Store } from './store.ts'

/**
 * The cache of finished answers that stands in front of Next. It keeps what is the same for all people: pages that Next
 * says are prerendered, files of the build, and what a handler calls `public`; with `Vary: Cookie` only from and for
 * people without a session. Answers come from memory, compressed beforehand, with an ETag. Requests of Next's own router
 * pass by it. Spellings of an address other than the plain one are never kept.
 */
export class Front {
  readonly #store = new Store()
  readonly #isSecure: (request: IncomingMessage) => boolean
  readonly #isCurrent: () => boolean

  /** @param isCurrent whether the catalogue is the one that requests were last told of. */
  constructor(isSecure: (request: IncomingMessage) => boolean, isCurrent: () => boolean) {
    this.#isSecure = isSecure
    this.#isCurrent = isCurrent
  }

  /** Answers a request from memory. Where it cannot, gives false, and keeps what comes if it may be kept. */
  answer(request: IncomingMessage, answer: Answer): boolean {
    const { method, headers, url = '/' } = request
    if ((method !== 'GET' && method !== 'HEAD') || headers.rsc !== undefined || headers.range !== undefined)
      return false
    // A program with a token is told what is wrong with it, and sees what is its own.
    if (headers.authorization !== undefined) return false
    if (url.includes('_rsc=')) return false
    const path = pathOf(url)
    const signedIn = hasSessionCookie(headers.cookie)
    const kept = this.#store.get(path, url)
    if (kept && !(kept.anonymous && signedIn)) {
      sendKept(request, answer, kept, this.#isSecure(request))
      return true
    }
    if (method === 'GET' && mayBeKept(path)) this.#hold(request, answer, path, signedIn)
    return false
  }

  /** Forgets everything that may show the catalogue. */
  clear(): void {
    this.#store.clear()
  }

  /** Bytes of memory that it takes. */
  get bytes(): number {
    return this.#store.bytes
  }

  #hold(request: IncomingMessage, answer: Answer, path: string, signedIn: boolean): void {
    const { epoch } = this.#store
    const { url = '/' } = request
    const wanted = request.headers['accept-encoding']
    const secure = this.#isSecure(request)
    // Compressed here, once and for all who come later.
    delete request.headers['accept-encoding']
    answer.hold((answer, body) => {
      request.headers['accept-encoding'] = wanted
      const isPage = answer.hasHeader('x-nextjs-prerender')
      finishHeaders(answer, secure)
      const kept = keep(answer, body)
      if (kept && !(kept.anonymous && signedIn) && this.#store.epoch === epoch && this.#isCurrent()) {
        const kind = path.startsWith('/_next/static/') ? 'file' : isPage ? 'page' : 'query'
        this.#store.set(kind, kind === 'query' ? url : path, kept)
      }
      void sendFirst(request, answer, kept, body, secure)
    })
  }
}

/** Sends an answer that was just made, compressed for who takes that. */
async function sendFirst(
  request: IncomingMessage,
  answer: Answer,
  kept: Kept | null,
  body: Buffer,
  secure: boolean,
): Promise<void> {
  const takesGzip = encodingsOf(request.headers['accept-encoding']).includes('gzip')
  if (kept) {
    if (kept.compressible && takesGzip) await addGzip(kept)
    for (const name of answer.getHeaderNames()) answer.removeHeader(name)
    return sendKept(request, answer, kept, secure)
  }
  if (answer.hasHeader('content-encoding') || !isCompressible(answer, body)) return answer.release(body)
  answer.setHeader('vary', withEncoding(String(answer.getHeader('vary') ?? '')))
  if (!takesGzip) return answer.release(body)
  const gzip = await compressNow(body)
  answer.setHeader('content-encoding', 'gzip')
  answer.release(gzip)
}

const plain = /^\/[\w./~@-]*$/

/** Whether what comes from an address could be the same for everybody: a route for anybody, or no route but a file. */
function mayBeKept(path: string): boolean {
  if (!plain.test(path)) return false
  return (routeOf(path)?.verbs.GET ?? 'anyone') === 'anyone'
}
