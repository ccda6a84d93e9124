import { and, eq, isNull, lt } from 'drizzle-orm'
import { db } from '#db/client.ts'
import { jobRuns } from '#db/schema/index.ts'

const keptMs = 90 * 24 * 60 * 60_000

/**
 * Takes a slot of a job. One process gets it, however many ask.
 * @returns whether it is ours to run.
 */
export async function claimSlot(job: string, slot: number, now: number): Promise<boolean> {
  return db().insert(jobRuns).values({ job, slot, startedAt: now }).onConflictDoNothing().run().changes === 1
}

/** Writes down how a run ended; `failure` says why it failed, null that it did not. Runs of over 90 days ago go. */
export async function endRun(job: string, slot: number, failure: string | null, now: number): Promise<void> {
  db()
    .update(jobRuns)
    .set({ endedAt: now, failure })
    .where(and(eq(jobRuns.job, job), eq(jobRuns.slot, slot)))
    .run()
  db()
    .delete(jobRuns)
    .where(lt(jobRuns.slot, now - keptMs))
    .run()
}

/** What was running when the server was killed did not end: said so at the next start. */
export async function endBrokenRuns(now: number): Promise<void> {
  db()
    .update(jobRuns)
    .set({ endedAt: now, failure: 'The server stopped while it ran.' })
    .where(isNull(jobRuns.endedAt))
    .run()
}
