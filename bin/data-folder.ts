import { existsSync, readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '#lib/settings.ts'
import { BootError, say } from './boot.ts'

/** Says that a database was made in this folder, so that none is made in its place when it is gone. */
const marker = 'had-database'
const leastSecret = 32

/** File systems over a network, as `statfs` names them: locks and memory maps do not hold there as SQLite needs them. */
const networks = new Map([
  [0x6969, 'NFS'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x517b, 'SMB'],
])

/**
 * Looks at the folder of the database before anything is opened or made in it.
 * @throws BootError where the database that was there is gone or empty, or the secret is none.
 */
export function checkDataFolder({ DATA_DIR, NEW_DATABASE }: Settings): void {
  const file = join(DATA_DIR, 'loadpath.db')
  const size = statSync(file, { throwIfNoEntry: false })?.size
  const hadOne = [marker, 'secret'].some((name) => existsSync(join(DATA_DIR, name)))
  if (NEW_DATABASE === 'no' && (size === 0 || (size === undefined && hadOne)))
    throw new BootError(
      `${size === 0 ? `${file} is empty` : `There was a database in ${DATA_DIR}, and loadpath.db is gone`}. Put the file back, or a backup in its place: npm run restore <file>. To begin again with nothing: NEW_DATABASE=yes npm start.`,
    )
  const secret = join(DATA_DIR, 'secret')
  if (existsSync(secret) && readFileSync(secret, 'utf8').trim().length < leastSecret)
    throw new BootError(
      `${secret} holds no secret: it is shorter than ${leastSecret} characters. Put back the one that was there, or delete the file: a new one is made, and everybody signs in again.`,
    )
  const network = networkOf(DATA_DIR)
  if (network)
    say(
      `${DATA_DIR} is on a network file system (${network}). SQLite can lose what it has written there: put DATA_DIR on a disk of this machine.`,
    )
}

/** Notes that this folder holds a database. */
export function markDataFolder({ DATA_DIR }: Settings): void {
  const file = join(DATA_DIR, marker)
  if (!existsSync(file))
    writeFileSync(
      file,
      'There is a database in this folder. While this file is here, Loadpath makes no new one by itself.\n',
    )
}

/** The network file system that a folder is on, or null. */
export function networkOf(folder: string, type = statfsSync(folder).type): string | null {
  return networks.get(type >>> 0) ?? null
}
