import { and, desc, eq, isNotNull, isNull, max } from 'drizzle-orm'
import { db } from '#db/client.ts'
import { jobRuns } from '#db/schema/index.ts'

/** A job as it last ran. Times are milliseconds, UTC. */
export interface JobState {
  job: string
  startedAt: number
  /** Null while it runs. */
  endedAt: number | null
  /** Why it failed; null when it did not. */
  failure: string | null
  /** When it last ended well; null for never. */
  lastGoodAt: number | null
}

/** The last run of each job that ever ran, by name. */
export async function listJobStates(): Promise<JobState[]> {
  const good = new Map(
    db()
      .select({ job: jobRuns.job, at: max(jobRuns.endedAt) })
      .from(jobRuns)
      .where(and(isNotNull(jobRuns.endedAt), isNull(jobRuns.failure)))
      .groupBy(jobRuns.job)
      .all()
      .map(({ job, at }) => [job, at]),
  )
  const jobs = db().selectDistinct({ job: jobRuns.job }).from(jobRuns).orderBy(jobRuns.job).all()
  return jobs.flatMap(({ job }) => {
    const run = db().select().from(jobRuns).where(eq(jobRuns.job, job)).orderBy(desc(jobRuns.slot)).limit(1).get()
    if (!run) return []
    const { startedAt, endedAt, failure } = run
    return [{ job, startedAt, endedAt, failure, lastGoodAt: good.get(job) ?? null }]
  })
}
