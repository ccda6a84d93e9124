import { getTokenHolder } from '#db/queries/accounts/tokens.ts'
import { bearerOf, holdsBearerToken } from '#lib/auth/bearer.ts'
import { coversScope, type TokenScope } from '#lib/auth/token-scope.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { Problem } from '#lib/problems.ts'
import { viewerOf } from './session-cookie.ts'

/** The scope that a route wants of a token, or why it takes none. */
export type Reach = { scope: TokenScope } | { refused: string }

/** Who sends a request. */
export interface Caller {
  viewer: Viewer | null
  /** The token by which they do; null for a browser's session, and for nobody. */
  token: { id: string; scope: TokenScope } | null
}

/**
 * Who sends a request: the holder of the bearer token where there is one, and then its cookies count for nothing; else
 * whoever is signed in.
 * @throws Problem 401 for a token that does not work, 403 for one that may not do this.
 */
export async function callerOf(headers: Headers, reach: Reach, now: number): Promise<Caller> {
  const bearer = bearerOf(headers)
  if (bearer === null) return { viewer: await viewerOf(headers, now), token: null }
  const holder = await getTokenHolder(bearer, now)
  if (holder === null) throw deadToken('There is no such token. Check that all of it was copied, or make a new one.')
  if (holder.state !== 'live')
    throw deadToken(
      `This token ${holder.state === 'expired' ? 'expired' : 'was revoked'} on ${dayOf(holder.at)}. Make a new one.`,
    )
  const { viewer, tokenId, scope } = holder
  if ('refused' in reach) throw smallToken(reach.refused)
  if (!coversScope(scope, reach.scope))
    throw smallToken('This token may only read. Make one with the scope "write" to do this.')
  return { viewer, token: { id: tokenId, scope } }
}

/** @throws Problem 400 where the address itself carries a token. */
export function refuseTokenInAddress(url: URL): void {
  if (!holdsBearerToken(url)) return
  throw new Problem(
    400,
    'Token in the address',
    'A token does not belong in an address, where logs and histories keep it. Send it in the header "Authorization: Bearer …", and revoke this one: it may have been seen.',
  )
}

const deadToken = (detail: string) => new Problem(401, 'Token does not work', detail, { error: 'invalid_token' })
const smallToken = (detail: string) => new Problem(403, 'Not allowed', detail, { error: 'insufficient_scope' })

function dayOf(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}
