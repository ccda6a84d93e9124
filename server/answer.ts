import { type IncomingMessage, type Server, ServerResponse } from 'node:http'

/** A server whose responses are `Answer`s. */
export type AnswerServer = Server<typeof IncomingMessage, typeof Answer>

/** What `Answer.hold` gives over: the whole body, before anything of the answer was sent. */
type Held = (answer: Answer, body: Buffer) => void

/**
 * A response with two hooks that Next knows nothing of: `onHead` has the last word on status and headers, and `hold`
 * keeps the whole answer back, so that it can be stored and compressed before it goes out.
 */
export class Answer<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  /** Runs once, just before the head is written. */
  onHead: ((answer: Answer) => void) | null = null
  #held: Held | null = null
  #chunks: Buffer[] = []
  #holds = false

  /** Collects what is written; at the end `held` gets it and must call `release`. */
  hold(held: Held): void {
    this.#held = held
    this.#holds = true
  }

  /** Sends an answer that was held back. Does nothing when the client has gone. */
  release(body: Buffer): void {
    this.#holds = false
    if (this.destroyed) return
    this.setHeader('content-length', body.length)
    super.end(this.req.method === 'HEAD' ? undefined : body)
  }

  /** Sends a whole answer whose headers (name and value in turn) are finished. */
  send(status: number, headers: string[], body?: Buffer): void {
    this.statusCode = status
    super.writeHead(status, headers)
    super.end(this.req.method === 'HEAD' ? undefined : body)
  }

  override writeHead(...given: unknown[]): this {
    const [status, ...rest] = given as [number, ...unknown[]]
    this.statusCode = status
    const headers = typeof rest[0] === 'string' ? rest[1] : rest[0]
    if (Array.isArray(headers))
      for (let i = 0; i + 1 < headers.length; i += 2) this.setHeader(headers[i], headers[i + 1])
    else for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) this.setHeader(name, value)
    if (this.#holds) return this
    const { onHead } = this
    this.onHead = null
    onHead?.(this)
    return super.writeHead(this.statusCode)
  }

  override flushHeaders(): void {
    if (!this.#holds) super.flushHeaders()
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    if (!this.#holds) return super.write(chunk, ...(rest as []))
    this.#keep(chunk, rest)
    return true
  }

  override end(...given: unknown[]): this {
    if (!this.#holds) return super.end(...(given as []))
    if (typeof given[0] !== 'function') this.#keep(given[0], given.slice(1))
    const held = this.#held
    this.#held = null
    held?.(this, Buffer.concat(this.#chunks.splice(0)))
    return this
  }

  #keep(chunk: unknown, rest: unknown[]): void {
    if (typeof chunk === 'string') this.#chunks.push(Buffer.from(chunk, rest[0] as BufferEncoding | undefined))
    else if (chunk) this.#chunks.push(Buffer.from(chunk as Uint8Array))
    const done = rest.at(-1)
    if (typeof done === 'function') process.nextTick(done as () => void)
  }
}
