import { settings } from '#lib/settings.ts'

/** The address of this server as `PUBLIC_URL` says it, without a slash at its end; null where nothing does. */
export function publicOrigin(): string | null {
  return settings().PUBLIC_URL?.replace(/\/$/, '') ?? null
}
