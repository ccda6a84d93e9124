import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** A body fast, for whoever waits for it. */
export const compressNow = (body: Buffer): Promise<Buffer> => zip(body, { level: 6 })

const best = (body: Buffer): Promise<Buffer> =>
  brotli(body, {
    params: {
      // From 10 on each page takes ten times as long for a twentieth less.
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })

const queue: { body: Buffer; done: (smaller: Buffer | null) => void }[] = []
let works = false

/**
 * Makes the brotli form of a body when nobody waits: one after another, off the event loop.
 * @param done gets null where too much waits already: then it is tried again another time.
 */
export function compressWhenIdle(body: Buffer, done: (smaller: Buffer | null) => void): void {
  if (queue.length >= 100) return done(null)
  queue.push({ body, done })
  if (!works) void work()
}

async function work(): Promise<void> {
  works = true
  for (let next = queue.shift(); next; next = queue.shift()) {
    await setTimeout(20, undefined, { ref: false })
    next.done(await best(next.body).catch(() => null))
  }
  works = false
}
