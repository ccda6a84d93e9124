import { statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { newestBackup } from '#db/backup.ts'
import { databaseFile } from '#db/client.ts'
import { databaseTrouble } from '#db/database-guard.ts'
import { getUserCount } from '#db/queries/accounts/accounts.ts'
import { listJobStates } from '#db/queries/jobs/job-runs.ts'
import { settings } from '#lib/settings.ts'

const delay = monitorEventLoopDelay({ resolution: 20 })
delay.enable()

interface Figure {
  name: string
  help: string
  values: [labels: Record<string, string>, value: number][]
}

/** The server's figures in the text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats). */
export async function metrics(now: number): Promise<string> {
  const { DATA_DIR, BACKUP_DIR } = settings()
  const file = databaseFile()
  const { bavail, bsize } = statfsSync(DATA_DIR)
  const sizeOf = (name: string) => statSync(name, { throwIfNoEntry: false })?.size ?? 0
  const backup = newestBackup(BACKUP_DIR ?? join(/* turbopackIgnore: true */ DATA_DIR, 'backups'))
  const jobs = await listJobStates()
  const one = (name: string, help: string, value: number): Figure => ({ name, help, values: [[{}, value]] })
  const figures: Figure[] = [
    one('loadpath_database_usable', '1 while the database can be written.', databaseTrouble() === null ? 1 : 0),
    one('loadpath_database_bytes', 'Size of the database file.', sizeOf(file)),
    one('loadpath_database_journal_bytes', 'Size of its write-ahead log.', sizeOf(`${file}-wal`)),
    one('loadpath_disk_free_bytes', 'Room on the disk of DATA_DIR.', bavail * bsize),
    one('loadpath_people', 'Accounts.', await getUserCount()),
    one('loadpath_memory_bytes', 'Memory of the process.', process.memoryUsage.rss()),
    one('loadpath_uptime_seconds', 'Since the process began.', Math.round(process.uptime())),
    one(
      'loadpath_loop_delay_seconds',
      '99th percentile of how late timers run, since last asked.',
      delay.percentile(99) / 1e9,
    ),
    ...(backup === null
      ? []
      : [one('loadpath_backup_age_seconds', 'Since the newest good backup.', (now - backup) / 1000)]),
    {
      name: 'loadpath_job_failed',
      help: '1 when the last run of a job failed.',
      values: jobs.map(({ job, failure }) => [{ job }, failure === null ? 0 : 1]),
    },
  ]
  delay.reset()
  return figures.map(lines).join('')
}

function lines({ name, help, values }: Figure): string {
  const label = (labels: Record<string, string>) =>
    Object.entries(labels)
      .map(([key, value]) => `${key}="${value}"`)
      .join(',')
  const rows = values.map(([labels, value]) => `${name}${label(labels) && `{${label(labels)}}`} ${value}\n`)
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${rows.join('')}`
}
