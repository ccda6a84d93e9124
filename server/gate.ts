import type { IncomingMessage } from 'node:http'
import { dataContentSecurityPolicy } from '#lib/security-headers.ts'
import type { Answer } from './answer.ts'
import { routeOf } from './routes.ts'

const handlers = /^\/(?:api|feeds)\//

/**
 * Answers what no route is asked: methods that an address does not have (405 with `Allow`), `OPTIONS`, addresses under
 * `/api` that are none (404). Takes out headers that only Next's own client sends rightly and that make Next fail.
 * @returns whether the request is answered.
 */
export function gate(request: IncomingMessage, answer: Answer): boolean {
  const { headers, method = 'GET' } = request
  // There are no server actions, and Next answers 500 where one is asked for.
  delete headers['next-action']
  if (headers['next-router-state-tree'] && !isJson(headers['next-router-state-tree']))
    delete headers['next-router-state-tree']
  const path = pathOf(request.url ?? '/')
  if (!path.startsWith('/')) return refuse(answer, 400, 'Not readable', 'This is no address of a page.')
  const reads = method === 'GET' || method === 'HEAD'
  const isHandler = handlers.test(path)
  if (reads && !isHandler) return false
  // Next leads from the other spellings of an address to the one it has.
  if (reads && (path.endsWith('/') || path.includes('//'))) return false
  const route = routeOf(path)
  if (!route && isHandler) return refuse(answer, 404, 'Not found', 'There is no such address.')
  const verbs = Object.keys(route?.verbs ?? { GET: 'anyone' })
  if (verbs.includes(method) || (method === 'HEAD' && verbs.includes('GET'))) return false
  const allow = [...verbs, ...(verbs.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  answer.setHeader('allow', allow)
  if (method === 'OPTIONS') {
    answer.statusCode = 204
    answer.end()
    return true
  }
  return refuse(answer, 405, 'Not possible', `This address takes ${allow}.`)
}

/** An address without its query. */
export function pathOf(url: string): string {
  const query = url.indexOf('?')
  return query < 0 ? url : url.slice(0, query)
}

function isJson(header: string | string[]): boolean {
  try {
    return Array.isArray(JSON.parse(decodeURIComponent(String(header))))
  } catch {
    return false
  }
}

/** Answers with problem details, as `handle()` does. */
export function refuse(answer: Answer, status: number, title: string, detail: string): true {
  answer.statusCode = status
  answer.setHeader('content-type', 'application/problem+json')
  answer.setHeader('content-security-policy', dataContentSecurityPolicy)
  answer.end(JSON.stringify({ type: 'about:blank', title, status, detail }))
  return true
}
