import type { IncomingMessage, ServerResponse } from 'node:http'
import { readFileSync } from 'node:fs'
import type { Settings } from '#lib/settings.ts'

/** Answers a request as Next does. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Starts Next on the build in `.next` and gives its request handler. */
export async function nextHandler({ PORT, HOST, DATA_DIR }: Settings): Promise<Handler> {
  const built = JSON.parse(readFileSync('.next/required-server-files.json', 'utf8')) as { config: object }
  // The settings as they were when it was built: reading next.config.ts again takes a compiler, half a second and 60 MB.
  Object.assign(process.env, {
    __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(built.config),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATA_DIR,
    PORT: String(PORT),
    HOST,
  })
  const { default: next } = await import('next')
  // A CommonJS export: the function itself, or one level down.
  const make = (typeof next === 'function' ? next : (next as { default: typeof next }).default) as typeof next
  const app = make({ dev: false, dir: '.', hostname: HOST, port: PORT, quiet: true })
  await app.prepare()
  return app.getRequestHandler()
}
