import { requestOrigin } from '#lib/request-origin.ts'
import { settings } from '#lib/settings.ts'

/** The whole address of a path of this server, as the person who sends `request` would type it. */
export function ownUrl(request: Request, path: string): string {
  return new URL(path, requestOrigin(request.headers, settings())).href
}
