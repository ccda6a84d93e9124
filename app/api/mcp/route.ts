import { createMcpHandler } from '@modelcontextprotocol/server'
import { handleShape } from '#app/_server/handle.ts'
import { bearerOf } from '#lib/auth/bearer.ts'
import { notSignedIn, Problem } from '#lib/problems.ts'
import { isSameSite } from '#lib/request-origin.ts'
import { settings } from '#lib/settings.ts'
import { createToolServer } from './_tools/server.ts'

/** Nothing is kept between two requests: each is answered by a server of its own. */
const handler = createMcpHandler(({ requestInfo }) => createToolServer(requestInfo as Request), {
  maxRequestBodySize: 256_000,
  // Nothing here tells of changes, so nobody keeps a stream open.
  maxSubscriptions: 0,
})

/**
 * Tools for agents, over the Model Context Protocol: without a session, each request with its bearer token. What a tool
 * may do is decided by the endpoints that it calls.
 */
export const POST = handleShape(
  { answer: 'file' },
  {
    viewer: 'required',
    async run({ request }) {
      if (bearerOf(request.headers) === null) throw notSignedIn()
      // The protocol wants it: a page of another site, led here by a name of its own, is turned away.
      if (request.headers.has('origin') && !isSameSite(request.headers, settings()))
        throw new Problem(403, 'Not allowed', 'This request comes from another site.')
      return handler.fetch(request)
    },
  },
  { scope: 'read' },
)
