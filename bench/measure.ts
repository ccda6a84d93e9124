import { gzipSync } from 'node:zlib'

/** Milliseconds that requests took, one after another by one client, from the first byte sent to the last received. */
export interface Latency {
  p50: number
  p99: number
  max: number
}

/**
 * Sends each address `rounds` times in turn, after a warm-up of `warmUp` rounds, over one kept connection.
 * @param headers such as the cookie of somebody signed in.
 */
export async function measureLatency(
  addresses: string[],
  rounds: number,
  warmUp: number,
  headers: Record<string, string> = {},
): Promise<Latency> {
  const times: number[] = []
  for (let round = -warmUp; round < rounds; round++)
    for (const address of addresses) {
      const started = performance.now()
      const answer = await fetch(address, { headers })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
      if (round >= 0) times.push(performance.now() - started)
    }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(Math.ceil(sorted.length * share), sorted.length) - 1] ?? 0
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}

/** Bytes of a page's HTML, gzipped at the usual level 6. */
export async function measureSize(address: string): Promise<number> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 6 }).length
}

/** Bytes of all scripts that a page loads at first, each gzipped. */
export async function measureScripts(address: string, headers: Record<string, string> = {}): Promise<number> {
  const html = await (await fetch(address, { headers })).text()
  // Scripts for browsers without modules are not loaded by any of today's.
  const tags = [...html.matchAll(/<script[^>]+src="(?<path>[^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag))
  const paths = new Set(tags.map((match) => match.groups?.path ?? ''))
  const sizes = await Promise.all([...paths].map((path) => measureSize(new URL(path, address).href)))
  return sizes.reduce((sum, size) => sum + size, 0)
}
