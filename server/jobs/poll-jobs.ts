import { databaseTrouble } from '#db/database-guard.ts'
import { errorFields, log } from '#lib/log.ts'
import { claimSlot, endRun } from '#db/mutations/jobs/job-runs.ts'

/** Something that the server does by itself. */
export interface Job {
  name: string
  /** How often, in milliseconds. */
  every: number
  /** Does it; what it throws is the failure that the admin sees. The signal asks it to end soon. */
  run: (now: number, signal: AbortSignal) => Promise<void>
}

/** The slot that a moment falls in: the last multiple of `every`. */
export function slotOf({ every }: Pick<Job, 'every'>, now: number): number {
  return Math.floor(now / every) * every
}

/**
 * Runs whichever of the jobs have a slot that nobody took, one after another. A machine that slept through ten slots
 * runs the last one alone.
 */
export async function runDueJobs(jobs: readonly Job[], now: () => number, signal: AbortSignal): Promise<void> {
  for (const job of jobs) {
    if (signal.aborted || databaseTrouble() !== null) return
    const slot = slotOf(job, now())
    if (!(await claimSlot(job.name, slot, now()))) continue
    let failure: string | null = null
    try {
      await job.run(now(), signal)
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error)
      log('error', 'job failed', { job: job.name, ...errorFields(error) })
    }
    await endRun(job.name, slot, failure, now())
  }
}
