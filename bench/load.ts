import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cpuSeconds, processTree } from './processes.ts'

/** One kind of request, to one of several servers. */
export interface Row {
  name: string
  /** The process whose time is counted, with all that it started. */
  pid: number
  url: string
  headers?: Record<string, string>
  method?: string
  body?: string
  connections?: number
}

/** What a row took, as medians over the rounds. */
export interface Load {
  perSecond: number
  /** Microseconds of processor time a request. */
  cpu: number
}

/** Whether wrk, which sends the load, is installed: `apt-get install wrk`. */
export const hasWrk = () => process.platform === 'linux' && spawnSync('which', ['wrk']).status === 0

const seconds = 2

/** Sends the load of all rows in turn, `rounds` times over, so that whatever else the machine does meets all alike. */
export async function measureLoad(rows: Row[], rounds = 5): Promise<Map<string, Load>> {
  const taken = new Map<string, Load[]>(rows.map(({ name }) => [name, []]))
  for (const row of rows) await send(row, 1)
  for (let round = 0; round < rounds; round++)
    for (const row of rows) {
      const pids = processTree(row.pid)
      const before = cpuSeconds(pids)
      const requests = await send(row, seconds)
      const cpu = ((cpuSeconds(pids) - before) * 1e6) / Math.max(requests, 1)
      taken.get(row.name)?.push({ perSecond: requests / seconds, cpu })
    }
  return new Map([...taken].map(([name, loads]) => [name, medians(loads)]))
}

function medians(loads: Load[]): Load {
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return { perSecond: middle(loads.map((one) => one.perSecond)), cpu: middle(loads.map((one) => one.cpu)) }
}

/** Runs wrk and gives the number of requests that were answered. @throws Error when any was refused. */
async function send({ name, url, headers = {}, method, body, connections = 16 }: Row, duration: number) {
  const args = ['-t1', `-c${connections}`, `-d${duration}s`]
  for (const [key, value] of Object.entries(headers)) args.push('-H', `${key}: ${value}`)
  if (method) {
    const script = join(mkdtempSync(join(tmpdir(), 'loadpath-wrk-')), 'request.lua')
    writeFileSync(script, `wrk.method = ${JSON.stringify(method)}\nwrk.body = ${JSON.stringify(body ?? '')}\n`)
    args.push('-s', script)
  }
  const output = await new Promise<string>((resolve) => {
    const child = spawn('wrk', [...args, url])
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
    child.once('close', () => resolve(text))
  })
  const refused = /Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1]
  if (refused) throw new Error(`${name}: ${refused} requests were refused`)
  return Number(/(\d+) requests in/.exec(output)?.[1] ?? 0)
}
