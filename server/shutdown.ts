import { closeDatabase } from '#db/close.ts'
import type { AnswerServer } from './answer.ts'

/** How long what is in flight may take to finish once the server is asked to stop. */
const graceMs = 10_000

const hooks: (() => void | Promise<void>)[] = []

/** Has `hook` run when the server is asked to stop, before the last answers are out: to stop timers and workers. */
export function onShutdown(hook: () => void | Promise<void>): void {
  hooks.push(hook)
}

/**
 * Stops: takes no new connection, finishes what is in flight, closes whoever stalls, then writes the database into its
 * one file and ends the process.
 */
export async function shutDown(server: AnswerServer): Promise<never> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const stalled = setTimeout(() => server.closeAllConnections(), graceMs)
  await Promise.allSettled(hooks.map(async (hook) => hook()))
  // Kept connections with nothing on them end when their answer is out; those that began one just now, here.
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  await closed
  clearInterval(idle)
  clearTimeout(stalled)
  closeDatabase()
  process.exit(0)
}

/** Calls `stop` once, when this process is asked to end, or when whatever started it is gone. */
export function onStop(stop: () => void): void {
  let stopping = false
  const once = () => {
    if (stopping) return
    stopping = true
    stop()
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, once)
  // Started by `bin/run.mjs` on another Node: the channel breaks when that one is killed.
  process.on('disconnect', once)
  process.channel?.unref()
  // npm passes a signal on to its shell, and the shell dies without passing it on: then this process has a new parent.
  if (process.env.npm_lifecycle_event !== 'start') return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) once()
  }, 500).unref()
}
