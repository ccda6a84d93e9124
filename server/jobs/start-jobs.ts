import { lookAtDatabase } from '#db/database-guard.ts'
import { endBrokenRuns } from '#db/mutations/jobs/job-runs.ts'
import { errorFields, log } from '#lib/log.ts'
import { jobs } from './jobs.ts'
import { runDueJobs } from './poll-jobs.ts'

const pollMs = 20_000
const lookMs = 2000

const shared = globalThis as { loadpathJobs?: { stop: () => Promise<void> } }

/** Looks at the database's file and its disk every two seconds. In every process that has it open. */
export function watchDatabase(): void {
  setInterval(() => {
    try {
      lookAtDatabase()
    } catch (error) {
      log('error', 'database not readable', errorFields(error))
    }
  }, lookMs).unref()
}

/** Starts what the server does by itself: one poller, in one process. `stop-jobs.ts` ends it. */
export function startJobs(): void {
  const stop = new AbortController()
  const poll = () =>
    runDueJobs(jobs(), Date.now, stop.signal).catch((error: unknown) => log('error', 'jobs failed', errorFields(error)))
  let running = endBrokenRuns(Date.now())
    .catch(() => undefined)
    .then(poll)
  let isRunning = true
  void running.finally(() => (isRunning = false))
  const timer = setInterval(() => {
    if (isRunning) return
    isRunning = true
    running = poll()
    void running.finally(() => (isRunning = false))
  }, pollMs).unref()
  shared.loadpathJobs = {
    async stop() {
      clearInterval(timer)
      stop.abort()
      await running
    },
  }
}
