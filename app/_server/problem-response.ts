import { randomBytes } from 'node:crypto'
import { databaseTrouble, fullProblem, lostProblem, noteFullDisk } from '#db/database-guard.ts'
import { errorFields, log } from '#lib/log.ts'
import { Problem } from '#lib/problems.ts'

/** A problem as an answer: problem details of RFC 9457, never kept by a cache. */
export function problemResponse(problem: Problem): Response {
  const { status, title, detail, extra } = problem
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
  if (typeof extra.retryAfterSeconds === 'number') headers.set('retry-after', String(extra.retryAfterSeconds))
  if (status === 401 || extra.error !== undefined) headers.set('www-authenticate', challenge(extra.error))
  return new Response(JSON.stringify({ type: 'about:blank', title, status, detail, ...extra }), { status, headers })
}

/** How to be let in (RFC 6750): by a token, and what is wrong with the one that was sent. */
function challenge(error: unknown): string {
  const base = 'Bearer realm="loadpath"'
  return typeof error === 'string' ? `${base}, error="${error}"` : base
}

/**
 * Turns anything thrown into an answer. What is not a `Problem` is logged under an id, and only the id is sent. Next's
 * own signals (redirect, not found) are rethrown.
 */
export function errorResponse(error: unknown, where: string): Response {
  if (error instanceof Problem) return problemResponse(error)
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    noteFullDisk()
    return problemResponse(fullProblem())
  }
  if (code.startsWith('SQLITE_READONLY') && databaseTrouble() === 'lost') return problemResponse(lostProblem())
  if (error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_')) throw error
  const id = randomBytes(4).toString('hex')
  log('error', 'request failed', { id, where, ...errorFields(error) })
  return problemResponse(
    new Problem(500, 'Something broke', `This did not work, and it is not your fault. The log has it as ${id}.`, {
      id,
    }),
  )
}

/** The code of an error of SQLite or the system, wherever it is wrapped. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error ? String(error.code) : codeOf(error.cause)
}
