import { newToken } from './token.ts'

/** What every token for programs begins with, so that people and scanners of secrets know one when they see it. */
const prefix = 'loadpath_'
const form = /loadpath_[A-Za-z0-9_-]{43}/

/** A new token for another program. Only its hash is stored. */
export function newBearerToken(): string {
  return prefix + newToken()
}

/** What `Authorization: Bearer …` carries; null where a request has no such header. */
export function bearerOf(headers: Pick<Headers, 'get'>): string | null {
  const header = headers.get('authorization')?.trim()
  const [, token] = /^bearer(?: +(.*))?$/i.exec(header ?? '') ?? []
  return header !== undefined && /^bearer\b/i.test(header) ? (token ?? '') : null
}

/** Whether an address carries a token, which then stands in logs and histories: as a part of it, or under a name for one. */
export function holdsBearerToken({ pathname, searchParams }: URL): boolean {
  const names = ['access_token', 'api_key', 'apikey', 'bearer']
  if (names.some((name) => searchParams.has(name))) return true
  return [pathname, ...searchParams.keys(), ...searchParams.values()].some((part) => form.test(part))
}
