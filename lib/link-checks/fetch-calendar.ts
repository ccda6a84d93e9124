import { parseHttpUrl } from '#lib/addresses/http-url.ts'
import { type Fetch, openWebFetch } from './open-web-fetch.ts'
import { isPublicAddress } from './public-address.ts'

/** A calendar could not be fetched; the message says why, for a person. */
export class NotFetched extends Error {}

const mostRedirects = 5
const longestMs = 20_000

/**
 * Fetches a file from the open web: whole, or not at all where it is too large or takes too long.
 * @param given for tests: another way to fetch, a shorter time, and whether this machine may be asked.
 * @throws NotFetched
 */
export async function fetchCalendar(
  address: string,
  mostBytes: number,
  {
    fetch = openWebFetch(),
    timeoutMs = longestMs,
    allowLocal = false,
  }: { fetch?: Fetch; timeoutMs?: number; allowLocal?: boolean } = {},
): Promise<string> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), timeoutMs)
  const late = new Promise<never>((_, reject) =>
    stop.signal.addEventListener('abort', () => reject(new NotFetched('The calendar did not answer in time.'))),
  )
  late.catch(() => {})
  try {
    let at = address
    for (let step = 0; step <= mostRedirects; step++) {
      if (!parseHttpUrl(at) || !(allowLocal || isPublicAddress(at)))
        throw new NotFetched('This address is not on the open web. Give the calendar as a file instead.')
      const headers = { 'user-agent': 'LoadpathCalendar/1.0', accept: 'text/calendar', 'accept-encoding': 'identity' }
      const answer = await Promise.race([fetch(at, { headers, signal: stop.signal }), late])
      const next = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null
      if (next === null) {
        if (answer.status < 200 || answer.status > 299)
          throw new NotFetched(`The calendar’s server answers ${answer.status}. Check its address.`)
        return await readAll(answer, mostBytes, late)
      }
      await answer.body?.cancel().catch(() => {})
      at = URL.parse(next, at)?.href ?? ''
    }
    throw new NotFetched('The calendar’s address leads on and on.')
  } catch (error) {
    if (error instanceof NotFetched) throw error
    throw new NotFetched('The calendar could not be reached. Check its address.')
  } finally {
    clearTimeout(timer)
  }
}

async function readAll(answer: Awaited<ReturnType<Fetch>>, mostBytes: number, late: Promise<never>): Promise<string> {
  const reader = answer.body?.getReader()
  if (!reader) throw new NotFetched('The calendar is empty.')
  const chunks: Uint8Array[] = []
  try {
    for (let bytes = 0; ;) {
      const { done, value } = await Promise.race([reader.read(), late])
      if (done) return Buffer.concat(chunks).toString('utf8')
      bytes += value.length
      if (bytes > mostBytes)
        throw new NotFetched(`This is larger than ${mostBytes / 1_000_000} MB: too large for a calendar.`)
      chunks.push(value)
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}
