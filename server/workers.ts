import cluster, { type Worker } from 'node:cluster'
import { onStop } from './shutdown.ts'

/**
 * Runs `count` server processes on one port and one database; this process only hands out connections. The first of
 * them runs the jobs. One that dies is started again.
 * @returns when all of them listen. @throws when one ends before that.
 */
export async function runWorkers(count: number): Promise<void> {
  let stopping = false
  const fork = (jobs: 'on' | 'off'): Promise<void> => {
    const worker: Worker = cluster.fork({ LOADPATH_JOBS: jobs })
    return new Promise((resolve, reject) => {
      let listens = false
      worker.once('listening', () => {
        listens = true
        resolve()
      })
      worker.once('exit', (code) => {
        if (stopping) return
        if (!listens) return reject(new Error(`A server process ended with exit code ${code}`))
        console.error(`loadpath  A server process ended (${code}); another takes its place`)
        setTimeout(() => void fork(jobs).catch(console.error), 500)
      })
    })
  }
  onStop(() => {
    stopping = true
    console.log('loadpath  Stopping')
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM')
  })
  await Promise.all(Array.from({ length: count }, (_, at) => fork(at === 0 ? 'on' : 'off')))
}
