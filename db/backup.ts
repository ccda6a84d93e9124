import { createHash } from 'node:crypto'
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import Sqlite from 'better-sqlite3'
import { refuseNewerDatabase } from './migrate.ts'

/** What a backup says of itself, beside the database. */
export interface Manifest {
  format: 'loadpath-backup'
  /** ISO, UTC. */
  madeAt: string
  /** Bytes and SHA-256 of the database. */
  bytes: number
  sha256: string
  /** Migrations that ran on it. */
  migrations: number
  rows: Record<string, number>
}

/** A backup that is not one, or is broken. */
export class BrokenBackup extends Error {}

const prefix = 'loadpath-'

/**
 * Copies the database as it is at this moment, while it is used, into a folder of its own below `folder`: one file
 * without a journal, the secret that sessions are sealed with, and a manifest. The copy is opened and checked before it
 * gets its name. Backups beyond the newest `keep` go.
 * @returns the backup's folder.
 * @throws BrokenBackup when the copy does not pass its check; then there is none.
 */
export async function makeBackup(dataFolder: string, folder: string, keep: number, now: number): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const madeAt = new Date(now).toISOString()
  const name = `${prefix}${madeAt.replaceAll(/[:.]/g, '-')}`
  const draft = join(folder, `.${name}.draft`)
  for (const left of readdirSync(folder)) if (left.endsWith('.draft')) rmSync(join(folder, left), { recursive: true })
  mkdirSync(draft, { mode: 0o700 })
  const copy = join(draft, 'loadpath.db')
  const client = new Sqlite(join(dataFolder, 'loadpath.db'), { fileMustExist: true, timeout: 5000 })
  try {
    // All pages in one step: in several, each write of somebody else would make it begin anew.
    await client.backup(copy, { progress: () => 0x7fffffff })
  } finally {
    client.close()
  }
  const { rows, migrations } = checkDatabase(copy)
  const secret = join(dataFolder, 'secret')
  if (existsSync(secret)) copyFileSync(secret, join(draft, 'secret'))
  const { size } = statSync(copy)
  const manifest: Manifest = {
    format: 'loadpath-backup',
    madeAt,
    bytes: size,
    sha256: await sha256(copy),
    migrations,
    rows,
  }
  writeFileSync(join(draft, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const place = join(folder, name)
  renameSync(draft, place)
  for (const old of listBackups(folder).slice(0, -keep)) rmSync(join(folder, old), { recursive: true })
  return place
}

/** Names of the backups in a folder, the oldest first. */
export function listBackups(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && existsSync(join(folder, name, 'manifest.json')))
    .toSorted()
}

/** A backup as an admin sees it. */
export interface BackupItem {
  name: string
  /** Milliseconds, UTC. */
  madeAt: number
  bytes: number
}

/** The backups in a folder, the newest first. */
export function listBackupItems(folder: string): BackupItem[] {
  return listBackups(folder)
    .toReversed()
    .map((name) => {
      const { madeAt, bytes } = JSON.parse(readFileSync(join(folder, name, 'manifest.json'), 'utf8')) as Manifest
      return { name, madeAt: Date.parse(madeAt), bytes }
    })
}

/** When the newest backup in a folder was made, in milliseconds UTC; null for none. */
export function newestBackup(folder: string): number | null {
  const last = listBackups(folder).at(-1)
  if (!last) return null
  return Date.parse((JSON.parse(readFileSync(join(folder, last, 'manifest.json'), 'utf8')) as Manifest).madeAt)
}

/**
 * Checks a database file by opening it, and leaves it as one file without a journal.
 * @returns its rows by table, and how many migrations ran on it.
 * @throws BrokenBackup naming what is wrong.
 */
