import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasWrk, type Load, measureLoad, type Row } from './load.ts'
import { memoryOf, processTree } from './processes.ts'
import { bareServer, hasNginx, nginxBefore, nginxWithFiles, type Reference } from './references.ts'
import { freePort, startServer } from './server.ts'
import { signUp } from './study.ts'
import type { Figure } from './table.ts'

const gzip = { 'accept-encoding': 'gzip' }
const topic = '/catalogue/availability/resilience-engineering'
const section = '/catalogue/scalability'
const readingId = 'common-bottlenecks'
const day = 24 * 60 * 60_000

/**
 * What a request costs the server, each kind beside what it could cost: nginx with the same bytes as files, and
 * node:http with better-sqlite3. Rows whose reference is not installed are left out.
 */
export async function measureSpeed(): Promise<Figure[]> {
  if (!hasWrk()) return []
  const folder = mkdtempSync(join(tmpdir(), 'loadpath-speed-'))
  const references: Reference[] = []
  const server = await startServer(join(folder, 'data'), { HOST: '127.0.0.1' })
  const { address, pid } = server
  try {
    const idle = memoryOf(processTree(pid))
    const cookie = await signUp(join(folder, 'data'), address, { marks: 300, notes: 40, days: 60 })
    const plan = await startPlan(address, cookie)
    await warmUp(address)
    const bare = await bareServer(folder)
    references.push(bare)
    const own = (name: string, path: string, more: Partial<Row> = {}): Row => ({
      name,
      pid,
      url: address + path,
      ...more,
    })
    const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
    const mark = { method: 'PUT', body: JSON.stringify({ status: 'done' }) }
    const rows: Row[] = [
      own('topic, gzip', topic, { headers: gzip }),
      own('topic, plain', topic),
      own('section, gzip', section, { headers: gzip }),
      own('floor', '/api/health'),
      own('mark', `/api/v1/marks/${readingId}`, { ...mark, headers: { ...json, cookie } }),
      own('reading', `/api/v1/readings/${readingId}`),
      own('search', '/api/v1/readings?q=kafka', { headers: { cookie } }),
      own('search page', '/search?q=kafka', { headers: { cookie }, connections: 1 }),
      own('today', '/today', { headers: { cookie }, connections: 1 }),
      own('plan', `/plans/${plan}`, { headers: { cookie }, connections: 1 }),
      own('dashboard', '/dashboard', { headers: { cookie }, connections: 1 }),
      {
        name: 'bare mark',
        pid: bare.pid,
        url: `${bare.address}/m`,
        ...mark,
        headers: { ...json, cookie: 'session=session' },
      },
    ]
    if (hasNginx()) {
      const bytes = async (path: string) => Buffer.from(await (await fetch(address + path)).arrayBuffer())
      const pages = { [topic]: await bytes(topic), [section]: await bytes(section) }
      const files = await nginxWithFiles(mkdtempSync(join(folder, 'files-')), pages)
      const before = await nginxBefore(mkdtempSync(join(folder, 'front-')), address)
      references.push(files, before)
      const beside = (name: string, { pid, address }: Reference, path: string, headers = {}): Row => ({
        name,
        pid,
        url: address + path,
        headers,
      })
      rows.push(
        beside('nginx topic, gzip', files, topic, gzip),
        beside('nginx topic, plain', files, topic),
        beside('nginx section, gzip', files, section, gzip),
        beside('front topic, gzip', before, topic, gzip),
      )
    }
    const loads = await measureLoad(rows)
    const after = memoryOf(processTree(pid))
    return [
      ...figuresOf(loads),
      memory('idle', idle, 200),
      memory('after the load above', after, 350),
      await startFigure(join(folder, 'data')),
    ]
  } finally {
    for (const reference of references) reference.stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Eight weeks of plan for a person. @returns its id. */
async function startPlan(address: string, cookie: string): Promise<string> {
  const date = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)
  const answer = await fetch(`${address}/api/v1/plans`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({
      templateId: 'system-design-interview-8-weeks',
      startDate: date(-20),
      targetDate: date(36),
      weekdayMinutes: [60, 60, 60, 60, 60, 60, 60],
      daysOff: [],
      timeZone: 'UTC',
    }),
  })
  if (answer.status !== 201) throw new Error(`The plan was answered with ${answer.status}: ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
}

/** Until the best form of a page is there. */
async function warmUp(address: string): Promise<void> {
  for (let i = 0; i < 3; i++)
    for (const path of [topic, section]) {
      await (await fetch(address + path)).arrayBuffer()
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
}

const thousands = (value: number) => Math.round(value).toLocaleString('en')

function figuresOf(loads: Map<string, Load>): Figure[] {
  const of = (name: string): Load => loads.get(name) ?? { perSecond: 0, cpu: 0 }
  const floor = of('floor')
  const cpu = (name: string, what: string, limit: number): Figure => {
    const load = of(name)
    const beside = loads.get(`nginx ${name}`)
    const note = `${thousands(load.perSecond)} requests a second${beside ? `; nginx ${thousands(beside.perSecond)}, ${beside.cpu.toFixed(1)} µs` : ''}`
    return { what: `${what}, CPU`, value: load.cpu, limit, unit: 'µs', note }
  }
  const share = (name: string, reference: string, what: string, limit: number): Figure[] => {
    if (!loads.has(reference)) return []
    return [{ what, value: (100 * of(name).perSecond) / of(reference).perSecond, limit, unit: '%' }]
  }
  const times = (name: string, what: string, limit: number, more = ''): Figure => ({
    what: `${what}, times the empty handler`,
    value: of(name).cpu / floor.cpu,
    limit,
    unit: '×',
    note: `${thousands(of(name).cpu)} µs, ${thousands(of(name).perSecond)} a second${more}`,
  })
  const page = (name: string, what: string, limit: number): Figure => ({
    what,
    value: of(name).cpu / 1000,
    limit,
    unit: 'ms',
    note: 'CPU',
  })
  const bare = of('bare mark')
  return [
    cpu('topic, gzip', 'topic page, gzip', 40),
    ...share('topic, gzip', 'nginx topic, gzip', 'the same, requests beside nginx', 30),
    cpu('topic, plain', 'topic page, plain', 40),
    ...share('topic, plain', 'nginx topic, plain', 'the same, requests beside nginx', 30),
    cpu('section, gzip', 'largest section, gzip', 40),
    ...share('section, gzip', 'nginx section, gzip', 'the same, requests beside nginx', 30),
    ...share('front topic, gzip', 'nginx topic, gzip', 'topic page behind the shipped front, beside nginx alone', 80),
    {
      what: 'empty handler (/api/health), CPU',
      value: floor.cpu,
      limit: null,
      unit: 'µs',
      note: `${thousands(floor.perSecond)} requests a second`,
    },
    times(
      'mark',
      'a mark with its session',
      1.5,
      `; node:http and better-sqlite3 ${thousands(bare.cpu)} µs, ${thousands(bare.perSecond)}`,
    ),
    times('reading', 'GET readings/<id>', 1.3),
    times('search', 'search, API, with a session', 1.5),
    page('search page', '/search, with a session', 3),
    page('today', 'Today (300 marks, 8-week plan)', 8),
    page('plan', 'the plan', 15),
    page('dashboard', 'dashboard', 10),
  ]
}

const memory = (when: string, value: number, limit: number): Figure => ({
  what: `memory of all processes, ${when}`,
  value,
  limit,
  unit: 'MB',
})

/** From `npm start` to the first page, on what is built: the median of five. */
async function startFigure(folder: string): Promise<Figure> {
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    const port = await freePort()
    const started = performance.now()
    const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: `${folder}-started` }
    const child = spawn('npm', ['start'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    const isUp = () =>
      fetch(`http://127.0.0.1:${port}/catalogue`).then(
        (answer) => answer.ok,
        () => false,
      )
    while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 10))
    // The first round made the database.
    if (round > 0) times.push(performance.now() - started)
    child.kill('SIGTERM')
    await ended
    await new Promise((resolve) => setTimeout(resolve, 1500))
  }
  const sorted = times.toSorted((a, b) => a - b)
  return {
    what: '`npm start` to the first page, built',
    value: sorted[Math.floor(sorted.length / 2)] ?? 0,
    limit: 1000,
    unit: 'ms',
  }
}
