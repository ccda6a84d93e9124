import { z } from 'zod'
import { tokenScopes } from '#lib/auth/token-scope.ts'
import { clientId, line, listOf, time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

/** A token as its owner sees it: never the secret itself. */
const token = z.strictObject({
  id: z.string(),
  name: z.string(),
  scope: z.enum(tokenScopes),
  createdAt: time,
  expiresAt: time,
  /** About: it is written down at most every few minutes. */
  lastUsedAt: time.nullable(),
})
/** An output of `token`. */
export type TokenItem = z.output<typeof token>

export const tokenEndpoints = {
  /** The viewer's tokens that work, the newest first. */
  'GET tokens': { answer: listOf(token) },
  /** Makes a token. It stands in this answer and nowhere else. */
  'POST tokens': {
    body: z.strictObject({ name: line(60), scope: z.enum(tokenScopes), days: z.int().min(1).max(366) }),
    status: 201,
    answer: z.strictObject({ token: z.string(), item: token }),
  },
  /** Revokes it: its next request is refused. */
  'DELETE tokens/[tokenId]': { params: z.object({ tokenId: clientId }), answer: 'nothing' },
} as const satisfies EndpointPage
