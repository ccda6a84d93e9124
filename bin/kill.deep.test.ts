import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import Sqlite from 'better-sqlite3'

const port = 3548
const base = `http://localhost:${port}`
const rounds = 20
let server: ChildProcess | null = null
let data = ''

afterEach(() => {
  server?.kill('SIGKILL')
  rmSync(data, { recursive: true, force: true })
})

/** Starts the built server and gives the milliseconds until it answers. */
async function start(): Promise<number> {
  const begin = performance.now()
  server = spawn(process.execPath, ['bin/start.ts'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: data,
      RATE_LIMITS: 'off',
      BACKUP_EVERY: '0',
      NODE_ENV: 'production',
    },
  })
  for (;;) {
    const isUp = await fetch(`${base}/api/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isUp) return performance.now() - begin
    if (performance.now() - begin > 300_000) throw new Error('The server did not come up')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Signs a person in and gives the cookie. */
async function signIn(): Promise<string> {
  const person = { email: 'ada@example.org', password: 'a long enough password for her' }
  const headers = { 'content-type': 'application/json', origin: base }
  await fetch(`${base}/api/v1/users`, { method: 'POST', headers, body: JSON.stringify({ name: 'Ada', ...person }) })
  const first = await fetch(`${base}/api/auth/csrf`)
  const { csrfToken } = (await first.json()) as { csrfToken: string }
  const jar = first.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const answer = await fetch(`${base}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: jar.join('; '), origin: base },
    body: new URLSearchParams({ ...person, csrfToken, json: 'true' }),
  })
  return [...jar, ...answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])].join('; ')
}

test(
  `kill -9 in the middle of writing, ${rounds} times: nothing that was acknowledged is lost`,
  { timeout: 1_800_000 },
  async () => {
    data = mkdtempSync(join(tmpdir(), 'loadpath-kill-'))
    await start()
    const cookie = await signIn()
    const { items } = (await (await fetch(`${base}/api/v1/readings?limit=100`)).json()) as { items: { id: string }[] }
    const kept = new Map<string, number>()
    let acknowledged = 0
    let slowest = 0
    for (let round = 0; round < rounds; round++) {
      const over = new AbortController()
      const writer = async (offset: number) => {
        for (let turn = offset; !over.signal.aborted; turn += 4) {
          const { id = '' } = items[turn % items.length] ?? {}
          const minutesSpent = (turn % 5999) + 1
          const answer = await fetch(`${base}/api/v1/marks/${id}`, {
            method: 'PUT',
            headers: { 'content-type': 'application/json', cookie, origin: base },
            body: JSON.stringify({ status: 'done', minutesSpent }),
          }).catch(() => null)
          if (answer?.ok) {
            acknowledged++
            kept.set(id, minutesSpent)
          } else if (answer) throw new Error(`A write answered ${answer.status}`)
        }
      }
      const writers = [0, 1, 2, 3].map(writer)
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 1200))
      server?.kill('SIGKILL')
      over.abort()
      await Promise.all(writers)
      slowest = Math.max(slowest, await start())
    }
    server?.kill('SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 200))
    const database = new Sqlite(join(data, 'loadpath.db'))
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    const rows = database.prepare('select reading_id as id, minutes_spent as minutes from marks').all() as {
      id: string
      minutes: number
    }[]
    const there = new Map(rows.map((row) => [row.id, row.minutes]))
    // A write that was in flight at the kill may have come through: it is the next of its reading.
    const lost = [...kept].filter(
      ([id, minutes]) => (there.get(id) ?? 0) < minutes && (there.get(id) ?? 0) + items.length * 4 > minutes,
    )
    console.log(
      `${rounds} kills, ${acknowledged} acknowledged writes, ${lost.length} lost, serving again within ${(slowest / 1000).toFixed(1)} s`,
    )
    expect(lost).toEqual([])
    expect(acknowledged).toBeGreaterThan(rounds)
  },
)
