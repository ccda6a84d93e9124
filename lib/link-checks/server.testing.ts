import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Manners, type Tools, goodManners } from './manners.ts'

/** A request that the server got. */
export type Got = { method: string; path: string; userAgent: string; at: number }

/** A server of 127.0.0.1 that does what `answer` says and remembers what it was asked. */
export type NaughtyServer = { url: string; got: Got[]; mostAtOnce: () => number; close: () => Promise<void> }

export type Respond = (request: IncomingMessage, response: ServerResponse, times: number) => void

/** Starts a server; `answers` are by path, `times` counts from 1 how often it was asked with any method. */
export async function naughtyServer(answers: Record<string, Respond>): Promise<NaughtyServer> {
  const got: Got[] = []
  let open = 0
  let most = 0
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/'
    open++
    most = Math.max(most, open)
    response.on('close', () => open--)
    got.push({ method: request.method ?? '', path, userAgent: request.headers['user-agent'] ?? '', at: Date.now() })
    const times = got.filter((each) => each.path === path).length
    const answer = answers[path] ?? (path === '/robots.txt' ? status(404) : status(200))
    answer(request, response, times)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    got,
    mostAtOnce: () => most,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers with a status and headers, and no body. */
export function status(code: number, headers: Record<string, string> = {}): Respond {
  return (_request, response) => response.writeHead(code, headers).end()
}

/** Answers with what the n-th of `answers` does, the last for ever. */
export function inTurn(...answers: Respond[]): Respond {
  return (request, response, times) => answers[Math.min(times, answers.length) - 1]?.(request, response, times)
}

/** A clock that runs on when somebody sleeps, so that no test waits; `slept` are the milliseconds asked for. */
export function tools(): Tools & { slept: number[] } {
  let ahead = 0
  const slept: number[] = []
  return {
    slept,
    fetch: (url, init) => {
      const { hostname } = new URL(url)
      if (hostname !== '127.0.0.1') throw new Error(`a test reached for ${hostname}`)
      return fetch(url, init)
    },
    now: () => Date.now() + ahead,
    sleep: async (ms) => {
      slept.push(ms)
      ahead += ms
    },
  }
}

export const testManners: Manners = { ...goodManners, allowLocal: true, timeoutMs: 400, hostPauseMs: 0 }
