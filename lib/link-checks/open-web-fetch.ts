import { lookup } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { isPublicHost } from './public-address.ts'

/** Sends one request; of the answer only what the checker looks at. */
export type Fetch = (
  url: string,
  init: RequestInit,
) => Promise<Pick<Response, 'status' | 'statusText' | 'headers' | 'body'>>

/** The code of the error for a name that stands for this machine or a private network. */
export const notPublic = 'ENOTPUBLIC'

/**
 * A `fetch` of the open web only: a name is looked up once, and where it stands for an address of this machine or a
 * private network no connection is made. The platform's own `fetch` cannot be told to which address it connects, and
 * asking beforehand is no guard: the name may stand for another one a moment later. Follows no redirect.
 */
export function openWebFetch(resolve: LookupFunction = lookup, isAllowed = isPublicHost): Fetch {
  const guarded: LookupFunction = (name, options, done) =>
    resolve(name, options, (error, found, family) => {
      const addresses = typeof found === 'string' ? [found] : (found ?? []).map((each) => each.address)
      if (!error && !addresses.every(isAllowed)) {
        done(Object.assign(new Error(`${name} is not of the open web`), { code: notPublic }), [])
      } else done(error, found, family)
    })
  return (address, { method = 'GET', headers, signal }) =>
    new Promise((answer, fail) => {
      const url = new URL(address)
      const options = {
        method,
        lookup: guarded,
        headers: Object.fromEntries(new Headers(headers)),
        ...(signal && { signal }),
      }
      const request = (url.protocol === 'https:' ? https : http).request(url, options)
      request.on('response', (response) => answer(toAnswer(response)))
      request.on('error', fail)
      request.end()
    })
}

function toAnswer(response: IncomingMessage): Awaited<ReturnType<Fetch>> {
  const headers = new Headers()
  for (const [name, values] of Object.entries(response.headersDistinct)) {
    for (const value of values ?? []) {
      try {
        headers.append(name, value)
      } catch {
        // A header that is none is not looked at either.
      }
    }
  }
  const body = Readable.toWeb(response) as ReadableStream<Uint8Array<ArrayBuffer>>
  return { status: response.statusCode ?? 0, statusText: response.statusMessage ?? '', headers, body }
}
