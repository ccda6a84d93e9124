import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { Problem } from '#lib/problems.ts'

// The first of OWASP's equivalent settings for argon2id: 19 MiB, two passes, one lane; about 20 to 50 ms here.
const memory = 19 * 1024
const passes = 2
const parallelism = 1
const tagLength = 32

const atOnce = 2
const waitingAtMost = 200
let running = 0
const waiting: (() => void)[] = []

/**
 * A well-formed hash that no password has: checked when there is no such account, so that the answer takes as long as
 * for a wrong password.
 */
export const dummyHash = phc(memory, passes, parallelism, randomBytes(16), randomBytes(tagLength))

/** Hashes a password with argon2id. Gives the PHC string `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return phc(memory, passes, parallelism, salt, await derive(password, salt, memory, passes, parallelism, tagLength))
}

/** Whether `password` is the one that `stored`, a PHC string, was made from. A malformed `stored` throws. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(stored)
  if (!parts) throw new Error('A stored password is not an argon2id PHC string')
  const [, m, t, p, salt, hash] = parts as unknown as [string, string, string, string, string, string]
  const expected = Buffer.from(hash, 'base64')
  const actual = await derive(password, Buffer.from(salt, 'base64'), Number(m), Number(t), Number(p), expected.length)
  return timingSafeEqual(actual, expected)
}

/** At most two at once: each takes 19 MiB and a thread of the pool that file reads need too. */
async function derive(password: string, nonce: Buffer, m: number, t: number, p: number, length: number) {
  await turn()
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const message = Buffer.from(password.normalize('NFKC'), 'utf8')
      argon2('argon2id', { message, nonce, parallelism: p, tagLength: length, memory: m, passes: t }, (error, key) =>
        error ? reject(error) : resolve(key),
      )
    })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function turn(): Promise<void> | undefined {
  if (running < atOnce) {
    running += 1
    return undefined
  }
  if (waiting.length >= waitingAtMost)
    throw new Problem(503, 'Busy', 'Too many people sign in at this moment. Try again in a few seconds.', {
      retryAfterSeconds: 5,
    })
  return new Promise((resolve) => {
    waiting.push(resolve)
  })
}

function phc(m: number, t: number, p: number, salt: Buffer, hash: Buffer): string {
  const bare = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  return `$argon2id$v=19$m=${m},t=${t},p=${p}$${bare(salt)}$${bare(hash)}`
}
