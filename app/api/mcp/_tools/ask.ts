import type { RouteHandler } from '#app/_server/handle.ts'
import { type Ask, ToolRefusal } from './tool.ts'

interface Parts {
  params?: Record<string, string | number>
  query?: Record<string, unknown>
  body?: unknown
}

/**
 * A way to call endpoints in this process as whoever sent `request`: each call is a request of its own with the same
 * token, and goes through `handle()` with its checks of scope, rate, input and ownership.
 */
export function askAs(request: Request): Ask {
  return (async (name: string, handler: RouteHandler, given: Parts = {}) => {
    const [method = '', path = ''] = name.split(' ')
    const { params = {}, query = {}, body } = given
    const url = new URL(
      `/api/v1/${path.replaceAll(/\[(\w+)\]/g, (_, key: string) => String(params[key]))}`,
      request.url,
    )
    for (const [key, value] of Object.entries(query))
      for (const one of [value].flat()) if (one !== undefined) url.searchParams.append(key, String(one))
    const headers = new Headers(request.headers)
    for (const left of ['content-length', 'cookie', 'origin', 'accept-encoding']) headers.delete(left)
    headers.set('content-type', 'application/json')
    const init = { method, headers, body: body === undefined ? null : JSON.stringify(body) }
    const filled = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)]))
    const response = await handler(new Request(url, init), { params: Promise.resolve(filled) })
    if (response.status === 204) return null
    const answer = (await response.json()) as { detail?: string; field?: string }
    if (response.ok) return answer
    const field = answer.field ? ` (${answer.field})` : ''
    throw new ToolRefusal(`${answer.detail ?? 'This was not done.'}${field}`)
  }) as Ask
}
