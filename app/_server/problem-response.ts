import { randomBytes } from 'node:crypto'
import { Problem } from '#lib/problems.ts'

/** A problem as an answer: problem details of RFC 9457, never kept by a cache. */
export function problemResponse(problem: Problem): Response {
  const { status, title, detail, extra } = problem
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
  if (typeof extra.retryAfterSeconds === 'number') headers.set('retry-after', String(extra.retryAfterSeconds))
  return new Response(JSON.stringify({ type: 'about:blank', title, status, detail, ...extra }), { status, headers })
}

/**
 * Turns anything thrown into an answer. What is not a `Problem` is logged under an id, and only the id is sent. Next's
 * own signals (redirect, not found) are rethrown.
 */
export function errorResponse(error: unknown, where: string): Response {
  if (error instanceof Problem) return problemResponse(error)
  if (error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_')) throw error
  const id = randomBytes(4).toString('hex')
  console.error(`Error ${id} at ${where}:`, error)
  return problemResponse(
    new Problem(500, 'Something broke', `This did not work, and it is not your fault. The log has it as ${id}.`, {
      id,
    }),
  )
}
