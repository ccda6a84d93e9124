import type { Metadata } from 'next'
import { isMailSet } from '#app/_server/mail.ts'
import { passkeyProblem } from '#app/_server/party.ts'
import { readiness } from '#app/_server/readiness.ts'
import { requireAdmin } from '#app/_server/viewer.ts'
import { listBackupItems } from '#db/backup.ts'
import { listJobStates } from '#db/queries/jobs/job-runs.ts'
import { settings } from '#lib/settings.ts'
import { frontProblem } from '#lib/untrusted-front.ts'
import { headers } from 'next/headers'
import { join } from 'node:path'
import { AdminHead } from '../_components/admin-head.tsx'
import { Backups } from './_components/backups.tsx'
import { Health } from './_components/health.tsx'
import { JobRows } from './_components/job-rows.tsx'

export const metadata: Metadata = { title: 'Jobs and health' }

export default async function JobsPage() {
  const { timeZone } = await requireAdmin('/admin/jobs')
  const { DATA_DIR, BACKUP_DIR, BACKUP_EVERY } = settings()
  const backups = listBackupItems(BACKUP_DIR ?? join(/* turbopackIgnore: true */ DATA_DIR, 'backups'))
  const newest = backups[0]?.madeAt ?? null
  const isLate = BACKUP_EVERY > 0 && newest !== null && Date.now() - newest > 2 * BACKUP_EVERY * 60 * 60_000
  const jobs = await listJobStates()
  const problems = [
    readiness().why,
    frontProblem(),
    ...jobs.flatMap(({ job, failure }) => (failure === null ? [] : [`The job “${job}” failed: ${failure}`])),
    isLate ? 'The newest backup is older than two turns.' : null,
    BACKUP_EVERY === 0 && newest === null ? 'There is no backup, and none is made by itself (BACKUP_EVERY=0).' : null,
  ].filter((problem) => problem !== null)
  const notes = [
    isMailSet() ? null : 'No mail is sent (SMTP_URL): who forgets a password asks an admin.',
    passkeyProblem(new Headers(await headers())),
  ].filter((note) => note !== null)
  return (
    <>
      <AdminHead path="/admin/jobs" title="Jobs and health" words="What this server does by itself, and how it is." />
      <div className="grid gap-10">
        <Health problems={problems} notes={notes} />
        <JobRows jobs={jobs} timeZone={timeZone} />
        <Backups items={backups} timeZone={timeZone} />
      </div>
    </>
  )
}
