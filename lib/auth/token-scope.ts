/** What a token may do: look, or look and write. */
export const tokenScopes = ['read', 'write'] as const

/** One of `tokenScopes`. */
export type TokenScope = (typeof tokenScopes)[number]

/** Whether a token of scope `held` does for what needs `needed`. */
export function coversScope(held: TokenScope, needed: TokenScope): boolean {
  return held === 'write' || needed === 'read'
}
