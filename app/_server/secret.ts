import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from '#lib/settings.ts'

let known: string | undefined

/** The secret that session cookies are sealed with: 256 bits in `DATA_DIR/secret`, made when first asked for. */
export function secret(): string {
  known ??= secretIn(settings().DATA_DIR)
  return known
}

/** Makes `value` the process's secret: for tests, which write no files. */
export function useSecret(value: string): void {
  known = value
}

/**
 * Reads the secret in `folder`, or makes one that only this account can read. Made under another name and linked, so
 * that two processes that start together end with the same one and none reads half of it.
 */
export function secretIn(folder: string): string {
  const file = join(/* turbopackIgnore: true */ folder, 'secret')
  const found = read(file)
  if (found !== null) return found
  mkdirSync(folder, { recursive: true })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return read(file) ?? secretIn(folder)
}

function read(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8').trim()
    if (text.length < 32)
      throw new Error(`${file} holds no secret. Delete it; a new one is made and people sign in again.`)
    return text
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
