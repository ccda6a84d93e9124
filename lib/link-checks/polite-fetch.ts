import type { Manners, Tools } from './manners.ts'

/** An answer's head, and of its body only what was asked for. */
export type Answer = { status: number; statusText: string; headers: Headers; text: string }

type Host = { last: Promise<unknown>; freeAt: number; pauseMs: number }

/** Sends requests as a good guest does: one a host at a time with a pause between, each with a time limit. */
export class PoliteFetch {
  private readonly hosts = new Map<string, Host>()
  private readonly tools: Tools
  private readonly manners: Manners
  private readonly signal: AbortSignal | undefined

  /** `signal` stops what is under way, and lets nothing further start. */
  constructor(tools: Tools, manners: Manners, signal?: AbortSignal) {
    this.tools = tools
    this.manners = manners
    this.signal = signal
  }

  /**
   * One request, redirects not followed. Of the body at most `bodyBytes` are read and the rest is left unsent: a body
   * that never ends costs nothing.
   * @throws what `fetch` throws when nothing answers, the time is over or the signal stops it.
   */
  async request(url: string, method: 'HEAD' | 'GET', bodyBytes = 0): Promise<Answer> {
    const host = this.hostOf(url)
    const turn = host.last.then(() => this.send(url, method, bodyBytes, host))
    host.last = turn.catch(() => {})
    return turn
  }

  /** Keeps a longer pause for a host that asks for it. */
  slowDown(url: string, pauseMs: number): void {
    const host = this.hostOf(url)
    host.pauseMs = Math.max(host.pauseMs, Math.min(pauseMs, this.manners.longestWaitMs))
  }

  private async send(url: string, method: string, bodyBytes: number, host: Host): Promise<Answer> {
    const wait = host.freeAt - this.tools.now()
    if (wait > 0) await this.tools.sleep(wait, this.signal)
    this.signal?.throwIfAborted()
    const limit = AbortSignal.timeout(this.manners.timeoutMs)
    const signal = this.signal ? AbortSignal.any([limit, this.signal]) : limit
    try {
      const headers = { 'user-agent': this.manners.userAgent, accept: '*/*' }
      const response = await this.tools.fetch(url, { method, redirect: 'manual', headers, signal })
      const text = await readStart(response.body, bodyBytes)
      return { status: response.status, statusText: response.statusText, headers: response.headers, text }
    } finally {
      host.freeAt = this.tools.now() + host.pauseMs
    }
  }

  private hostOf(url: string): Host {
    const name = new URL(url).host
    const host = this.hosts.get(name) ?? { last: Promise.resolve(), freeAt: 0, pauseMs: this.manners.hostPauseMs }
    this.hosts.set(name, host)
    return host
  }
}

async function readStart(body: ReadableStream<Uint8Array> | null, bytes: number): Promise<string> {
  if (!body) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  try {
    while (text.length < bytes) {
      const { done, value } = await reader.read()
      if (done) break
      text += decoder.decode(value, { stream: true })
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
  return text.slice(0, bytes)
}
