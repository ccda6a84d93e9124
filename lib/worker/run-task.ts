import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { ownLimits } from './own-limits.ts'
import type { TaskName } from './tasks.ts'

/** The work took longer than it may, or more memory. */
export class TooSlow extends Error {}

interface Job {
  task: TaskName
  input: string
  resolve: (output: string) => void
  reject: (error: Error) => void
}

/** A worker that nobody needed for so long ends, and its memory with it. */
const idleMs = 60_000
/** How often a job is looked at. */
const lookMs = 50
/** Whatever the worker is up to, starting included, a job is given up after so long. */
const giveUpMs = 20_000

// Next bundles this module more than once: there is one worker a process for each task, so that none waits for another.
interface Holder {
  worker: Worker | null
  isReady: boolean
  current: Job | null
  waiting: Job[]
  timer: NodeJS.Timeout | undefined
}
const shared = globalThis as { loadpathWorkers?: Partial<Record<TaskName, Holder>> }
const holders = (shared.loadpathWorkers ??= {})

function holderOf(task: TaskName): Holder {
  return (holders[task] ??= { worker: null, isReady: false, current: null, waiting: [], timer: undefined })
}

/** Milliseconds of computing that formatting a text may take: on a busy machine the clock alone would be unfair. */
export const taskLimitMs = 700

/**
 * Does a piece of work in a worker thread, so that nobody else waits for it; those of a task one after another, in the
 * order asked.
 * @throws TooSlow after the task's limit; the worker is then ended, and the next job gets a new one.
 */
export function runTask(task: TaskName, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const holder = holderOf(task)
    holder.waiting.push({ task, input, resolve, reject })
    next(holder)
  })
}

function next(holder: Holder): void {
  if (holder.current) return
  const job = holder.waiting.shift()
  clearTimeout(holder.timer)
  if (!job) {
    holder.timer = setTimeout(() => stop(holder), idleMs).unref()
    return
  }
  holder.current = job
  holder.worker ??= start(holder)
  holder.timer = setTimeout(() => fail(holder, new TooSlow(`${job.task} took over ${giveUpMs} ms`)), giveUpMs)
  if (holder.isReady) void send(holder, job)
}

async function send(holder: Holder, job: Job): Promise<void> {
  const { worker } = holder
  if (!worker) return
  worker.postMessage({ task: job.task, input: job.input })
  const begin = await computed(worker)
  const limit = ownLimits[job.task] ?? taskLimitMs
  while (holder.current === job) {
    await new Promise((resolve) => setTimeout(resolve, lookMs))
    if (holder.current === job && (await computed(worker)) - begin > limit)
      fail(holder, new TooSlow(`${job.task} took over ${limit} ms of computing`))
  }
}

/** Milliseconds that a worker has computed; what an ended one says is no matter. */
async function computed(worker: Worker): Promise<number> {
  const { user, system } = await worker.cpuUsage().catch(() => ({ user: 0, system: 0 }))
  return (user + system) / 1000
}

function start(holder: Holder): Worker {
  // By path, so that no bundler takes it along: the sources lie beside the server, and Node reads them as they are.
  const file = join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'worker', 'worker.ts')
  const worker = new Worker(/* turbopackIgnore: true */ file, {
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    execArgv: [],
  })
  worker.unref()
  worker.on('message', (message: 'ready' | { output: string } | { error: string }) => {
    if (holder.worker !== worker) return
    if (message === 'ready') {
      holder.isReady = true
      if (holder.current) void send(holder, holder.current)
      return
    }
    const job = holder.current
    holder.current = null
    if ('output' in message) job?.resolve(message.output)
    else job?.reject(new Error(message.error))
    next(holder)
  })
  worker.on('error', (error) => {
    if (holder.worker === worker) fail(holder, error instanceof Error ? error : new Error(String(error)))
  })
  return worker
}

function fail(holder: Holder, error: Error): void {
  const job = holder.current
  holder.current = null
  stop(holder)
  job?.reject(error)
  next(holder)
}

function stop(holder: Holder): void {
  void holder.worker?.terminate()
  holder.worker = null
  holder.isReady = false
}
