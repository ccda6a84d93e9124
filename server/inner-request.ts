import { request } from 'node:http'
import { duplexPair } from 'node:stream'
import { innerHeader, innerSecret } from '#lib/inner-secret.ts'
import type { AnswerServer } from './answer.ts'

/** Sends a POST to this process's own server, over no network: some things Next does only inside a request. */
export async function innerPost(server: AnswerServer, path: string): Promise<void> {
  const [near, far] = duplexPair()
  server.emit('connection', far)
  await new Promise<void>((resolve, reject) => {
    const headers = { [innerHeader]: innerSecret(), host: 'localhost', connection: 'close' }
    const sent = request({ createConnection: () => near as never, method: 'POST', path, headers }, (answer) => {
      answer.resume()
      answer.once('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${path}: ${answer.statusCode}`)),
      )
    })
    sent.once('error', reject)
    sent.end()
  })
}
