import type { JobState } from '#db/queries/jobs/job-runs.ts'

const words: Record<string, string> = {
  purge: 'Deletes plans that were thrown away 30 days ago',
  minutes: 'Learns how long readings take',
  erase: 'Erases deleted accounts',
  uploads: 'Clears uploads that broke off',
  backup: 'Makes a backup',
}

/** What the server does by itself, and how it last went. */
export function JobRows({ jobs, timeZone }: { jobs: JobState[]; timeZone: string }) {
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return (
    <section aria-label="Jobs" className="grid gap-3">
      <h2 className="text-lg">Jobs</h2>
      {jobs.length === 0 && <p className="quiet">None has run yet.</p>}
      <ul className="lines" aria-label="Jobs">
        {jobs.map(({ job, startedAt, endedAt, failure, lastGoodAt }) => (
          <li key={job} className="flex-wrap">
            <span className="min-w-0 flex-1 basis-64">
              {words[job] ?? job}
              {failure !== null && <span className="small block text-error wrap-anywhere">Failed: {failure}</span>}
            </span>
            <span className="small quiet figures">
              {endedAt === null ? 'running' : when.format(startedAt)}
              {failure !== null && ` · last good ${lastGoodAt === null ? 'never' : when.format(lastGoodAt)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
