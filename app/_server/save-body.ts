import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { settings } from '#lib/settings.ts'
import { bodyChunks, requireJson } from './read-body.ts'

/** A body that was put into a file; the file goes with it. */
export interface SavedBody extends AsyncDisposable {
  file: string
}

/**
 * Writes a JSON body into a file below `DATA_DIR`, for what is too large to hold in memory.
 * @throws Problem 415 when it is not sent as JSON, 413 over the limit, 507 where the disk is full.
 */
export async function saveBody(request: Request, limit: number): Promise<SavedBody> {
  requireJson(request)
  const folder = uploads()
  mkdirSync(folder, { recursive: true })
  const file = join(folder, randomUUID())
  const dispose = () => rm(file, { force: true })
  try {
    await using handle = await open(file, 'wx', 0o600)
    for await (const chunk of bodyChunks(request, limit)) await handle.write(chunk)
  } catch (error) {
    await dispose()
    throw error
  }
  return { file, [Symbol.asyncDispose]: dispose }
}

/** Where bodies stand while they are read; what a crash left there is emptied at boot. */
export function uploads(): string {
  return join(/* turbopackIgnore: true */ settings().DATA_DIR, 'uploads')
}
