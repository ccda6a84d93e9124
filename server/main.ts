import { createServer, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { innerHeader, innerSecret } from '#lib/inner-secret.ts'
import { errorFields, log } from '#lib/log.ts'
import { peerHeader, requestOrigin } from '#lib/request-origin.ts'
import type { Settings } from '#lib/settings.ts'
import { bootAdvice, noteFront } from '#lib/untrusted-front.ts'
import { Answer, type AnswerServer } from './answer.ts'
import { guardCatalogue } from './catalogue.ts'
import { Front } from './front/front.ts'
import { gate } from './gate.ts'
import { stopJobs } from './jobs/stop-jobs.ts'
import { finishHeaders } from './headers.ts'
import { nextHandler } from './next-handler.ts'
import { onShutdown, onStop, shutDown } from './shutdown.ts'

/**
 * The one process: Next, the cache of finished answers in front of it, and the jobs. The order of a boot:
 *
 * 1. `bin/start.ts`: settings, port, folder; the database brought up to date and the pages built, where that is due, by
 *    processes that end;
 * 2. Next's handler, and the server that calls it (this file);
 * 3. pages made stale where the database holds another catalogue than the build;
 * 4. listening, jobs, "Ready".
 *
 * At the end: no new connection, jobs stop, what is in flight finishes, the database is written into its one file.
 * @param built names the catalogue that the build's pages show; empty where they were made for another `PUBLIC_URL`.
 * @throws the error of `listen`.
 */
export async function serve(settings: Settings, built: string): Promise<AnswerServer> {
  // Tells instrumentation.ts that this server does what `next dev` needs it for.
  Object.assign(globalThis, { loadpathServer: true })
  innerSecret()
  const next = await nextHandler(settings)
  const isSecure = secureBy(settings)
  const server: AnswerServer = createServer({ ServerResponse: Answer, keepAliveTimeout: 65_000 })
  const front = settings.FRONT === 'on' ? new Front(isSecure, () => guard.pending() === null) : null
  const guard = guardCatalogue(join(settings.DATA_DIR, 'loadpath.db'), built, server, front)

  server.on('request', (request, answer) => {
    const { headers } = request
    headers[peerHeader] = request.socket.remoteAddress ?? 'unknown'
    const untrusted = noteFront(headers, settings)
    if (untrusted) console.warn(`loadpath  ${untrusted}`)
    const pending = headers[innerHeader] === innerSecret() ? null : guard.pending()
    if (pending) void pending.then(() => respond(request, answer))
    else respond(request, answer)
  })

  function respond(request: IncomingMessage, answer: Answer): void {
    if (front?.answer(request, answer)) return
    const secure = isSecure(request)
    answer.onHead = () => finishHeaders(answer, secure)
    if (gate(request, answer)) return
    next(request, answer).catch((error: unknown) => {
      log('error', 'request failed', { method: request.method, ...errorFields(error) })
      if (!answer.headersSent) answer.statusCode = 500
      answer.end()
    })
  }

  const advice = bootAdvice(settings)
  if (advice) console.warn(`loadpath  ${advice}`)
  await guard.pending()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.PORT, settings.HOST, resolve)
  })
  onShutdown(() => guard.close())
  onShutdown(stopJobs)
  onStop(() => {
    console.log('loadpath  Stopping')
    void shutDown(server)
  })
  return server
}

/** Whether the browser reached this server over HTTPS, as the settings and the fronts that they trust say. */
function secureBy(settings: Settings): (request: IncomingMessage) => boolean {
  if (settings.PUBLIC_URL || settings.TRUSTED_PROXIES === 0) {
    const secure = settings.PUBLIC_URL?.startsWith('https:') ?? false
    return () => secure
  }
  return ({ headers }) => {
    const bag = { get: (name: string) => headers[name]?.toString() ?? null, has: (name: string) => name in headers }
    return requestOrigin(bag, settings).startsWith('https:')
  }
}
