import { createHash, randomBytes } from 'node:crypto'

/** A secret of 256 random bits, base64url: session ids, share links, feed addresses. Never stored as it is. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token: its SHA-256, hex. A stolen database opens nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * Whether a text has the form of a token. What a client names must not: an id that is somebody's token would tell, by
 * what becomes of it, whether that token opens something.
 */
export function looksLikeToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text)
}
