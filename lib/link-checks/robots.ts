import robotsParser from 'robots-parser'
import type { PoliteFetch } from './polite-fetch.ts'

const largestFile = 500_000

/**
 * Reads each host's robots.txt once. A missing one allows all; one that its server fails to give allows nothing for now
 * (RFC 9309, 2.3.1.4), which leaves the host's addresses unknown rather than dead. A Crawl-delay is kept.
 */
export class Robots {
  private readonly known = new Map<string, Promise<(url: string) => boolean>>()
  private readonly polite: PoliteFetch
  private readonly userAgent: string

  constructor(polite: PoliteFetch, userAgent: string) {
    this.polite = polite
    this.userAgent = userAgent
  }

  /** Whether the address's host lets this program look at it. Where nothing answers, the address itself will tell. */
  async allows(url: string): Promise<boolean> {
    const { origin } = new URL(url)
    const rule = this.known.get(origin) ?? this.read(`${origin}/robots.txt`)
    this.known.set(origin, rule)
    return (await rule)(url)
  }

  private async read(url: string): Promise<(url: string) => boolean> {
    const answer = await this.polite.request(url, 'GET', largestFile).catch(() => null)
    if (!answer || (answer.status !== 200 && answer.status < 500)) return () => true
    if (answer.status >= 500) return () => false
    const robot = robotsParser(url, answer.text)
    this.polite.slowDown(url, (robot.getCrawlDelay(this.userAgent) ?? 0) * 1000)
    return (address) => robot.isAllowed(address, this.userAgent) !== false
  }
}
