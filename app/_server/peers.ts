import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { peerHeader } from '#lib/request-origin.ts'

const holder = globalThis as { loadpathWatchesPeers?: boolean }

/**
 * Writes the address at the other end of the socket into a header of every request, over whatever the client sent
 * there. Route handlers see no socket, and Next takes `X-Forwarded-For` from anybody. Called once at boot.
 */
export function watchPeers(): void {
  if (holder.loadpathWatchesPeers) return
  holder.loadpathWatchesPeers = true
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[peerHeader] = request.socket.remoteAddress ?? 'unknown'
  })
}
