import { join } from 'node:path'
import { makeBackup } from '#db/backup.ts'
import { boot, BootError, readSettings, say } from './boot.ts'

// npm run backup: a copy of the database as it is now, checked, whether a server uses it or not.
await boot(async () => {
  const { DATA_DIR, BACKUP_DIR, BACKUP_KEEP } = readSettings()
  const begin = performance.now()
  try {
    const place = await makeBackup(DATA_DIR, BACKUP_DIR ?? join(DATA_DIR, 'backups'), BACKUP_KEEP, Date.now())
    say(`Backup made and checked in ${Math.round(performance.now() - begin)} ms: ${place}`)
  } catch (error) {
    throw new BootError(`No backup was made. ${(error as Error).message}`)
  }
})