export function checkDatabase(file: string): { rows: Record<string, number>; migrations: number } {
  let client: Sqlite.Database | null = null
  try {
    client = new Sqlite(file, { fileMustExist: true })
    client.pragma('journal_mode = DELETE')
    const problems = client.pragma('integrity_check', { simple: true })
    if (problems !== 'ok') throw new BrokenBackup(`${file} is damaged: ${String(problems)}.`)
    if ((client.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new BrokenBackup(`${file} holds references that lead nowhere.`)
    const names = client
      .prepare<[], string>(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_%'",
      )
      .pluck()
      .all()
    if (!names.includes('users') || !names.includes('__drizzle_migrations'))
      throw new BrokenBackup(`${file} is no database of Loadpath.`)
    const count = (name: string) => Number(client?.prepare(`select count(*) from "${name}"`).pluck().get())
    return {
      rows: Object.fromEntries(names.map((name) => [name, count(name)])),
      migrations: count('__drizzle_migrations'),
    }
  } catch (error) {
    if (error instanceof BrokenBackup) throw error
    throw new BrokenBackup(`${file} cannot be opened: ${(error as Error).message}.`)
  } finally {
    client?.close()
  }
}

/**
 * Puts a backup in the place of the database. What was there is kept in a folder beside it. `from` is a backup's folder,
 * or a database file alone.
 * @returns where the database that was replaced is kept, or null where there was none.
 * @throws BrokenBackup for a broken copy, NewerDatabase for one of a newer program, Error when a server has the database
 * open; nothing was changed then.
 */
export async function restoreBackup(from: string, dataFolder: string, now: number): Promise<string | null> {
  const isFolder = statSync(from, { throwIfNoEntry: false })?.isDirectory() ?? false
  const source = isFolder ? join(from, 'loadpath.db') : from
  if (!existsSync(source)) throw new BrokenBackup(`There is no backup at ${from}.`)
  if (isFolder && existsSync(join(from, 'manifest.json'))) {
    const manifest = JSON.parse(readFileSync(join(from, 'manifest.json'), 'utf8')) as Manifest
    if (manifest.sha256 !== (await sha256(source)))
      throw new BrokenBackup(`${source} is not the file that its manifest speaks of: it was changed or damaged.`)
  }
  mkdirSync(dataFolder, { recursive: true })
  const file = join(dataFolder, 'loadpath.db')
  const incoming = `${file}.incoming`
  copyFileSync(source, incoming)
  try {
    checkDatabase(incoming)
    refuseNewerDatabase(incoming)
    if (existsSync(file)) requireUnused(file)
  } catch (error) {
    rmSync(incoming, { force: true })
    throw error
  }
  const kept = join(dataFolder, `replaced-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`)
  const old = ['loadpath.db', 'loadpath.db-wal', 'loadpath.db-shm', 'secret'].filter((name) =>
    existsSync(join(dataFolder, name)),
  )
  if (old.length > 0) mkdirSync(kept, { mode: 0o700 })
  const hasSecret = isFolder && existsSync(join(from, 'secret'))
  for (const name of old)
    if (name !== 'secret') renameSync(join(dataFolder, name), join(kept, name))
    else if (hasSecret) copyFileSync(join(dataFolder, name), join(kept, name))
  renameSync(incoming, file)
  if (hasSecret) copyFileSync(join(from, 'secret'), join(dataFolder, 'secret'))
  return old.includes('loadpath.db') ? kept : null
}

/** A connection that another process holds keeps a database from leaving its journal. */
function requireUnused(file: string): void {
  let client: Sqlite.Database | null = null
  try {
    client = new Sqlite(file, { fileMustExist: true, timeout: 0 })
    client.pragma('journal_mode = DELETE')
    if (client.pragma('journal_mode', { simple: true }) !== 'delete') throw new Error('database is locked')
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_NOTADB' || (error as { code?: string }).code === 'SQLITE_CORRUPT')
      return
    throw new Error(`A server has ${file} open. Stop it first, then restore.`, { cause: error })
  } finally {
    client?.close()
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
