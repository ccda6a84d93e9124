import { clientAddress } from '#lib/request-origin.ts'
import { settings } from '#lib/settings.ts'

/** Where a request came from, as limits count it and the security log tells it. */
export interface Sender {
  address: string
  userAgent: string
}

/** The sender of a request. */
export function senderOf(request: Request): Sender {
  const { headers } = request
  return { address: clientAddress(headers, settings()), userAgent: headers.get('user-agent') ?? '' }
}
