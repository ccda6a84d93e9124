import { closeSync, openSync, readSync, statfsSync, statSync, type Stats } from 'node:fs'
import { dirname } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { log } from '#lib/log.ts'
import { Problem } from '#lib/problems.ts'

/** What keeps the database from being written, in the words that people are told. */
export type DatabaseTrouble = 'lost' | 'full'

/** Less room on the disk than this counts as full, in bytes: enough for the journal of what is in flight. */
const leastRoom = 32 * 1024 * 1024

const header = Buffer.from('SQLite format 3\0')

// Next bundles this module more than once: what is known of the file is known once a process.
interface Known {
  client: Sqlite.Database | null
  main: Stats | null
  wal: Stats | null
  trouble: DatabaseTrouble | null
}
const shared = globalThis as { loadpathGuard?: Known }
const known = (shared.loadpathGuard ??= { client: null, main: null, wal: null, trouble: null })

/** Says from here on whether the file of this connection is still the one that it opened. */
export function guardDatabase(client: Sqlite.Database): void {
  Object.assign(known, { client, main: client.memory ? null : statSync(client.name), wal: null, trouble: null })
}

/** What is wrong with the database, as it was last looked at. */
export function databaseTrouble(): DatabaseTrouble | null {
  return known.trouble
}

/** Notes that a write met a full disk; the next look that finds room takes it back. */
export function noteFullDisk(): void {
  known.trouble ??= 'full'
}

/**
 * Compares the file on the disk with the one that is open: a file that was removed, moved or replaced goes on taking
 * writes that nobody will ever find again. A few microseconds: asked before each write.
 * @throws Problem 503 when it is not the same.
 */
export function requireSameFile(): void {
  if (known.trouble === 'lost' || !isSameFile()) {
    lose()
    throw lostProblem()
  }
}

/** Looks at everything: the file, its beginning, its length, and the room on the disk. Every few seconds. */
export function lookAtDatabase(): DatabaseTrouble | null {
  const { client } = known
  if (!client || client.memory || !client.open) return null
  if (!isSameFile() || !isWhole(client.name)) lose()
  else if (known.trouble === 'lost') find(client)
  if (known.trouble === 'lost') return known.trouble
  const { bavail, bsize } = statfsSync(dirname(client.name))
  known.trouble = bavail * bsize < leastRoom ? 'full' : null
  return known.trouble
}

/** 503: the database is not where it was. */
export const lostProblem = () =>
  new Problem(
    503,
    'Database lost',
    'The file that this server keeps everything in is gone or was replaced, so nothing can be saved now. Whoever runs the server has to put it back. Keep this page open: what you typed is still here.',
  )

/** 507: the disk is full. */
export const fullProblem = () =>
  new Problem(
    507,
    'No room left',
    'The disk of this server is full, so nothing can be saved now. What you typed is still here: try again once whoever runs the server has made room.',
  )

function lose(): void {
  if (known.trouble !== 'lost') log('error', 'database lost', { file: known.client?.name })
  known.trouble = 'lost'
  // Whoever writes without asking first is refused by SQLite itself.
  if (known.client?.open) known.client.pragma('query_only = ON')
}

function find(client: Sqlite.Database): void {
  known.trouble = null
  client.pragma('query_only = OFF')
}

function isSameFile(): boolean {
  const { client, main } = known
  if (!client || !main || client.memory) return true
  const wal = statOf(`${client.name}-wal`)
  // It appears with the first read; from then on it is there for as long as the connection.
  known.wal ??= wal
  return isSame(statOf(client.name), main) && (known.wal === null || isSame(wal, known.wal))
}

function isSame(now: Stats | null, before: Stats): boolean {
  return now !== null && now.ino === before.ino && now.dev === before.dev
}

function statOf(file: string): Stats | null {
  return statSync(file, { throwIfNoEntry: false }) ?? null
}

/** Whether the file begins as a database does and is as long as it says. https://sqlite.org/fileformat2.html */
function isWhole(file: string): boolean {
  const begin = Buffer.alloc(100)
  let size: number
  const handle = openSync(file, 'r')
  try {
    if (readSync(handle, begin, 0, 100, 0) < 100 || !begin.subarray(0, 16).equals(header)) return false
    size = statSync(file).size
  } finally {
    closeSync(handle)
  }
  const given = begin.readUInt16BE(16)
  return size >= begin.readUInt32BE(28) * (given === 1 ? 65_536 : given)
}
