import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { accounts } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { signIn } from './sign-in.ts'

beforeAll(async () => {
  await freshDatabase()
  const { id } = (await createPerson({ email: 'ada@example.org' })).viewer
  const secret = await hashPassword('lantern orbit quill 7')
  db().insert(accounts).values({ issuer: 'local', subject: id, userId: id, secret, createdAt: 0 }).run()
})

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

test('an address without an account is refused within 5 ms of one with a wrong password, in the median of 200', async () => {
  const times: Record<string, number[]> = { 'ada@example.org': [], 'nobody@example.org': [] }
  for (let n = 0; n < 200; n++)
    for (const [email, taken] of Object.entries(times)) {
      // An address of its own each, so that no limit is met.
      const from = { address: `10.${n >> 8}.${n & 255}.${email.length}`, userAgent: 'test' }
      const start = performance.now()
      expect(await signIn({ email, password: 'marble tundra 55 kite' }, from, Date.now())).toBeNull()
      taken.push(performance.now() - start)
    }
  const [known = 0, unknown = 0] = Object.values(times).map(median)
  console.log(`median: ${known.toFixed(1)} ms with an account, ${unknown.toFixed(1)} ms without`)
  expect(Math.abs(known - unknown)).toBeLessThan(5)
}, 300_000)
