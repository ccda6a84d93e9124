import { requestOrigin } from '#lib/request-origin.ts'
import { settings } from '#lib/settings.ts'

/** The full URL of a path on this server, as the sender of `request` would type it. */
export function ownUrl(request: Request, path: string): string {
  return new URL(path, requestOrigin(request.headers, settings())).href
}
