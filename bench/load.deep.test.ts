import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { secretIn, useSecret } from '#app/_server/secret.ts'
import { sealSession } from '#app/_server/session-cookie.ts'
import { transaction, useDatabase } from '#db/client.ts'
import { openDatabase } from '#db/connect.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { listReadingIds } from '#db/queries/catalogue/readings.ts'
import { marks } from '#db/schema/index.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { addMadeReadings, seededRandom } from './made-readings.ts'
import { memoryOf, processTree } from './processes.ts'
import { startServer } from './server.ts'

const people = 1000
const marksEach = 100
const connections = 50
const seconds = Number(process.env.LOAD_SECONDS ?? 60)

/** 2,000 readings, 1,000 people with a session each, 100,000 marks. @returns the cookies and the readings. */
async function fill(folder: string): Promise<{ cookies: string[]; ids: string[] }> {
  const database = openDatabase(join(folder, 'loadpath.db'))
  useDatabase(database)
  await migrateDatabase(database)
  await loadCatalogue(readContentFiles(), Date.now())
  await transaction((tx) => addMadeReadings(tx, 2000))
  const ids = await listReadingIds()
  const persons: Person[] = []
  for (let i = 0; i < people; i++) persons.push(await createPerson())
  const random = seededRandom(1)
  await transaction((tx) => {
    for (const { viewer } of persons) {
      const first = Math.floor(random() * ids.length)
      const rows = Array.from({ length: marksEach }, (_, at) => ({
        userId: viewer.id,
        readingId: ids[(first + at * 7) % ids.length] as string,
        status: 'done' as const,
        updatedAt: Date.now() - at * 3_600_000,
      }))
      tx.insert(marks).values(rows).run()
    }
  })
  useSecret(secretIn(folder))
  const cookies: string[] = []
  for (const { sessionId } of persons) cookies.push(`next-auth.session-token=${await sealSession(sessionId)}`)
  database.$client.close()
  return { cookies, ids }
}

it('fifty connections at once for a minute: no error, nobody waits, the event loop is free', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loadpath-load-'))
  const { cookies, ids } = await fill(folder)
  const loopFile = join(folder, 'loop.json')
  const server = await startServer(folder, {
    HOST: '127.0.0.1',
    NODE_OPTIONS: `--import=${resolve('bench/loop-watch.mjs')}`,
    LOOP_FILE: loopFile,
  })
  const random = seededRandom(2)
  const pick = <T>(from: T[]): T => from[Math.floor(random() * from.length)] as T
  const queries = ['kafka', 'how does netflix scale', 'org:uber', 'cache', 'consistency models', 'medium:video']
  const reads: (() => string)[] = [
    () => '/catalogue/scalability',
    () => `/readings/${pick(ids)}`,
    () => `/api/v1/readings?q=${encodeURIComponent(pick(queries))}`,
    () => '/api/v1/marks',
    () => `/api/v1/notes/${pick(ids)}`,
    () => `/search?q=${encodeURIComponent(pick(queries))}`,
    () => '/today',
    () => '/api/v1/plans',
  ]
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const send = (method: string, path: string, cookie: string, body?: string) =>
    new Promise<{ status: number; took: number }>((done, fail) => {
      const started = performance.now()
      const { hostname, port } = new URL(server.address)
      const headers = {
        cookie,
        'accept-encoding': 'gzip',
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
      }
      const sent = request({ agent, hostname, port, method, path, headers }, (answer) => {
        answer.resume()
        answer.once('end', () => done({ status: answer.statusCode ?? 0, took: performance.now() - started }))
      })
      sent.once('error', fail)
      sent.end(body)
    })
  const times: number[] = []
  const refused: string[] = []
  const run = async (until: number, counts: boolean) => {
    for (let turn = 0; Date.now() < until; turn++) {
      const cookie = pick(cookies)
      const writes = turn % 5 === 4
      const [method, path] = writes ? ['PUT', `/api/v1/marks/${pick(ids)}`] : ['GET', pick(reads)()]
      const body = writes ? JSON.stringify({ status: pick(['done', 'queued', 'reading']) }) : undefined
      const { status, took } = await send(method, path, cookie, body)
      if (!counts) continue
      times.push(took)
      if (status !== 200 && status !== 201 && !(status === 404 && path.includes('/notes/')))
        refused.push(`${status} ${path}`)
    }
  }
  const all = (until: number, counts: boolean) =>
    Promise.all(Array.from({ length: connections }, () => run(until, counts)))
  try {
    await all(Date.now() + 5000, false)
    rmSync(loopFile, { force: true })
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, memoryOf(processTree(server.pid)))), 500)
    await all(Date.now() + seconds * 1000, true)
    clearInterval(watch)
    const loop = JSON.parse(readFileSync(loopFile, 'utf8')) as { max: number; p99: number }
    const sorted = times.toSorted((a, b) => a - b)
    const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0
    console.log(
      `${sorted.length} requests in ${seconds} s, p50 ${sorted[Math.floor(sorted.length / 2)]?.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, memory ${most.toFixed(0)} MB, loop at most ${loop.max.toFixed(0)} ms, p99 ${loop.p99.toFixed(0)} ms`,
    )
    expect(refused.slice(0, 10)).toEqual([])
    expect(p99).toBeLessThan(300)
    expect(most).toBeLessThan(400)
    expect(loop.max).toBeLessThan(100)
  } finally {
    agent.destroy()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
