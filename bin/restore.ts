import { resolve } from 'node:path'
import { restoreBackup } from '#db/backup.ts'
import { boot, BootError, readSettings, say } from './boot.ts'
import { markDataFolder } from './data-folder.ts'

// npm run restore <backup>: puts a backup in the place of the database, which is kept beside it.
await boot(async () => {
  const settings = readSettings()
  const [from] = process.argv.slice(2)
  if (!from) throw new BootError('Name the backup: npm run restore data/backups/loadpath-….')
  try {
    const kept = await restoreBackup(resolve(from), settings.DATA_DIR, Date.now())
    markDataFolder(settings)
    say(`Restored. ${kept ? `What was there before is in ${kept}. ` : ''}Start the server: npm start.`)
  } catch (error) {
    throw new BootError(`Nothing was restored. ${(error as Error).message}`)
  }
})
