import { Parser } from 'htmlparser2'
import { parseHttpUrl } from '#lib/addresses/http-url.ts'
import { type Fetch, notPublic, openWebFetch } from './open-web-fetch.ts'
import { isPublicAddress } from './public-address.ts'

/** What a page says of itself, or why it could not be asked, in a person's words. */
export type PageTitle = { title: string; problem: null } | { title: null; problem: string }

const mostRedirects = 5
/** Titles stand at the beginning: what is not found in so many bytes is not looked for. */
const mostBytes = 256_000
const longestMs = 8_000
const longestTitle = 300

/**
 * Asks a page of the open web for its title: once, by hand of a person. Reads its beginning only, and gives up after a
 * few seconds whatever the page does.
 * @param given for tests: another way to fetch, a shorter time, and whether this machine may be asked.
 */
export async function fetchPageTitle(
  address: string,
  { fetch = openWebFetch(), timeoutMs = longestMs, allowLocal = false }: Options = {},
): Promise<PageTitle> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    let at = address
    for (let step = 0; step <= mostRedirects; step++) {
      if (!parseHttpUrl(at) || !(allowLocal || isPublicAddress(at)))
        return cannot('This address is not on the open web, so its title is not fetched. Type it in.')
      const answer = await within(signal, fetch(at, { headers, signal }))
      const next = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null
      if (next === null) return await readTitle(answer, signal)
      await answer.body?.cancel().catch(() => {})
      at = URL.parse(next, at)?.href ?? ''
    }
    return cannot('The page leads on and on. Type its title in.')
  } catch (error) {
    if ((error as { code?: unknown }).code === notPublic)
      return cannot('This address is not on the open web, so its title is not fetched. Type it in.')
    if (signal.aborted) return cannot('The page did not answer in time. Type its title in.')
    return cannot('The page could not be reached. Type its title in.')
  }
}

interface Options {
  fetch?: Fetch
  timeoutMs?: number
  allowLocal?: boolean
}

const headers = {
  'user-agent': 'LoadpathTitle/1.0 (a reader asked for the title of this page)',
  accept: 'text/html,application/xhtml+xml',
  'accept-encoding': 'identity',
}

const cannot = (problem: string): PageTitle => ({ title: null, problem })

async function readTitle(answer: Awaited<ReturnType<Fetch>>, signal: AbortSignal): Promise<PageTitle> {
  const reader = answer.body?.getReader()
  try {
    if (answer.status < 200 || answer.status > 299)
      return cannot(`The page answers ${answer.status} to programs. Type its title in.`)
    const type = answer.headers.get('content-type') ?? ''
    if (!/html/i.test(type)) return cannot('This is no web page, so it has no title to fetch. Type it in.')
    if (!reader) return cannot('The page is empty. Type its title in.')
    const chunks: Uint8Array[] = []
    for (let bytes = 0; bytes < mostBytes;) {
      const { done, value } = await within(signal, reader.read())
      if (done) break
      chunks.push(value)
      bytes += value.length
    }
    const title = titleOfHtml(decode(Buffer.concat(chunks).subarray(0, mostBytes), type))
    return title === '' ? cannot('The page states no title. Type it in.') : { title, problem: null }
  } finally {
    await reader?.cancel().catch(() => {})
  }
}

/** A promise, or the end of the time: some bodies do not listen to the signal. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error)
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

function decode(bytes: Buffer, type: string): string {
  const start = bytes.subarray(0, 2048).toString('latin1')
  const label =
    /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(start)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

/** A page's title: what it gives to those who share it, else its own. One line, at most 300 characters; '' for none. */
export function titleOfHtml(html: string): string {
  let shared = ''
  let own = ''
  let isInTitle = false
  let isInDrawing = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'svg') isInDrawing++
      if (name === 'title' && isInDrawing === 0 && own === '') isInTitle = true
      if (name === 'meta' && attributes.property === 'og:title') shared ||= attributes.content ?? ''
    },
    ontext(text) {
      if (isInTitle) own += text
    },
    onclosetag(name) {
      if (name === 'svg') isInDrawing--
      if (name === 'title') isInTitle = false
    },
  })
  parser.end(html)
  const line = (shared || own).toWellFormed().replaceAll(/[\s\p{Cc}]+/gu, ' ')
  return [...line.trim()].slice(0, longestTitle).join('')
}
