import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { useDatabase } from '#db/client.ts'
import { openDatabase } from '#db/connect.ts'
import { bumpRevision } from '#db/mutations/catalogue/catalogue-state.ts'
import { deriveTitles } from '#db/mutations/catalogue/reading-titles.ts'
import { setReadingFacts } from '#db/mutations/catalogue/readings.ts'
import { rebuildSearchIndex } from '#db/queries/search/search.ts'
import { expect, test } from './fixtures.ts'
import { startServer } from './own-server.ts'

/** The processes that a process started. */
const childrenOf = (pid: number): number[] =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .split('\n')
    .map(Number)
    .filter((child) => child > 0 && alive(child))

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Sends a request over a connection of its own, which the next of the processes gets; gives the status. */
const ask = async (url: string, init: RequestInit = {}) =>
  (await fetch(url, { ...init, headers: { connection: 'close', ...init.headers } })).status

test('two server processes on one port and one database are one server', async () => {
  test.setTimeout(180_000)
  const server = await startServer(undefined, undefined, { env: { WORKERS: '2', RATE_LIMITS: 'on' } })
  const { address, folder, pid } = server
  expect(childrenOf(pid)).toHaveLength(2)

  // A session that one of them opened is known to the other, and over in both at once.
  const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', connection: 'close' }
  const ada = { name: 'Ada', email: 'ada@example.org', password: 'a long walk by the sea' }
  const post = (path: string, body: unknown, headers = {}) =>
    fetch(address + path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })
  expect((await post('/api/v1/users', ada)).status).toBe(201)
  const signedIn = await post('/api/auth/callback/credentials', ada)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const me = () => Promise.all(Array.from({ length: 6 }, () => ask(`${address}/api/v1/me`, { headers: { cookie } })))
  expect(await me()).toEqual([200, 200, 200, 200, 200, 200])

  // The limit of tries is one limit.
  const wrong = { email: 'ada@example.org', password: 'not this one' }
  const tries: number[] = []
  for (let i = 0; i < 12; i++) tries.push((await post('/api/auth/callback/credentials', wrong)).status)
  expect(tries.filter((status) => status === 429).length).toBeGreaterThan(0)
  expect(tries.filter((status) => status !== 429).length).toBeLessThanOrEqual(10)

  // A change of the catalogue is shown by both, at once.
  const title = async () => {
    const answer = await fetch(`${address}/readings/common-bottlenecks`, { headers: { connection: 'close' } })
    return (await answer.text()).includes('Bottlenecks, renamed')
  }
  for (let i = 0; i < 4; i++) expect(await title()).toBe(false)
  const database = openDatabase(join(folder, 'loadpath.db'))
  useDatabase(database)
  database.transaction((tx) => {
    setReadingFacts(tx, 'common-bottlenecks', { title: 'Bottlenecks, renamed' })
    deriveTitles(tx)
    rebuildSearchIndex(tx)
    bumpRevision(tx, Date.now())
  })
  database.$client.close()
  for (let i = 0; i < 6; i++) expect(await title()).toBe(true)

  // One that is killed is replaced, and people who are signed in stay so.
  const [killed = 0] = childrenOf(pid)
  process.kill(killed, 'SIGKILL')
  await expect.poll(() => childrenOf(pid).filter((child) => child !== killed).length, { timeout: 20_000 }).toBe(2)
  await expect.poll(me, { timeout: 20_000 }).toEqual([200, 200, 200, 200, 200, 200])
  expect(await server.stop()).toBe(0)
})

test('a launcher that is killed takes its server along: the port is free again', async () => {
  test.setTimeout(120_000)
  const server = await startServer(undefined, undefined, { env: { WORKERS: '2' } })
  const workers = childrenOf(server.pid)
  expect(workers.length).toBe(2)
  process.kill(server.pid, 'SIGKILL')
  await expect.poll(() => workers.filter(alive), { timeout: 15_000 }).toEqual([])
})

test('a client that stalls does not keep the server from stopping', async () => {
  test.setTimeout(120_000)
  const server = await startServer()
  const stalled = fetch(`${server.address}/api/v1/users`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) }),
    duplex: 'half',
  } as RequestInit).catch(() => 'cut')
  await expect.poll(() => fetch(`${server.address}/api/health`).then((answer) => answer.status)).toBe(200)
  const started = Date.now()
  expect(await server.stop()).toBe(0)
  expect(Date.now() - started).toBeLessThan(15_000)
  expect(await stalled).toBe('cut')
})
