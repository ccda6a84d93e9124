import { type Checker, checkAddress } from './check-address.ts'
import type { Outcome } from './outcome.ts'
import { PoliteFetch } from './polite-fetch.ts'
import { Robots } from './robots.ts'
import type { Manners, Tools } from './manners.ts'

export type CheckOptions<T> = {
  tools: Tools
  manners: Manners
  /** Called with each result as it comes, never two at once; what it saved need not be looked at again. */
  onResult: (target: T, outcome: Outcome) => Promise<void> | void
  /** Stops after what is saved so far. */
  signal?: AbortSignal
  /** Whether the own network works; asked when nothing answers. Left out: it does not. */
  isOnline?: () => Promise<boolean>
}

/** So many hosts in a row that do not answer are a reason to doubt the own network. */
const suspiciousHosts = 8

/**
 * Looks at many addresses, a few at a time and one a host, the hosts with most addresses first. Results that nothing
 * answered wait until something does: when the own network is down nobody's address is called failing.
 * `stopped`: by the signal. `offline`: the own network seems down; what waited is dropped.
 */
export async function checkMany<T extends { url: string }>(
  targets: readonly T[],
  options: CheckOptions<T>,
): Promise<'done' | 'stopped' | 'offline'> {
  const { tools, manners, signal } = options
  const polite = new PoliteFetch(tools, manners, signal)
  const checker: Checker = {
    polite,
    robots: new Robots(polite, manners.userAgent),
    tools,
    manners,
    ...(signal && { signal }),
  }
  const queues = queuesByHost(targets)
  const active = new Set<string>()
  const running = new Set<Promise<void>>()
  const inbox = new Inbox(options)

  const start = (host: string, target: T) => {
    active.add(host)
    const run = checkAddress(target.url, checker)
      .then((outcome) => inbox.put(host, target, outcome))
      .catch((error: unknown) => inbox.fail(error))
      .finally(() => {
        active.delete(host)
        running.delete(run)
      })
    running.add(run)
  }
  const isOver = () => signal?.aborted || inbox.isOffline || inbox.error !== null

  while (!isOver()) {
    const host = [...queues.keys()].find((each) => !active.has(each))
    if (running.size < manners.concurrency && host !== undefined) {
      const queue = queues.get(host) ?? []
      const target = queue.shift()
      if (queue.length === 0) queues.delete(host)
      if (target) start(host, target)
    } else if (running.size > 0) {
      await Promise.race(running)
    } else break
  }
  await Promise.all(running)
  if (signal?.aborted) return 'stopped'
  if (!inbox.isOffline) await inbox.close()
  if (inbox.error !== null) throw inbox.error
  return inbox.isOffline ? 'offline' : 'done'
}

function queuesByHost<T extends { url: string }>(targets: readonly T[]): Map<string, T[]> {
  const queues = Map.groupBy(targets, (target) => URL.parse(target.url)?.host ?? '')
  return new Map([...queues].toSorted(([, a], [, b]) => b.length - a.length))
}

/** Takes results in, one after another, and holds those back that may be the own network's fault. */
class Inbox<T> {
  isOffline = false
  error: unknown = null
  private held: { host: string; target: T; outcome: Outcome }[] = []
  private tail: Promise<void> = Promise.resolve()
  private readonly options: CheckOptions<T>

  constructor(options: CheckOptions<T>) {
    this.options = options
  }

  put(host: string, target: T, outcome: Outcome): Promise<void> {
    this.tail = this.tail.then(async () => {
      if (this.isOffline || this.error !== null) return
      this.held.push({ host, target, outcome })
      const hosts = new Set(this.held.map((each) => each.host))
      if (outcome.answered || (hosts.size >= suspiciousHosts && (await this.isOnline()))) await this.release()
      else if (hosts.size >= suspiciousHosts) this.isOffline = true
    })
    return this.tail
  }

  fail(error: unknown): void {
    if (!this.options.signal?.aborted) this.error ??= error
  }

  async close(): Promise<void> {
    await this.tail
    if (this.held.length > 0 && !(await this.isOnline())) this.isOffline = true
    else await this.release()
  }

  private async isOnline(): Promise<boolean> {
    return (await this.options.isOnline?.()) ?? false
  }

  private async release(): Promise<void> {
    const held = this.held
    this.held = []
    for (const { target, outcome } of held) await this.options.onResult(target, outcome)
  }
}
